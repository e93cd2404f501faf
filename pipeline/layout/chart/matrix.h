/* matrix.h - who has come how far: rows against columns, a mark where they meet.
 */
#ifndef LAYOUT_MATRIX_H
#define LAYOUT_MATRIX_H

#include <stdbool.h>

struct sketch;

/* A cell that says yes, x or the like is filled and has a tick; one that says another
 * word is tinted and says it; one that says nothing is an empty box.  False, and
 * nothing is drawn, where the columns have no room. */
bool matrix_flow(struct sketch *);

#endif
