/* figure.h - a picture or its like, with its caption and its credit below it.
 */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets a figure.  What it shows is never divided from its caption, and is as low as a
 * page needs it. */
void figure_flow(struct flow *, struct node *figure, struct column);

#endif
