/* linegrid.h - lines of text stand at the same heights on all pages, so that those of a
 * page and of the one behind or beside it meet.
 *
 * The heights are multiples of the style's grid, counted from the top of the text.
 * White space between blocks makes up for what stands off the grid: headings, tables,
 * boxes.  A style without a grid leaves all as it is.
 */
#ifndef LAYOUT_LINEGRID_H
#define LAYOUT_LINEGRID_H

#include "base/length.h"

struct flow;
struct flow_item;
struct style;

/* Makes the white space of a flow that begins at the top of a page higher, and the room
 * of its floats.  Doing it again changes nothing. */
void linegrid_settle(struct flow *);

/* How far what follows the item, which ends at y below the top of the text, goes up to
 * stand on the grid: what a page has above may not be what was there when the flow was
 * settled. */
length linegrid_pull(const struct style *, const struct flow_item *, length y);

/* The first height on the grid that is not above y. */
length linegrid_below(const struct style *, length y);

#endif
