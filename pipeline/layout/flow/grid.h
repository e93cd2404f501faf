/* grid.h - the cells of a table in rows and columns, and how wide the columns are.
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/inline/extent.h"
#include "layout/inline/inline.h"

struct line;
struct node;
struct setting;

struct grid_cell {
	struct node *node;
	size_t row, column;
	size_t rows, columns; /* that it spans */
	uint32_t tag;
	struct run_list runs;
	struct extent extent;
	struct line *lines; /* as set; scratch */
	size_t line_count;
	length before; /* of a number: as much of it as stands before its mark */
};

struct grid_column {
	length left, width;    /* left: from the left edge of the table */
	length natural, least; /* what its cells want, and what they need */
	int64_t words;         /* the natural widths of all its cells */
	size_t cells;
	bool numbers;         /* in all its cells: they stand mark below mark */
	length before, after; /* the widest before and from the mark on */
};

struct grid {
	struct setting *setting;
	struct grid_cell *cells; /* row by row */
	size_t count;
	struct grid_column *columns;
	size_t column_count, row_count;
	size_t head_rows;
	length size;  /* of the letters */
	length width; /* of the whole */
};

/* Puts the rows of a table in their places, in scratch; the runs of the cells and their
 * tags below `tag` are made. */
struct grid grid_make(struct setting *, struct node *table, uint32_t tag);

/* Finds the widths of the columns: as the cells want them, else the wide ones give way
 * to the narrow ones until all fit into `room`.  False, and nothing is decided, when
 * words would have to be divided. */
bool grid_fit(struct grid *, length room);

/* The same at any price. */
void grid_force(struct grid *, length room);

/* Makes the letters smaller. */
void grid_scale(struct grid *, length size);

/* Sets a cell's lines into its columns, aligned; they are seen from the left edge of
 * the table. */
void grid_set(struct grid *, struct grid_cell *);

/* The space between two columns. */
length grid_gap(const struct grid *);

#endif
