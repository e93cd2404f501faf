#include "base/arena.h"
#include "layout/flow/decimal.h"
#include "layout/flow/grid.h"
#include "layout/flow/gridheight.h"
#include "layout/setting.h"
#include "model/document.h"

/* A table that is nearly as wide as the text is made as wide. */
enum { NEARLY_NUMERATOR = 2, NEARLY_DENOMINATOR = 3 };

static length
larger(length a, length b)
{
	return a > b ? a : b;
}

/* The runs that the first `size` bytes of a text make. */
static struct run_list
runs_cut(struct setting *setting, const struct run_list *runs, size_t size)
{
	struct run_list cut = { 0 };

	for (size_t i = 0; i < runs->count && size; i++) {
		struct run run = runs->items[i];

		if (run.text.size > size)
			run.text.size = size;
		size -= run.text.size;
		run_add(setting, &cut, run);
	}
	return cut;
}

/* What of a number stands before its mark, and what from the mark on. */
static void
number_measure(struct grid *grid, struct grid_cell *cell, struct grid_column *column)
{
	struct setting *setting = grid->setting;
	struct text words = node_plain(setting->scratch, cell->node);
	struct run_list whole;

	if (decimal_kind(text_trim(words)) != DECIMAL_NUMBER)
		return;
	whole = runs_cut(setting, &cell->runs,
		decimal_find(words, decimal_mark(setting->document->language)));
	cell->before = extent_of(setting, &whole).natural;
	column->before = larger(column->before, cell->before);
	column->after = larger(column->after, cell->extent.natural - cell->before);
}

static void
cell_measure(struct grid *grid, struct grid_cell *cell)
{
	struct grid_column *column = &grid->columns[cell->column];

	if (cell->columns > 1)
		return;
	column->natural = larger(column->natural, cell->extent.natural);
	column->least = larger(column->least, cell->extent.least);
	column->words += cell->extent.natural;
	column->cells++;
	if (column->numbers && cell->row >= grid->head_rows)
		number_measure(grid, cell, column);
}

/* What a cell over several columns lacks is added to each of them alike. */
static void
span_measure(struct grid *grid, const struct grid_cell *cell)
{
	struct grid_column *columns = &grid->columns[cell->column];
	length gaps = grid_gap(grid) * (length)(cell->columns - 1);
	length natural = cell->extent.natural - gaps;
	length least = cell->extent.least - gaps;
	length count = (length)cell->columns;

	if (count == 1)
		return;
	for (length i = 0; i < count; i++) {
		natural -= columns[i].natural;
		least -= columns[i].least;
	}
	for (length i = 0; i < count; i++) {
		columns[i].natural += larger(natural, 0) / count + 1;
		columns[i].least += larger(least, 0) / count + 1;
	}
}

static void
columns_measure(struct grid *grid)
{
	for (size_t i = 0; i < grid->column_count; i++)
		grid->columns[i] =
			(struct grid_column){ .numbers = grid->columns[i].numbers };
	for (size_t i = 0; i < grid->count; i++)
		cell_measure(grid, &grid->cells[i]);
	for (size_t i = 0; i < grid->column_count; i++) {
		struct grid_column *column = &grid->columns[i];
		length whole = column->before + column->after;

		column->natural = larger(column->natural, whole);
		column->least = larger(column->least, whole);
	}
	for (size_t i = 0; i < grid->count; i++)
		span_measure(grid, &grid->cells[i]);
}

/* Widths that add up to `room`, in proportion to what the columns want. */
static void
stretch(struct grid *grid, length room, int64_t natural)
{
	for (size_t i = 0; i < grid->column_count; i++)
		grid->columns[i].width = length_scale(
			room, grid->columns[i].natural, natural ? natural : 1);
}

/* The share of a column in what is left: by how much stands in its cells. */
static length
share_of(const struct grid_column *column, length rest, int64_t weights)
{
	int64_t weight =
		column->words / (int64_t)(column->cells ? column->cells : 1) + 1;

	return length_scale(rest, weight, weights);
}

