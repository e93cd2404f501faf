/* picture.h - a picture from a file, as one line of the flow.
 */
#ifndef LAYOUT_PICTURE_H
#define LAYOUT_PICTURE_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets a picture in its column, at most so high; it belongs to the column's tag, or to
 * none if it says nothing. */
void picture_flow(struct flow *, struct node *picture, struct column, length most);

#endif
