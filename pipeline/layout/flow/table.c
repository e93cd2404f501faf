#include "table.h"

#include "base/arena.h"
#include "layout/flow/change.h"
#include "layout/flow/flow.h"
#include "layout/flow/grid.h"
#include "layout/flow/note.h"
#include "layout/inline/atoms.h"
#include "layout/inline/face.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	RULE_STRONG = LENGTH_POINT,
	RULE_FINE = LENGTH_POINT * 3 / 10,
	WHOLE_LINES = 10, /* a row of more lines may be divided between pages */
	SIZE_PARTS = 10,  /* letters become smaller by tenths */
	SIZE_LEAST = 8,
	SHORT_ROWS = 12, /* a table of no more is rather not divided */
	COST_SHORT = 10000,
	COST_ROW = 500,
};

/* A table that is being set. */
struct tabling {
	struct flow *flow;
	struct grid grid;
	length left, leading, baseline, padding;
	length *owed;  /* of each column: what a cell that goes on needs below */
	size_t *until; /* of each column: the row that the cell in it ends before */
	size_t next;   /* the first cell of the next row */
	length chain;  /* height of the rows above that words in joined cells reach over
			*/
	length most;   /* that it may have so that pages can hold it */
};

/* Half way to the paper. */
static uint32_t
colour_lighten(uint32_t colour)
{
	return 0x808080 + (colour >> 1 & 0x7f7f7f);
}

static struct item *
rule_make(struct tabling *tabling, size_t from, size_t to, length thickness)
{
	struct setting *setting = tabling->flow->setting;
	const struct grid_column *first = &tabling->grid.columns[from];
	const struct grid_column *last = &tabling->grid.columns[to - 1];
	struct item *rule = arena_make(setting->scratch, struct item);

	*rule = (struct item){ .kind = ITEM_RULE,
		.x = tabling->left + first->left,
		.rule = { last->left + last->width - first->left, thickness,
			thickness == RULE_FINE ? colour_lighten(setting->style->muted)
					       : setting->style->accent } };
	return rule;
}

/* Puts items on a line of the flow, moved by that much. */
static void
items_put(struct tabling *tabling, struct flow_item *line, const struct item *items,
	size_t count, length x, length y)
{
	struct arena *arena = tabling->flow->setting->pages->ink;

	for (size_t i = 0; i < count; i++) {
		line->items = arena_room(arena, line->items, line->count, &line->room,
			sizeof *line->items);
		line->items[line->count] = items[i];
		line->items[line->count].x += x;
		line->items[line->count++].y += y;
	}
}

/* The rules below a row: none below a cell that goes on. */
static void
rules_put(struct tabling *tabling, struct flow_item *line, size_t row)
{
	const struct grid *grid = &tabling->grid;
	bool strong = row + 1 == grid->head_rows || row + 1 == grid->row_count;
	length thickness = strong ? RULE_STRONG : RULE_FINE;
	size_t from = 0;

	for (size_t i = 0; i <= grid->column_count; i++) {
		if (i < grid->column_count && tabling->until[i] <= row + 1)
			continue;
		if (from < i)
			items_put(tabling, line, rule_make(tabling, from, i, thickness),
				1, 0, line->height - line->baseline - thickness);
		from = i + 1;
	}
}

static struct flow_item *
line_add(struct tabling *tabling, length height, length above)
{
	struct flow_item *line = flow_add(tabling->flow, FLOW_LINE);

	line->height = height;
	line->baseline = above + tabling->baseline;
	return line;
}

/* The cells of a row as one line of the flow.  Heads stand at its foot. */
static void
row_whole(struct tabling *tabling, size_t row, size_t from, size_t lines, length height)
{
	struct flow_item *line = line_add(tabling, height, tabling->padding);

	for (size_t i = from; i < tabling->next; i++) {
		const struct grid_cell *cell = &tabling->grid.cells[i];

		size_t above = row < tabling->grid.head_rows && cell->rows == 1
				       ? lines - cell->line_count
				       : 0;

		for (size_t j = 0; j < cell->line_count; j++)
			items_put(tabling, line, cell->lines[j].items,
				cell->lines[j].count, tabling->left,
				tabling->leading * (length)(above + j));
	}
	rules_put(tabling, line, row);
	notes_hang(tabling->flow);
}

/* A tall row as as many lines as its longest cell has.  Beside what stands in cells
 * from above, `covered` from its top, it is not divided; `height` is the least. */
static void
row_sliced(
	struct tabling *tabling, size_t row, size_t from, length covered, length height)
{
	size_t count = 1;

	for (size_t i = from; i < tabling->next; i++)
		if (tabling->grid.cells[i].line_count > count)
			count = tabling->grid.cells[i].line_count;
	for (size_t k = 0; k < count; k++) {
		bool first = k == 0, last = k + 1 == count;
		struct flow_item *line = line_add(tabling,
			tabling->leading + (first + last) * tabling->padding,
			first ? tabling->padding : 0);

		for (size_t i = from; i < tabling->next; i++) {
			const struct grid_cell *cell = &tabling->grid.cells[i];

			if (k < cell->line_count)
				items_put(tabling, line, cell->lines[k].items,
					cell->lines[k].count, tabling->left, 0);
		}
		height -= line->height;
		covered -= line->height;
		if (first || k + 2 == count)
			line->cost = FLOW_COST_WIDOW;
		if (covered > 0)
			line->cost = FLOW_COST_NEVER;
		if (last && height > 0)
			line->height += height;
		if (last)
			rules_put(tabling, line, row);
		notes_hang(tabling->flow);
	}
}

