/* table.h - tables, set into a flow row by row.
 */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets a table.  Its heads stand again on every page that it goes on to; one that is
 * wider than the text, at the top level, turns the page. */
void table_flow(struct flow *, struct node *table, struct column);

#endif
