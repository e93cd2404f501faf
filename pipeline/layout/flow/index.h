/* index.h - where the countries are spoken of.
 */
#ifndef LAYOUT_INDEX_H
#define LAYOUT_INDEX_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* The entries in the order of the document's language, side by side, each with the
 * folios of its mentions: those that were found the last time, with pages that follow
 * each other as one stretch. */
void index_flow(struct flow *, struct node *, struct column);

#endif