static length
cell_height(const struct tabling *tabling, const struct grid_cell *cell)
{
	size_t lines = cell->line_count ? cell->line_count : 1;

	return (length)lines * tabling->leading + 2 * tabling->padding;
}

/* What is joined must stand on one page: a cell that makes that too tall is not. */
static void
cell_release(struct tabling *tabling, struct grid_cell *cell)
{
	struct diag_list *diags = tabling->flow->setting->diags;

	if (cell->rows == 1 ||
		tabling->chain + cell_height(tabling, cell) <= tabling->most)
		return;
	cell->rows = 1;
	diag_add(diags, DIAG_L302, cell->node->at,
		"this cell is too tall to be joined to those below it");
	diag_help(diags, "say less in it, or join fewer rows");
}

/* Sets the cells that begin in a row; returns how high it must be for those that end in
 * it. */
static length
row_measure(struct tabling *tabling, size_t row, size_t *ret_lines)
{
	struct grid *grid = &tabling->grid;
	length height = tabling->leading + 2 * tabling->padding;

	for (; tabling->next < grid->count && grid->cells[tabling->next].row == row;
		tabling->next++) {
		struct grid_cell *cell = &grid->cells[tabling->next];

		grid_set(grid, cell);
		cell_release(tabling, cell);
		for (size_t i = 0; i < cell->columns; i++) {
			tabling->owed[cell->column + i] = cell_height(tabling, cell);
			tabling->until[cell->column + i] = row + cell->rows;
		}
		if (cell->line_count > *ret_lines)
			*ret_lines = cell->line_count;
	}
	for (size_t i = 0; i < grid->column_count; i++)
		if (tabling->until[i] == row + 1 && tabling->owed[i] > height)
			height = tabling->owed[i];
	for (size_t i = 0; i < grid->column_count; i++)
		tabling->owed[i] -= height;
	return height;
}

/* How far cells that begin above a row reach down into it. */
static length
row_covered(const struct tabling *tabling, size_t row)
{
	length covered = 0;

	for (size_t i = 0; i < tabling->grid.column_count; i++)
		if (tabling->until[i] > row && tabling->owed[i] > covered)
			covered = tabling->owed[i];
	return covered;
}

static bool
goes_on(const struct tabling *tabling, size_t row)
{
	for (size_t i = 0; i < tabling->grid.column_count; i++)
		if (tabling->until[i] > row + 1)
			return true;
	return false;
}

static int
row_cost(const struct tabling *tabling, size_t row)
{
	const struct grid *grid = &tabling->grid;

	if (row < grid->head_rows || tabling->chain)
		return FLOW_COST_NEVER;
	if (goes_on(tabling, row))
		return FLOW_COST_TOGETHER;
	if (row == grid->head_rows || row + 2 == grid->row_count)
		return FLOW_COST_WIDOW;
	return grid->row_count > SHORT_ROWS ? COST_ROW : COST_SHORT;
}

/* What has changed in a row is said in its first cell. */
static struct change
row_change(const struct tabling *tabling, size_t row)
{
	const struct grid *grid = &tabling->grid;
	const struct grid_cell *cell = &grid->cells[tabling->next];

	if (tabling->next == grid->count || cell->row != row)
		return tabling->flow->change;
	return change_of(grid->setting, cell->node->parent, ROLE_SPAN, cell->tag);
}

/* A row that is joined to another is divided only if no page could hold it. */
static void
row_flow(struct tabling *tabling, size_t row)
{
	struct flow *flow = tabling->flow;
	const struct change change = flow->change, what = row_change(tabling, row);
	size_t from = tabling->next, lines = 1;
	bool joined = row > 0 && goes_on(tabling, row - 1);
	length above = row_covered(tabling, row);
	length height = row_measure(tabling, row, &lines);
	length below = row_covered(tabling, row + 1);

	flow->change = what;
	if (lines > WHOLE_LINES &&
		((!joined && !goes_on(tabling, row)) || height > tabling->most))
		row_sliced(tabling, row, from, above, height);
	else
		row_whole(tabling, row, from, lines, height);
	flow->change = change;
	tabling->chain = below ? tabling->chain + height : 0;
	flow->items[flow->count - 1].cost = row_cost(tabling, row);
}

static void
rows_flow(struct tabling *tabling)
{
	struct flow *flow = tabling->flow;
	struct grid *grid = &tabling->grid;
	struct frame *frame = flow_open_frame(flow, tabling->left, grid->width, 0);
	size_t first = flow->count;

	frame->bare = true;
	for (size_t row = 0; row < grid->row_count; row++) {
		if (row == grid->head_rows && row)
			flow_repeat(flow, frame, first, tabling->most);
		row_flow(tabling, row);
	}
	flow_close_frame(flow);
}

