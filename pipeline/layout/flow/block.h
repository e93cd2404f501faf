/* block.h - the blocks of a section, set into a flow.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include <stdint.h>

#include "layout/flow/column.h"

struct block_style;
struct flow;
struct node;

/* Sets the blocks of a section from `first` on, paragraphs in that look; their tags go
 * below `tag`. */
void block_flow(struct flow *, struct node *first, const struct block_style *text,
	uint32_t tag);

/* Sets the blocks below a node. */
void block_children(struct flow *, struct node *parent, struct column);

#endif
