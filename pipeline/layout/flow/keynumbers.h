/* keynumbers.h - tiles with a large number and what it counts.
 */
#ifndef LAYOUT_KEYNUMBERS_H
#define LAYOUT_KEYNUMBERS_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets the tiles side by side, in rows that are as full as each other. */
void keynumbers_flow(struct flow *, struct node *, struct column);

#endif