/* The runs of the caption, if there is one; its tag goes below that of the table, which
 * it takes the place of. */
static struct run_list
caption_collect(struct setting *setting, struct node *table, uint32_t *tag)
{
	const struct block_style *style = &setting->style->blocks[STYLE_CAPTION];
	struct text word = words_find(setting->document->language, WORD_TABLE);
	struct node *caption = table->first;
	struct block_style strong = *style;
	struct run_list runs = { 0 };

	if (!caption || caption->kind != NODE_CAPTION)
		return runs;
	*tag = pages_add_tag(setting->pages, ROLE_CAPTION, *tag, caption->at);
	strong.bold = true;
	if (table->table.number.size)
		run_add(setting, &runs,
			run_of(setting, &strong,
				text_format(setting->scratch, "%.*s\u00a0%.*s.\u2002",
					TEXT_ARG(word), TEXT_ARG(table->table.number)),
				*tag));
	inline_collect(setting, caption, style, *tag, &runs);
	return runs;
}

/* Above the table, and kept with it. */
static void
caption_flow(struct flow *flow, const struct node *table, uint32_t tag,
	const struct run_list *runs, length left, length width)
{
	const struct block_style *style = &flow->setting->style->blocks[STYLE_CAPTION];
	const struct paragraph_form form = { .width = width, .pinned = true };
	size_t first = flow->count;
	const struct change change = flow->change;

	if (runs->count == 0)
		return;
	flow->change = change_of(flow->setting, table->first, ROLE_SPAN, tag);
	flow_paragraph(flow, runs, &form, left, style->leading);
	flow->change = change;
	for (size_t i = first; i < flow->count; i++)
		flow->items[i].cost = FLOW_COST_NEVER;
	flow_space(flow, style->after, true);
}

/* Finds widths: smaller letters at most by a tenth, then a page turned on its side,
 * then letters as small as can be read, then divided words. */
static bool
grid_choose(struct grid *grid, length room, length turned)
{
	length size = grid->size;

	for (length part = SIZE_PARTS; part >= SIZE_PARTS - 1; part--) {
		grid_scale(grid, size * part / SIZE_PARTS);
		if (grid_fit(grid, room))
			return false;
	}
	for (length part = SIZE_PARTS; turned && part >= SIZE_LEAST; part--) {
		grid_scale(grid, size * part / SIZE_PARTS);
		if (grid_fit(grid, turned))
			return true;
	}
	grid_scale(grid, size * SIZE_LEAST / SIZE_PARTS);
	if (!grid_fit(grid, turned ? turned : room))
		grid_force(grid, turned ? turned : room);
	return turned > 0;
}

/* The width of a turned page's text, or 0 where the page cannot be turned. */
static length
turned_width(const struct flow *flow, const struct column *column)
{
	const struct style *style = flow->setting->style;
	length width = style->height - style->left - style->right;

	return column->free && width > column->width ? width : 0;
}

static struct tabling
tabling_make(struct flow *flow, const struct grid *grid, length left)
{
	struct setting *setting = flow->setting;
	const struct style *paper = setting->style;
	const struct block_style *style = &paper->blocks[STYLE_TABLE];
	struct tabling tabling = { .flow = flow, .grid = *grid, .left = left };
	length ascent, descent;

	face_metrics(setting->faces,
		face_find(setting->faces, style->face, style->bold, style->italic),
		grid->size, &ascent, &descent);
	tabling.leading = length_scale(style->leading, grid->size, style->size);
	tabling.baseline = (tabling.leading - ascent - descent) / 2 + ascent;
	tabling.padding = tabling.leading / 4;
	/* Half of what a page holds, however it lies. */
	tabling.most = ((paper->width < paper->height ? paper->width : paper->height) -
			       paper->top - paper->bottom) /
		       2;
	tabling.owed = arena_array(setting->rough, length, grid->column_count);
	tabling.until = arena_array(setting->rough, size_t, grid->column_count);
	return tabling;
}

void
table_flow(struct flow *flow, struct node *table, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_TABLE];
	uint32_t tag = pages_add_tag(setting->pages, ROLE_TABLE, column.tag, table->at);
	uint32_t caption_tag = tag;
	struct run_list caption = caption_collect(setting, table, &caption_tag);
	struct grid grid = grid_make(setting, table, tag);
	length wide = turned_width(flow, &column);
	bool turned = grid_choose(&grid, column.width, wide);
	struct tabling tabling;

	flow_space(flow, style->before, false);
	if (turned)
		flow_turn(flow, true);
	if (table->table.id.size)
		flow_add(flow, FLOW_MARK)->mark.name = table->table.id;
	caption_flow(flow, table, caption_tag, &caption, column.left,
		turned ? wide : column.width);
	tabling = tabling_make(flow, &grid, column.left);
	rows_flow(&tabling);
	notes_flow(flow, table, column, column.tag);
	if (turned)
		flow_turn(flow, false);
	flow_space(flow, style->after, false);
}
