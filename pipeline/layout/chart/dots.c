#include "dots.h"

#include "base/arena.h"
#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	DOT_RADIUS = LENGTH_POINT * 7 / 2,
	DOT_REACH = DOT_RADIUS * 5 / 4, /* of its corners */
	LINK_WIDTH = LENGTH_POINT * 3 / 2,
	SIDE_PARTS = 4, /* labels at a side take one of these of the plot at most */
	TICKS_MOST = 6,
};

static const enum shape shapes[SHAPES] = { SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_SQUARE,
	SHAPE_TRIANGLE };

struct dots {
	struct rows rows;
	struct scale scale;
	length from;          /* where it begins */
	length before, after; /* room for labels */
	bool labelled;
	struct ticks ticks; /* none: count is 0 */
};

static length
place_of(const struct dots *dots, int64_t value)
{
	return dots->from + scale_place(&dots->scale, value);
}

/* The least and the greatest that are known; false where none is. */
static bool
ends_find(const struct dots *dots, const struct ledger_row *row, size_t *ret_low,
	size_t *ret_high)
{
	bool found = false;

	for (size_t i = 0; i < dots->rows.sketch->ledger.columns; i++) {
		const struct value *values = row->values;

		if (values[i].kind != AMOUNT_NUMBER)
			continue;
		if (!found || values[i].scaled < values[*ret_low].scaled)
			*ret_low = i;
		if (!found || values[i].scaled >= values[*ret_high].scaled)
			*ret_high = i;
		found = true;
	}
	return found;
}

static void
number_put(struct dots *dots, const struct value *value, length middle, bool before)
{
	struct sketch *sketch = dots->rows.sketch;
	bool known = value->kind == AMOUNT_NUMBER;
	struct label label =
		label_cell(sketch, value->cell, known ? &sketch->text : &sketch->faint,
			value->tag, before ? dots->before : dots->after);
	length x = known ? place_of(dots, value->scaled) : dots->from;
	length near = known ? DOT_REACH + ROWS_NEAR : 0;

	label_put(sketch, &label, before ? x - near : x + near,
		middle - label.height / 2, before ? LABEL_END : LABEL_START);
}

/* Thin lines: from the head of the row to its dots, and from the least to the greatest.
 */
static void
lines_put(struct dots *dots, const struct ledger_row *row, length middle, length height)
{
	struct sketch *sketch = dots->rows.sketch;
	length x[] = { sketch->plot, sketch->plot };
	const length y[] = { middle, middle };
	size_t low = 0, high = 0;
	bool any = ends_find(dots, row, &low, &high);

	for (size_t i = 0; i < dots->ticks.count; i++)
		sketch_box(sketch, 0,
			(struct area){
				place_of(dots, dots->ticks.first +
						       (int64_t)i * dots->ticks.step) -
					ROWS_HAIR / 2,
				middle - height / 2, ROWS_HAIR, height },
			sketch_grid(sketch));
	if (any)
		x[1] = place_of(dots, row->values[low].scaled) - DOT_RADIUS;
	if (any && low != high && dots->labelled)
		x[1] -= ROWS_NEAR * 2 +
			label_natural(sketch, row->values[low].cell, &sketch->text);
	if (x[1] > x[0])
		sketch_line(sketch, 0, x, y, 2, sketch_grid(sketch));
	if (!any || low == high)
		return;
	x[0] = place_of(dots, row->values[low].scaled);
	x[1] = place_of(dots, row->values[high].scaled);
	sketch_line(sketch, sketch->figure, x, y, 2, sketch->setting->style->muted);
	sketch_pen(sketch, LINK_WIDTH, 0);
}

static void
dots_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	struct dots *dots = (struct dots *)rows;
	struct sketch *sketch = rows->sketch;
	length middle = top + rows->thickness / 2;
	size_t low = 0, high = 0, columns = sketch->ledger.columns;
	bool any = ends_find(dots, row, &low, &high);

	lines_put(dots, row, middle, rows->thickness + ROWS_SPACE);
	for (size_t i = columns; i-- > 0;) {
		const struct value *value = &row->values[i];
		bool known = value->kind == AMOUNT_NUMBER;
		uint32_t tag = dots->labelled || !value->words.size
				       ? sketch->figure
				       : sketch_says(sketch, value->tag, value->words);

		if (known)
			sketch_shape(sketch, tag,
				(struct dot){ shapes[i % SHAPES],
					place_of(dots, value->scaled), middle,
					DOT_RADIUS },
				sketch_colour(sketch, row, i));
		else if (!dots->labelled && value->words.size)
			sketch_nothing(sketch, tag, dots->from, middle);
	}
	for (size_t i = 0; i < columns && dots->labelled; i++) {
		bool first = any && low != high && i == low;

		if (row->values[i].kind == AMOUNT_NUMBER)
			number_put(dots, &row->values[i], middle, first);
		else if (columns == 1)
			number_put(dots, &row->values[i], middle, false);
		else if (row->values[i].words.size)
			sketch_nothing(sketch,
				sketch_says(sketch, row->values[i].tag,
					row->values[i].words),
				dots->from, middle);
	}
}

