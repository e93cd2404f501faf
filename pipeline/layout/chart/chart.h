/* chart.h - a chart drawn from the table that it holds.
 */
#ifndef LAYOUT_CHART_H
#define LAYOUT_CHART_H

#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets a chart, at most so high where it cannot be divided.  The column's tag is that
 * of its figure, which gets what the chart tells to those who do not see it; the values
 * become a table in the tag tree, beside the figure.  What cannot be drawn is set as
 * the table that it is. */
void chart_flow(struct flow *, struct node *chart, struct column, length most);

#endif
