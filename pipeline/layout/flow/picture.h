/* picture.h - a picture from a file, as one line of the flow.
 */
#ifndef LAYOUT_PICTURE_H
#define LAYOUT_PICTURE_H

#include <stdbool.h>

#include "base/diag.h"
#include "layout/flow/column.h"

struct flow;
struct item;
struct node;
struct setting;

/* A picture that is so wide, at nought; it has no tag yet.  False: a diagnostic says
 * why it cannot be shown. */
bool picture_item(struct setting *, struct text file, struct place, length width,
	struct item *ret_item);

/* Sets a picture in its column, at most so high; it belongs to the column's tag, or to
 * none if it says nothing. */
void picture_flow(struct flow *, struct node *picture, struct column, length most);

#endif