static length
side_measure(struct dots *dots)
{
	struct sketch *sketch = dots->rows.sketch;
	length most = (sketch->width - sketch->plot) / SIDE_PARTS, widest = 0;

	for (size_t i = 0; i < sketch->ledger.count; i++)
		for (size_t j = 0; j < sketch->ledger.columns; j++) {
			length width = label_natural(sketch,
				sketch->ledger.rows[i].values[j].cell, &sketch->text);

			if (width > widest)
				widest = width;
		}
	return (widest > most ? most : widest) + 1;
}

/* From zero, unless all is far from it. */
static void
scale_lay(struct dots *dots)
{
	struct sketch *sketch = dots->rows.sketch;
	int64_t low = sketch->ledger.low, high = sketch->ledger.high;
	length side = dots->labelled ? DOT_REACH + ROWS_NEAR : DOT_REACH;

	if (low > 0 && low < high / 2)
		low = 0;
	if (high < 0 && high > low / 2)
		high = 0;
	if (!dots->labelled && high > low) {
		dots->ticks = scale_ticks(low, high, TICKS_MOST);
		low = dots->ticks.first;
		high = low + dots->ticks.step * (int64_t)(dots->ticks.count - 1);
		dots->after = label_words(sketch, ledger_say(&sketch->ledger, high),
				      &sketch->faint, 0, sketch->width)
				      .width /
			      2;
	}
	dots->from =
		sketch->plot + side + (sketch->ledger.columns > 1 ? dots->before : 0);
	dots->scale = (struct scale){ low, high,
		sketch->width - dots->from - side - dots->after };
}

/* The numbers of the axis, those that have room. */
static length
axis_put(struct dots *dots, length y)
{
	struct sketch *sketch = dots->rows.sketch;
	length end = sketch->plot - ROWS_GAP, height = 0;

	for (size_t i = 0; i < dots->ticks.count; i++) {
		int64_t value = dots->ticks.first + (int64_t)i * dots->ticks.step;
		struct label label =
			label_words(sketch, ledger_say(&sketch->ledger, value),
				&sketch->faint, sketch->figure, sketch->width);
		length x = place_of(dots, value), half = label.width / 2 + 1;

		if (x - half < end + ROWS_NEAR || x + half > sketch->width)
			continue;
		label_put(sketch, &label, x, y, LABEL_MIDDLE);
		end = x + half;
		height = label.height;
	}
	return y + height;
}

static length
heads_put(struct dots *dots)
{
	struct sketch *sketch = dots->rows.sketch;
	length *wanted = arena_array(
		sketch->setting->scratch, length, sketch->ledger.columns + 1);

	for (size_t i = 0; i < sketch->ledger.columns && sketch->ledger.count; i++)
		wanted[i] = place_of(dots, sketch->ledger.rows[0].values[i].scaled) -
			    DOT_RADIUS;
	return axis_put(dots, rows_names(sketch, wanted, shapes));
}

void
dots_flow(struct sketch *sketch)
{
	struct dots dots = { .rows = { .sketch = sketch, .draw = dots_draw },
		.labelled = sketch->ledger.columns <= 2 };
	length height;

	rows_divide(sketch);
	if (dots.labelled)
		dots.before = dots.after = side_measure(&dots);
	scale_lay(&dots);
	dots.rows.thickness = sketch->text.leading;
	for (size_t i = 0; i < sketch->ledger.count && dots.labelled; i++)
		for (size_t j = 0; j < sketch->ledger.columns; j++) {
			height = label_words(sketch,
				sketch->ledger.rows[i].values[j].words, &sketch->text,
				0, dots.after)
					 .height;
			if (height > dots.rows.thickness)
				dots.rows.thickness = height;
		}
	rows_flow(&dots.rows, heads_put(&dots) + ROWS_SPACE / 2);
}
