#include "gridheight.h"

#include "base/arena.h"
#include "layout/flow/grid.h"
#include "layout/setting.h"

enum {
	ROWS_MOST = 64,    /* that are looked at, spread over the table */
	COLUMNS_MOST = 16, /* of a table that is looked at */
	STEP_FIRST = 8,    /* of the room; then half of that, and so on */
	STEP_LAST = 128,
	STEPS_MOST = 24, /* of one width */
	ROW_COST = 8,    /* of a line of a row, beside 1 of a line of a cell */
};

struct lowering {
	struct grid *grid;
	const struct grid_cell **cells; /* row by row, those in one column */
	size_t count;
	length room;
};

/* Ends of lines stay empty by about a tenth, but for the last. */
static int64_t
lines_guess(const struct grid_cell *cell, length width)
{
	int64_t natural = cell->extent.natural;

	if (natural <= width)
		return 1;
	return 1 + (natural - width + natural / 10) / (width > 0 ? width : 1) + 1;
}

/* What the rows cost with the columns as they are. */
static int64_t
cost_of(const struct lowering *lowering)
{
	const struct grid *grid = lowering->grid;
	int64_t cost = 0, most = 0;

	for (size_t i = 0; i < lowering->count; i++) {
		const struct grid_cell *cell = lowering->cells[i];
		int64_t lines = lines_guess(cell, grid->columns[cell->column].width);

		if (i && lowering->cells[i - 1]->row != cell->row) {
			cost += ROW_COST * most;
			most = 0;
		}
		most = lines > most ? lines : most;
		cost += lines;
	}
	return cost + ROW_COST * most;
}

static bool
move(struct grid *grid, size_t from, size_t to, length step)
{
	struct grid_column *giver = &grid->columns[from];

	if (from == to || giver->width - step < giver->least)
		return false;
	giver->width -= step;
	grid->columns[to].width += step;
	return true;
}

/* Makes the best move of one step; false where none makes the rows lower. */
static bool
step_make(struct lowering *lowering, length step)
{
	struct grid *grid = lowering->grid;
	int64_t before = cost_of(lowering), best = before;
	size_t giver = 0, taker = 0;

	for (size_t i = 0; i < grid->column_count; i++)
		for (size_t j = 0; j < grid->column_count; j++) {
			int64_t cost;

			if (!move(grid, i, j, step))
				continue;
			cost = cost_of(lowering);
			grid->columns[i].width += step;
			grid->columns[j].width -= step;
			if (cost >= best)
				continue;
			best = cost;
			giver = i;
			taker = j;
		}
	return best < before && move(grid, giver, taker, step);
}

static struct lowering
lowering_make(struct grid *grid)
{
	struct lowering lowering = { .grid = grid };
	size_t apart = (grid->row_count + ROWS_MOST - 1) / ROWS_MOST;

	lowering.cells = arena_array(
		grid->setting->rough, const struct grid_cell *, grid->count + 1);
	for (size_t i = 0; i < grid->count; i++)
		if (grid->cells[i].columns == 1 && grid->cells[i].row % apart == 0)
			lowering.cells[lowering.count++] = &grid->cells[i];
	for (size_t i = 0; i < grid->column_count; i++)
		lowering.room += grid->columns[i].width;
	return lowering;
}

void
gridheight_lower(struct grid *grid)
{
	struct lowering lowering;

	if (grid->column_count > COLUMNS_MOST || grid->row_count == 0)
		return;
	lowering = lowering_make(grid);
	for (length part = STEP_FIRST; part <= STEP_LAST; part *= 2)
		for (int steps = 0; steps < STEPS_MOST; steps++)
			if (!step_make(&lowering, lowering.room / part))
				break;
}
