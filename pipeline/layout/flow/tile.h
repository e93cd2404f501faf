/* tile.h - lines of the flow that hold boxes side by side, with letters in them.
 */
#ifndef LAYOUT_TILE_H
#define LAYOUT_TILE_H

#include <stddef.h>

#include "layout/flow/flow.h"

struct block_style;
struct item;
struct line;

/* Adds an item to a line of the flow, moved by x and y. */
void tile_item(struct flow *, struct flow_item *, struct item, length x, length y);

/* Adds the mark of a box that begins at x, as high as the line. */
void tile_change(struct flow *, struct flow_item *, struct change, length x);

/* Adds set lines, the first of which begins at x and y; returns where the next goes. */
length tile_lines(struct flow *, struct flow_item *, const struct line *, size_t count,
	const struct block_style *, length x, length y);

#endif
