#include "grid.h"

#include "base/arena.h"
#include "layout/flow/decimal.h"
#include "layout/inline/atoms.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum { HYPHENATED_EMS = 4 }; /* the narrowest cell in which words are divided */

length
grid_gap(const struct grid *grid)
{
	return length_scale(grid->size, 13, 10);
}

/* Counts rows, cells and columns; the columns of the widest row count. */
static void
grid_count(struct grid *grid, const struct node *table)
{
	for (const struct node *row = table->first; row; row = row->next) {
		size_t columns = 0;

		if (row->kind != NODE_ROW)
			continue;
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			grid->count++;
			columns += (size_t)cell->cell.columns;
		}
		if (columns > grid->column_count)
			grid->column_count = columns;
		grid->row_count++;
	}
}

/* The next column of a row that no cell from above reaches into. */
static size_t
column_free(const size_t *taken, size_t count, size_t row, size_t column)
{
	while (column < count && taken[column] > row)
		column++;
	return column;
}

/* Cells stand one after the other in the columns that are free; `taken` holds the first
 * row in which each column is.  What finds no room widens the grid's last column. */
static void
cell_place(struct grid *grid, struct grid_cell *cell, size_t *taken)
{
	size_t left = grid->column_count - cell->column;

	cell->columns = (size_t)cell->node->cell.columns;
	cell->rows = (size_t)cell->node->cell.rows;
	if (cell->columns > left)
		cell->columns = left;
	if (cell->rows > grid->row_count - cell->row)
		cell->rows = grid->row_count - cell->row;
	for (size_t i = 0; i < cell->columns; i++)
		taken[cell->column + i] = cell->row + cell->rows;
}

static const struct block_style *
style_of(const struct setting *setting, bool head)
{
	return &setting->style->blocks[head ? STYLE_TABLE_HEAD : STYLE_TABLE];
}

/* The tag of a cell, and its runs. */
static void
cell_collect(struct grid *grid, struct grid_cell *cell, bool head_row, uint32_t row)
{
	struct setting *setting = grid->setting;
	struct node *node = cell->node;
	bool head = head_row || node->cell.head;
	uint32_t index =
		pages_add_tag(setting->pages, head ? ROLE_TH : ROLE_TD, row, node->at);
	struct tag *tag = &setting->pages->tags[index];

	tag->scope = head_row ? SCOPE_COLUMN : head ? SCOPE_ROW : SCOPE_NONE;
	tag->columns = (uint32_t)cell->columns;
	tag->rows = (uint32_t)cell->rows;
	cell->tag = index;
	inline_collect(setting, node, style_of(setting, head_row), index, &cell->runs);
	cell->extent = extent_of(setting, &cell->runs);
}

static void
row_place(struct grid *grid, struct node *node, size_t row, size_t *taken, uint32_t tag)
{
	size_t column = 0;

	for (struct node *child = node->first; child; child = child->next) {
		struct grid_cell *cell = &grid->cells[grid->count];

		column = column_free(taken, grid->column_count, row, column);
		if (column == grid->column_count)
			return;
		*cell = (struct grid_cell){ child, .row = row, .column = column };
		cell_place(grid, cell, taken);
		cell_collect(grid, cell, node->row.head, tag);
		column += cell->columns;
		grid->count++;
	}
}

/* PDF/UA wants a body below heads: rows of heads alone are one. */
static bool
has_body(const struct node *table)
{
	for (const struct node *node = table->first; node; node = node->next)
		if (node->kind == NODE_ROW && !node->row.head)
			return true;
	return false;
}

static void
rows_place(struct grid *grid, struct node *table, uint32_t tag)
{
	struct pages *pages = grid->setting->pages;
	size_t *taken = arena_array(grid->setting->rough, size_t, grid->column_count);
	uint32_t part = 0;
	bool heads = true, headed = has_body(table);
	size_t row = 0;

	grid->count = 0;
	for (struct node *node = table->first; node; node = node->next) {
		if (node->kind != NODE_ROW)
			continue;
		if (!part || (heads && !node->row.head))
			part = pages_add_tag(pages,
				node->row.head && headed ? ROLE_THEAD : ROLE_TBODY, tag,
				node->at);
		heads = heads && node->row.head;
		grid->head_rows += heads;
		row_place(grid, node, row++, taken,
			pages_add_tag(pages, ROLE_TR, part, node->at));
	}
}