/* Decides the columns that need more than their share, or else those that want less.
 * Returns how many it decided. */
static size_t
shares_settle(struct grid *grid, length *rest, bool *settled)
{
	int64_t weights = 0;
	length before = *rest;
	size_t count = 0;

	for (size_t i = 0; i < grid->column_count; i++)
		if (!settled[i])
			weights += grid->columns[i].words /
					   (int64_t)(grid->columns[i].cells
							     ? grid->columns[i].cells
							     : 1) +
				   1;
	for (int wants = 0; wants < 2 && count == 0; wants++) {
		for (size_t i = 0; i < grid->column_count; i++) {
			struct grid_column *column = &grid->columns[i];
			length share = share_of(column, before, weights);

			if (settled[i])
				continue;
			column->width = share;
			if (wants ? column->natural > share : column->least <= share)
				continue;
			column->width = wants ? column->natural : column->least;
			*rest -= column->width;
			settled[i] = true;
			count++;
		}
	}
	return count;
}

/* A column that wants no more than its equal part of the room gets what it wants, if
 * the others then have what they need: dates and names are not divided to give long
 * sentences a little more.  Returns how many there are. */
static size_t
modest_settle(struct grid *grid, length *rest, bool *settled)
{
	length part, least = 0;
	size_t open = 0, count = 0;

	for (size_t i = 0; i < grid->column_count; i++) {
		open += !settled[i];
		least += settled[i] ? 0 : grid->columns[i].least;
	}
	part = open ? *rest / (length)open : 0;
	for (size_t i = 0; i < grid->column_count; i++) {
		struct grid_column *column = &grid->columns[i];

		if (settled[i] || column->natural > part ||
			*rest - column->natural < least - column->least)
			continue;
		column->width = column->natural;
		*rest -= column->natural;
		least -= column->least;
		settled[i] = true;
		count++;
	}
	return count;
}

static void
shares_find(struct grid *grid, length room)
{
	bool *settled = arena_array(grid->setting->rough, bool, grid->column_count);

	while (modest_settle(grid, &room, settled))
		;
	while (shares_settle(grid, &room, settled))
		;
	gridheight_lower(grid);
}

/* The left edges, from the widths. */
static void
columns_place(struct grid *grid)
{
	length x = 0;

	for (size_t i = 0; i < grid->column_count; i++) {
		grid->columns[i].left = x;
		x += grid->columns[i].width + grid_gap(grid);
	}
	grid->width = x - grid_gap(grid);
}

static length
gaps_of(const struct grid *grid)
{
	return grid->column_count ? grid_gap(grid) * (length)(grid->column_count - 1)
				  : 0;
}

bool
grid_fit(struct grid *grid, length room)
{
	int64_t natural = 0, least = 0;

	columns_measure(grid);
	room -= gaps_of(grid);
	for (size_t i = 0; i < grid->column_count; i++) {
		natural += grid->columns[i].natural;
		least += grid->columns[i].least;
	}
	if (least > room)
		return false;
	if (natural > room)
		shares_find(grid, room);
	else if (natural >= (int64_t)room * NEARLY_NUMERATOR / NEARLY_DENOMINATOR)
		stretch(grid, room, natural);
	else
		stretch(grid, (length)natural, natural);
	columns_place(grid);
	return true;
}

void
grid_force(struct grid *grid, length room)
{
	int64_t least = 0;
	length gaps = gaps_of(grid);

	/* So many columns that there is nothing but gaps. */
	room = gaps < room ? room - gaps : 1;
	for (size_t i = 0; i < grid->column_count; i++)
		least += grid->columns[i].least;
	for (size_t i = 0; i < grid->column_count; i++)
		grid->columns[i].width =
			length_scale(room, grid->columns[i].least, least ? least : 1) +
			1;
	columns_place(grid);
}
