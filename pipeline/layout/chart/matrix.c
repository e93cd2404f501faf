#include "matrix.h"

#include "base/arena.h"
#include "layout/chart/rows.h"
#include "layout/chart/wording.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	COLUMN_LEAST = 30 * LENGTH_POINT,
	CELL_GAP = 2 * LENGTH_POINT,
	CELL_PADDING = 2 * LENGTH_POINT,
	TICK_PEN = LENGTH_POINT * 8 / 5,
};

struct matrix {
	struct rows rows;
	length column; /* width, with the gap after it */
};

/* A tick in a cell; it leans the same way where all else is turned over. */
static void
tick_put(struct sketch *sketch, uint32_t tag, length x, length y, uint32_t colour)
{
	const length r = 3 * LENGTH_POINT;
	const length side = sketch->setting->rtl ? -1 : 1;
	const length points_x[] = { x - side * r, x - side * r / 4, x + side * r };
	const length points_y[] = { y, y + r * 3 / 4, y - r * 3 / 4 };

	sketch_line(sketch, tag, points_x, points_y, 3, colour);
	sketch_pen(sketch, TICK_PEN, 0);
}

static void
cell_put(struct matrix *matrix, const struct ledger_row *row, size_t column, length top)
{
	struct sketch *sketch = matrix->rows.sketch;
	const struct value *value = &row->values[column];
	uint32_t colour = sketch_colour(sketch, row, 0), tag;
	length x = sketch->plot + (length)column * matrix->column;
	length width = matrix->column - CELL_GAP, height = matrix->rows.thickness;
	struct text language = sketch->setting->tongue->language;
	struct block_style style = sketch->text;
	struct label label;

	if (value->kind == AMOUNT_NONE) {
		tag = sketch_says(
			sketch, value->tag, wording_find(language, WORDING_NO));
		sketch_frame(sketch, tag, (struct area){ x, top, width, height },
			sketch_grid(sketch), 0);
		return;
	}
	if (ledger_says_yes(value->words)) {
		tag = sketch_says(
			sketch, value->tag, wording_find(language, WORDING_YES));
		sketch_box(sketch, tag, (struct area){ x, top, width, height }, colour);
		tick_put(sketch, tag, x + width / 2, top + height / 2,
			sketch_ink(sketch, colour));
		return;
	}
	sketch_box(
		sketch, 0, (struct area){ x, top, width, height }, sketch_grid(sketch));
	label = label_cell(
		sketch, value->cell, &style, value->tag, width - 2 * CELL_PADDING);
	label_put(sketch, &label, x + width / 2, top + (height - label.height) / 2,
		LABEL_MIDDLE);
}

static void
matrix_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	for (size_t i = 0; i < rows->sketch->ledger.columns; i++)
		cell_put((struct matrix *)rows, row, i, top);
}

/* The heads stand at the foot of their line, in the middle of their columns. */
static length
heads_put(struct matrix *matrix)
{
	struct sketch *sketch = matrix->rows.sketch;
	const struct ledger *ledger = &sketch->ledger;
	struct label *labels = arena_array(
		sketch->setting->scratch, struct label, ledger->columns + 1);
	length height = 0;

	for (size_t i = 0; i < ledger->columns; i++) {
		const struct value *head = &ledger->heads.values[i];

		labels[i] = label_cell(sketch, head->cell, &sketch->text, head->tag,
			matrix->column - CELL_GAP);
		if (labels[i].height > height)
			height = labels[i].height;
	}
	for (size_t i = 0; i < ledger->columns; i++)
		label_put(sketch, &labels[i],
			sketch->plot + (length)i * matrix->column +
				(matrix->column - CELL_GAP) / 2,
			height - labels[i].height, LABEL_MIDDLE);
	return height;
}

static length
cells_height(struct matrix *matrix)
{
	struct sketch *sketch = matrix->rows.sketch;
	length most = matrix->column - CELL_GAP - 2 * CELL_PADDING;
	length height = sketch->text.leading;

	for (size_t i = 0; i < sketch->ledger.count; i++)
		for (size_t j = 0; j < sketch->ledger.columns; j++) {
			length own = label_words(sketch,
				sketch->ledger.rows[i].values[j].words, &sketch->text,
				0, most)
					     .height;

			if (own > height)
				height = own;
		}
	return height + 2 * CELL_PADDING;
}

bool
matrix_flow(struct sketch *sketch)
{
	struct matrix matrix = { .rows = { .sketch = sketch, .draw = matrix_draw } };
	length head, corner;

	rows_divide(sketch);
	matrix.column = (sketch->width + CELL_GAP - sketch->plot) /
			(length)sketch->ledger.columns;
	if (matrix.column < COLUMN_LEAST)
		return false;
	matrix.rows.thickness = cells_height(&matrix);
	head = heads_put(&matrix);
	corner = rows_corner(sketch, sketch->plot,
		sketch->chart->chart.unit.size ? head
		: head > sketch->text.leading  ? head - sketch->text.leading
					       : 0);
	rows_flow(&matrix.rows, (head > corner ? head : corner) + ROWS_SPACE / 2);
	return true;
}
