/* rows.h - what all charts have that draw their rows one below the other.
 */
#ifndef LAYOUT_ROWS_H
#define LAYOUT_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/chart/label.h"
#include "layout/chart/sketch.h"

enum {
	ROWS_GAP = 8 * LENGTH_POINT,   /* between two columns of a drawing */
	ROWS_SPACE = 5 * LENGTH_POINT, /* between two rows */
	ROWS_HAIR = LENGTH_POINT / 2,
	ROWS_NEAR = 4 * LENGTH_POINT, /* between a mark and its label */
};

/* Divides the width between the heads of the rows and the plot. */
void rows_divide(struct sketch *);

/* A row is drawn between y 0 and its height, its marks around `middle`. */
struct rows {
	struct sketch *sketch;
	length thickness; /* of what is drawn in a row */
	length grid_from; /* where a line runs down through all rows; */
	bool grid;        /* there is one */
	void (*draw)(struct rows *, const struct ledger_row *, length top);
};

/* Draws the rows as lines of the flow, below the heads that the sketch holds by now and
 * that are so high.  The heads stand again on each page. */
void rows_flow(struct rows *, length head);

/* The head of the first column, at its start, and the unit of the values where the plot
 * begins, or further in; returns how high they stand. */
length rows_corner(struct sketch *, length x, length y);

/* The same, and the names of the columns beside a shape in their colour, in the plot,
 * each as near as can be to where it is wanted.  Where they have no room, or where none
 * is wanted, they stand one after the other above all.  Returns how high all stand. */
length rows_names(struct sketch *, const length *wanted, const enum shape *shapes);

#endif
