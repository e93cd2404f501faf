#include "pipetable.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/arena.h"
#include "model/document.h"
#include "parse/caption.h"
#include "parse/conversion.h"
#include "parse/fragment.h"
#include "positions.h"

/* A line of a paragraph: what stands on it, less the blanks round it, and where. */
struct row {
	struct text text;
	int line;
	size_t offset;
};

struct rows {
	struct row *items;
	size_t count;
	size_t bar; /* the index of the line that makes the table */
};

struct cells {
	struct text *items; /* they point into the row */
	size_t count, room;
};

/* A table in the making: what covers each column, in the row above and in this one. */
struct building {
	struct conversion *conversion;
	struct node *table;
	enum node_align *aligns;
	size_t columns;
	struct node **above, **now;
};

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static bool
has_pipe(struct text text)
{
	return text_find(text, '|', 0) < text.size;
}

/* Steps over the signs of the quotes that a line continues. */
static size_t
offset_within(struct text line, size_t quotes)
{
	size_t at = 0;

	while (at < line.size &&
		(is_blank(line.at[at]) || (line.at[at] == '>' && quotes)))
		quotes -= line.at[at++] == '>';
	return at;
}

static size_t
quotes_around(cmark_node *node)
{
	size_t count = 0;

	for (; node; node = cmark_node_parent(node))
		count += cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE;
	return count;
}

static struct rows
rows_make(const struct conversion *conversion, cmark_node *paragraph)
{
	const struct lines *lines = &conversion->positions->read;
	int first = cmark_node_get_start_line(paragraph);
	int last = cmark_node_get_end_line(paragraph);
	size_t quotes = quotes_around(paragraph);
	struct rows rows = { 0 };

	if (last <= first)
		return rows;
	rows.items = arena_array(
		conversion->scratch, struct row, (size_t)(last - first) + 1);
	for (int line = first; line <= last; line++) {
		struct text whole = lines_at(lines, (size_t)line);
		size_t offset =
			line == first
				? (size_t)cmark_node_get_start_column(paragraph) - 1
				: offset_within(whole, quotes);
		struct text text = text_trim(text_slice(whole, offset, whole.size));

		rows.items[rows.count++] =
			(struct row){ text, line, (size_t)(text.at - whole.at) };
	}
	return rows;
}

/* Cells are divided by pipes without a backslash before them; one at either end of the
 * line only closes it. */
static struct cells
cells_cut(struct arena *arena, struct text row)
{
	struct cells cells = { 0 };
	size_t from = row.size && row.at[0] == '|';

	for (size_t i = from; i <= row.size; i++) {
		bool ends = i == row.size || row.at[i] == '|';

		if (i < row.size && row.at[i] == '\\' && i + 1 < row.size)
			i++;
		if (!ends)
			continue;
		cells.items = arena_room(arena, cells.items, cells.count, &cells.room,
			sizeof *cells.items);
		cells.items[cells.count++] = text_trim(text_slice(row, from, i));
		from = i + 1;
		if (from == row.size)
			break;
	}
	return cells;
}

/* `---`, `:--`, `--:` or `:-:`. */
static bool
align_read(struct text cell, enum node_align *ret_align)
{
	bool left = text_starts(cell, TEXT(":"));
	bool right = cell.size > 1 && text_ends(cell, TEXT(":"));
	struct text line = text_slice(cell, left, cell.size - right);

	for (size_t i = 0; i < line.size; i++)
		if (line.at[i] != '-')
			return false;
	*ret_align = left && right ? ALIGN_CENTRE
		     : right       ? ALIGN_RIGHT
		     : left        ? ALIGN_LEFT
				   : ALIGN_NONE;
	return line.size > 0;
}

/* Looks for the line that makes the table, below one with a pipe. */
static bool
bar_find(struct conversion *conversion, struct rows *rows, struct building *building)
{
	for (size_t i = 1; i < rows->count; i++) {
		struct text row = rows->items[i].text;
		struct cells cells;
		size_t read = 0;

		if (row.size == 0 || !has_pipe(row) ||
			!has_pipe(rows->items[i - 1].text) ||
			(row.at[0] != '|' && row.at[0] != ':' && row.at[0] != '-'))
			continue;
		cells = cells_cut(conversion->scratch, row);
		building->aligns =
			arena_array(conversion->scratch, enum node_align, cells.count);
		while (read < cells.count &&
			align_read(cells.items[read], &building->aligns[read]))
			read++;
		rows->bar = i;
		building->columns = read;
		if (read == cells.count)
			return true;
	}
	return false;
}

