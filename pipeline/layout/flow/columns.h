/* columns.h - a passage in columns side by side.
 */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets the blocks of a NODE_COLUMNS; columns that would be too narrow to read are
 * fewer. */
void columns_flow(struct flow *, struct node *, struct column);

#endif
