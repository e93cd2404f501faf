/* curve.h - lines over time, or over whatever the rows are.
 */
#ifndef LAYOUT_CURVE_H
#define LAYOUT_CURVE_H

#include <stdbool.h>

struct sketch;

/* A line for each column, from row to row, with its name and its last number at its
 * end; where a number is not known the line has a gap.  False, and nothing is drawn,
 * where the names have no room. */
bool curve_flow(struct sketch *);

#endif