static struct place
place_within(const struct building *building, const struct row *row, struct text words)
{
	struct place at = positions_place(building->conversion->positions, row->line,
		(int)(row->offset + (size_t)(words.at - row->text.at)) + 1, NULL);

	at.end = at.column + (uint32_t)text_length(words);
	return at;
}

static void
words_add(struct building *building, struct node *into, const struct row *row,
	struct text words)
{
	struct conversion *conversion = building->conversion;

	fragment_open(conversion->fragments,
		(struct fragment){ into, true, conversion->depth });
	fragment_line(conversion->fragments, conversion->positions, words, row->line,
		row->offset + (size_t)(words.at - row->text.at));
}

static void
join_complain(const struct building *building, const struct row *row, struct text cell,
	const char *side)
{
	struct diag_list *diags = building->conversion->diags;

	diag_add(diags, DIAG_P203, place_within(building, row, cell),
		"there is no cell %s this one that it could join", side);
	diag_help(diags, "write \\%.*s if the sign itself is meant", TEXT_ARG(cell));
}

/* `<`: one more column for the cell to the left. */
static void
left_join(struct building *building, const struct row *row, size_t column,
	struct text cell)
{
	struct node *left = column ? building->now[column - 1] : NULL;

	if (!left || (left == building->above[column - 1] &&
			     left != building->above[column])) {
		join_complain(building, row, cell, "left of");
		return;
	}
	building->now[column] = left;
	if (left != building->above[column])
		left->cell.columns++;
}

/* `^`: one more row for the cell above, counted in its first column. */
static void
above_join(struct building *building, const struct row *row, size_t column,
	struct text cell)
{
	struct node *above = building->above[column];

	if (!above || above->parent->row.head != building->table->last->row.head) {
		join_complain(building, row, cell, "above");
		return;
	}
	building->now[column] = above;
	if (column == 0 || building->now[column - 1] != above)
		above->cell.rows++;
}

static void
cell_add(struct building *building, const struct row *row, size_t column,
	struct text words)
{
	struct conversion *conversion = building->conversion;
	struct node *cell;

	if (text_is(words, "<")) {
		left_join(building, row, column, words);
		return;
	}
	if (text_is(words, "^")) {
		above_join(building, row, column, words);
		return;
	}
	cell = node_make(
		conversion->arena, NODE_CELL, place_within(building, row, words));
	cell->at.end = 0;
	cell->cell.align = building->aligns[column];
	node_append(building->table->last, cell);
	building->now[column] = cell;
	if (words.size)
		words_add(building, cell, row, words);
}

static void
surplus_complain(const struct building *building, const struct row *row,
	const struct cells *cells)
{
	struct diag_list *diags = building->conversion->diags;
	struct text first = cells->items[building->columns];

	diag_add(diags, DIAG_P201, place_within(building, row, first),
		"this row has %zu cells, but the table has %zu columns", cells->count,
		building->columns);
	diag_help(diags,
		"join two cells, add a column to the lines above, or write \\| "
		"where the pipe is part of a text");
}

static void
lack_complain(const struct building *building, const struct row *row,
	const struct cells *cells)
{
	struct diag_list *diags = building->conversion->diags;

	diag_add(diags, DIAG_P202, place_within(building, row, row->text),
		"this row has %zu cells, but the table has %zu columns", cells->count,
		building->columns);
	diag_help(diags,
		"the cells at its end stay empty; write | | for an empty cell in "
		"another place");
}

/* The cells that a row lacks are one that is empty. */
static void
rest_add(struct building *building, const struct row *row, size_t column)
{
	struct conversion *conversion = building->conversion;
	struct node *cell = node_make(conversion->arena, NODE_CELL,
		place_within(building, row,
			text_slice(row->text, row->text.size, row->text.size)));

	cell->at.end = 0;
	cell->cell.columns = (int)(building->columns - column);
	node_append(building->table->last, cell);
	for (; column < building->columns; column++)
		building->now[column] = cell;
}

/* What joins a cell above that spans several columns joins it in all of them. */
static void
joins_check(const struct building *building, const struct row *row)
{
	for (size_t i = 1; i < building->columns; i++)
		if (building->above[i] &&
			building->above[i] == building->above[i - 1] &&
			(building->now[i] == building->above[i]) !=
				(building->now[i - 1] == building->above[i]))
			join_complain(building, row, row->text, "above");
}