/* A column of numbers holds nothing else, but for its heads, and is not said to stand
 * at the left or in the middle. */
static void
numbers_find(struct grid *grid)
{
	struct arena *scratch = grid->setting->rough;
	size_t *numbers = arena_array(scratch, size_t, grid->column_count);
	size_t *words = arena_array(scratch, size_t, grid->column_count);

	for (size_t i = 0; i < grid->count; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		enum node_align align = cell->node->cell.align;
		enum decimal_kind kind =
			decimal_kind(text_trim(node_plain(scratch, cell->node)));

		if (cell->row < grid->head_rows)
			continue;
		if (kind == DECIMAL_NUMBER && cell->columns == 1)
			numbers[cell->column]++;
		if (kind == DECIMAL_WORDS || align == ALIGN_LEFT ||
			align == ALIGN_CENTRE)
			for (size_t j = 0; j < cell->columns; j++)
				words[cell->column + j]++;
	}
	for (size_t i = 0; i < grid->column_count; i++)
		grid->columns[i].numbers = numbers[i] && !words[i];
}

struct grid
grid_make(struct setting *setting, struct node *table, uint32_t tag)
{
	struct grid grid = { .setting = setting,
		.size = setting->style->blocks[STYLE_TABLE].size };

	grid_count(&grid, table);
	grid.cells = arena_array(setting->rough, struct grid_cell, grid.count);
	grid.columns =
		arena_array(setting->rough, struct grid_column, grid.column_count);
	rows_place(&grid, table, tag);
	numbers_find(&grid);
	return grid;
}

void
grid_scale(struct grid *grid, length size)
{
	if (size == grid->size)
		return;
	for (size_t i = 0; i < grid->count; i++) {
		struct grid_cell *cell = &grid->cells[i];

		for (size_t j = 0; j < cell->runs.count; j++)
			cell->runs.items[j].size = length_scale(
				cell->runs.items[j].size, size, grid->size);
		cell->extent = extent_of(grid->setting, &cell->runs);
	}
	grid->size = size;
}

static enum node_align
align_of(const struct grid *grid, const struct grid_cell *cell)
{
	enum node_align align = cell->node->cell.align;

	if (align == ALIGN_NONE && cell->columns == 1 &&
		grid->columns[cell->column].numbers)
		return ALIGN_RIGHT;
	return align;
}

static bool
is_number(const struct grid *grid, const struct grid_cell *cell)
{
	return grid->columns[cell->column].numbers && cell->columns == 1 &&
	       cell->row >= grid->head_rows && cell->line_count == 1;
}

/* How far the lines of a cell stand in.  Left is left on paper, and digits run from
 * left to right, also in a table that is read from the right. */
static length
offset_of(const struct grid *grid, const struct grid_cell *cell, length width,
	const struct line *line)
{
	const struct grid_column *column = &grid->columns[cell->column];
	length room = width - line->width;
	bool rtl = grid->setting->rtl;

	if (is_number(grid, cell) && cell->before)
		return rtl ? column->after - (line->width - cell->before)
			   : width - column->after - cell->before;
	switch (align_of(grid, cell)) {
	case ALIGN_NONE:
		break;
	case ALIGN_LEFT:
		return rtl ? room : 0;
	case ALIGN_CENTRE:
		return room / 2;
	case ALIGN_RIGHT:
		return rtl ? 0 : room;
	}
	return 0;
}

void
grid_set(struct grid *grid, struct grid_cell *cell)
{
	const struct grid_column *first = &grid->columns[cell->column];
	const struct grid_column *last = first + cell->columns - 1;
	length width = last->left + last->width - first->left;
	/* Where parts of words would be too wide, words are broken anywhere. */
	const struct paragraph_form form = { .width = width,
		.hyphenated = width >= HYPHENATED_EMS * grid->size,
		.pinned = true };

	cell->lines =
		paragraph_set(grid->setting, &cell->runs, &form, &cell->line_count);
	for (size_t i = 0; i < cell->line_count; i++) {
		struct line *line = &cell->lines[i];
		length offset = first->left + offset_of(grid, cell, width, line);

		for (size_t j = 0; j < line->count; j++)
			line->items[j].x += offset;
	}
}
