/* block.h - the blocks of a section, set into a flow.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include <stdint.h>

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets every block below the section; its tags go below `tag`. */
void block_flow(struct flow *, struct node *section, uint32_t tag);

/* Sets the blocks below a node. */
void block_children(struct flow *, struct node *parent, struct column);

#endif