static void
row_add(struct building *building, const struct row *row, bool head)
{
	struct conversion *conversion = building->conversion;
	struct cells cells = cells_cut(conversion->scratch, row->text);
	struct node *node = node_make(conversion->arena, NODE_ROW,
		positions_place(
			conversion->positions, row->line, (int)row->offset + 1, NULL));
	struct node **above = building->above;

	node->row.head = head;
	node_append(building->table, node);
	if (cells.count > building->columns)
		surplus_complain(building, row, &cells);
	else if (cells.count < building->columns)
		lack_complain(building, row, &cells);
	for (size_t i = 0; i < building->columns; i++)
		building->now[i] = NULL;
	for (size_t i = 0; i < building->columns && i < cells.count; i++)
		cell_add(building, row, i, cells.items[i]);
	if (cells.count < building->columns)
		rest_add(building, row, cells.count);
	joins_check(building, row);
	building->above = building->now;
	building->now = above;
}

/* Lines before or after the table are a paragraph. */
static void
paragraph_add(struct conversion *conversion, const struct row *rows, size_t count)
{
	struct node *paragraph;

	if (count == 0)
		return;
	paragraph = node_make(conversion->arena, NODE_PARAGRAPH,
		positions_place(conversion->positions, rows->line,
			(int)rows->offset + 1, NULL));
	conversion_add(conversion, paragraph);
	fragment_open(conversion->fragments,
		(struct fragment){ paragraph, true, conversion->depth });
	for (size_t i = 0; i < count; i++)
		fragment_line(conversion->fragments, conversion->positions,
			rows[i].text, rows[i].line, rows[i].offset);
}

/* Heads: the line above the bar, and those above it that have as many cells. */
static size_t
heads_begin(const struct building *building, const struct rows *rows)
{
	struct arena *scratch = building->conversion->scratch;
	size_t first = rows->bar - 1;

	while (first > 0 && has_pipe(rows->items[first - 1].text) &&
		cells_cut(scratch, rows->items[first - 1].text).count ==
			building->columns)
		first--;
	return first;
}

/* Of the lines above the heads, the one with which a caption begins. */
static size_t
caption_begin(const struct rows *rows, size_t heads)
{
	size_t first = heads;

	while (first > 0)
		if (text_starts(rows->items[--first].text, CAPTION_SIGN))
			return first;
	return heads;
}

static void
table_add(struct building *building, const struct rows *rows)
{
	struct conversion *conversion = building->conversion;
	size_t first = heads_begin(building, rows), end = rows->bar + 1, caption;

	caption = caption_begin(rows, first);
	paragraph_add(conversion, rows->items, caption);
	paragraph_add(conversion, rows->items + caption, first - caption);
	building->table = node_make(conversion->arena, NODE_TABLE,
		positions_place(conversion->positions, rows->items[first].line,
			(int)rows->items[first].offset + 1, NULL));
	conversion_add(conversion, building->table);
	building->above =
		arena_array(conversion->scratch, struct node *, building->columns);
	building->now =
		arena_array(conversion->scratch, struct node *, building->columns);
	for (size_t i = first; i < rows->bar; i++)
		row_add(building, &rows->items[i], true);
	for (; end < rows->count && has_pipe(rows->items[end].text); end++)
		row_add(building, &rows->items[end], false);
	paragraph_add(conversion, rows->items + end, rows->count - end);
}

bool
pipetable_take(struct conversion *conversion, cmark_node *paragraph)
{
	struct building building = { .conversion = conversion };
	struct rows rows = rows_make(conversion, paragraph);
	size_t heads;

	if (!bar_find(conversion, &rows, &building))
		return false;
	positions_begin(conversion->positions);
	heads = cells_cut(conversion->scratch, rows.items[rows.bar - 1].text).count;
	if (building.columns > TABLE_COLUMNS) {
		diag_add(conversion->diags, DIAG_P205,
			place_within(&building, &rows.items[rows.bar],
				rows.items[rows.bar].text),
			"this table has %zu columns", building.columns);
		return false;
	}
	if (heads == building.columns) {
		table_add(&building, &rows);
		return true;
	}
	diag_add(conversion->diags, DIAG_P204,
		place_within(
			&building, &rows.items[rows.bar], rows.items[rows.bar].text),
		"this line marks %zu columns, the line above has %zu heads",
		building.columns, heads);
	diag_help(conversion->diags, "write one --- for each head");
	return false;
}
