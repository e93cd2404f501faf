#include "stack.h"

#include "base/arena.h"
#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	PART_PADDING = 3 * LENGTH_POINT, /* on both sides of a number */
	PART_SPACE = LENGTH_POINT * 6 / 10,
};

struct stack {
	struct rows rows;
	struct scale scale;
	length zero;
};

static length
place_of(const struct stack *stack, int64_t value)
{
	return stack->zero + scale_place(&stack->scale, value) -
	       scale_place(&stack->scale, 0);
}

/* Where a part of a row lies, beside those of its sign before it. */
static void
part_find(const struct stack *stack, const struct ledger_row *row, size_t column,
	length *ret_from, length *ret_to)
{
	int64_t before = 0, own = row->values[column].scaled;

	for (size_t i = 0; i < column; i++)
		if ((row->values[i].scaled < 0) == (own < 0))
			before += row->values[i].scaled;
	*ret_from = place_of(stack, own < 0 ? before + own : before);
	*ret_to = place_of(stack, own < 0 ? before : before + own);
}

/* A part that is too narrow for its number says it to readers. */
static void
part_put(struct stack *stack, const struct ledger_row *row, size_t column, length top)
{
	struct sketch *sketch = stack->rows.sketch;
	const struct value *value = &row->values[column];
	uint32_t colour = sketch_colour(sketch, row, column), tag = sketch->figure;
	struct block_style style = sketch->text;
	length from, to, room, thickness = stack->rows.thickness;
	struct label label;
	bool fits;

	style.colour = sketch_ink(sketch, colour);
	part_find(stack, row, column, &from, &to);
	room = to - from - 2 * PART_PADDING;
	fits = label_natural(sketch, value->cell, &style) <= room &&
	       label_words(sketch, value->words, &style, 0, room).height <= thickness;
	if (!fits)
		tag = sketch_says(sketch, value->tag, value->words);
	if (to - from > 2 * PART_SPACE)
		to -= PART_SPACE;
	sketch_box(sketch, tag,
		(struct area){ from, top, to > from ? to - from : 1, thickness },
		colour);
	if (!fits)
		return;
	label = label_cell(sketch, value->cell, &style, value->tag, room);
	label_put(sketch, &label, from + (to - from) / 2,
		top + (thickness - label.height) / 2, LABEL_MIDDLE);
}

/* What is not known has its sign in no bar; readers are told. */
static void
stack_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	struct sketch *sketch = rows->sketch;

	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		const struct value *value = &row->values[i];

		if (value->kind == AMOUNT_NUMBER)
			part_put((struct stack *)rows, row, i, top);
		else if (value->words.size)
			sketch_nothing(sketch,
				sketch_says(sketch, value->tag, value->words),
				rows->grid_from, top);
	}
}

static void
sums_find(const struct ledger *ledger, int64_t *ret_low, int64_t *ret_high)
{
	*ret_low = *ret_high = 0;
	for (size_t i = 0; i < ledger->count; i++) {
		int64_t low = 0, high = 0;

		for (size_t j = 0; j < ledger->columns; j++) {
			int64_t value = ledger->rows[i].values[j].scaled;

			low += value < 0 ? value : 0;
			high += value > 0 ? value : 0;
		}
		if (low < *ret_low)
			*ret_low = low;
		if (high > *ret_high)
			*ret_high = high;
	}
}

/* Names above the parts of the first bar, or at least in their order. */
static length
names_put(struct stack *stack)
{
	struct sketch *sketch = stack->rows.sketch;
	length *wanted = arena_array(
		sketch->setting->scratch, length, sketch->ledger.columns + 1);
	length to;

	for (size_t i = 0; i < sketch->ledger.columns && sketch->ledger.count; i++)
		part_find(stack, &sketch->ledger.rows[0], i, &wanted[i], &to);
	return rows_names(sketch, wanted, NULL);
}

void
stack_flow(struct sketch *sketch)
{
	struct stack stack = { .rows = { .sketch = sketch, .draw = stack_draw } };

	rows_divide(sketch);
	sums_find(&sketch->ledger, &stack.scale.low, &stack.scale.high);
	stack.scale.size = sketch->width - sketch->plot;
	stack.zero = sketch->plot + scale_place(&stack.scale, 0);
	stack.rows.grid_from = stack.zero;
	stack.rows.grid = true;
	stack.rows.thickness = sketch->text.leading * 3 / 2;
	rows_flow(&stack.rows, names_put(&stack) + ROWS_SPACE / 2);
}
