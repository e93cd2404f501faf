#include "bars.h"

#include "base/arena.h"
#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	SIDE_PARTS =
		3, /* the labels of one side take one of these of the plot at most */
	SERIES_PARTS = 4,         /* and so do the names in a group, of the width */
	BAR_SPACE = LENGTH_POINT, /* between bars of a group */
};

/* Bars that are being drawn; the rows come first, so that one is seen from them. */
struct bars {
	struct rows rows;
	struct scale scale;
	length zero;          /* where the bars begin */
	length before, after; /* room for labels at either end */
	length series, bar;   /* width of the names in a group; thickness of a bar */
	bool named;           /* the names of the columns have their tags by now */
};

static length
larger(length a, length b)
{
	return a > b ? a : b;
}

/* How much room the labels of a side take. */
static length
side_measure(struct sketch *sketch, bool negative, length most)
{
	length widest = 0;

	for (size_t i = 0; i < sketch->ledger.count; i++)
		for (size_t j = 0; j < sketch->ledger.columns; j++) {
			const struct value *value = &sketch->ledger.rows[i].values[j];

			if (value->cell && (value->scaled < 0) == negative)
				widest = larger(
					widest, label_natural(sketch, value->cell,
							&sketch->text));
		}
	if (widest > most)
		widest = most;
	return widest ? widest + ROWS_NEAR : 0;
}

static void
scale_lay(struct bars *bars, int64_t low, int64_t high)
{
	struct sketch *sketch = bars->rows.sketch;
	length from = sketch->plot + bars->series + bars->before;

	bars->scale = (struct scale){ low < 0 ? low : 0, high > 0 ? high : 0,
		sketch->width - from - bars->after };
	bars->zero = from + scale_place(&bars->scale, 0);
	bars->rows.grid_from = bars->zero;
	bars->rows.grid = true;
}

static length
place_of(const struct bars *bars, int64_t value)
{
	return bars->zero + scale_place(&bars->scale, value) -
	       scale_place(&bars->scale, 0);
}

/* A bar from the line of zero, as thick as it is wanted; one of nothing is not seen. */
static void
bar_put(struct bars *bars, const struct ledger_row *row, size_t column, length y)
{
	struct sketch *sketch = bars->rows.sketch;
	length end = place_of(bars, row->values[column].scaled);
	length from = end < bars->zero ? end : bars->zero;
	length width = end < bars->zero ? bars->zero - end : end - bars->zero;

	if (width)
		sketch_box(sketch, sketch->figure,
			(struct area){ from, y, width, bars->bar },
			sketch_colour(sketch, row, column));
}

/* The number beyond the end of the bar; what is not known has its sign at the line. */
static void
number_put(struct bars *bars, const struct value *value, length y)
{
	struct sketch *sketch = bars->rows.sketch;
	bool known = value->kind == AMOUNT_NUMBER, negative = value->scaled < 0;
	struct label label = label_cell(sketch, value->cell,
		known ? &sketch->text : &sketch->faint, value->tag,
		(negative ? bars->before : bars->after) - ROWS_NEAR + 1);
	length end = place_of(bars, value->scaled);

	label_put(sketch, &label, negative ? end - ROWS_NEAR : end + ROWS_NEAR,
		y + (bars->bar - label.height) / 2, negative ? LABEL_END : LABEL_START);
}

static void
bars_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	struct bars *bars = (struct bars *)rows;
	struct sketch *sketch = rows->sketch;
	const struct ledger_row *heads = &sketch->ledger.heads;

	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		const struct value *value = &row->values[i];

		if (bars->series) {
			struct label name = label_words(sketch, heads->values[i].words,
				&sketch->faint, bars->named ? 0 : heads->values[i].tag,
				bars->series - ROWS_GAP + 1);

			label_put(sketch, &name, sketch->plot,
				top + (bars->bar - name.height) / 2, LABEL_START);
		}
		if (value->kind == AMOUNT_NUMBER)
			bar_put(bars, row, i, top);
		number_put(bars, value, top);
		top += bars->bar + BAR_SPACE;
	}
	bars->named = true;
}

/* Beside the bars of each group stand the names of the columns. */
static length
series_measure(struct sketch *sketch)
{
	length most = sketch->width / SERIES_PARTS, widest = 0;

	if (sketch->ledger.columns < 2)
		return 0;
	for (size_t i = 0; i < sketch->ledger.columns; i++)
		widest = larger(widest,
			label_natural(sketch, sketch->ledger.heads.values[i].cell,
				&sketch->faint));
	if (widest > most)
		widest = most;
	return widest ? widest + ROWS_GAP : 0;
}

/* How high the tallest label of a column of them is. */
static length
labels_height(struct sketch *sketch, size_t column, length most, bool heads)
{
	length height = 0;

	for (size_t i = 0; i < (heads ? 1 : sketch->ledger.count); i++) {
		const struct ledger_row *row =
			heads ? &sketch->ledger.heads : &sketch->ledger.rows[i];

		height = larger(height, label_words(sketch, row->values[column].words,
						&sketch->text, 0, most)
						.height);
	}
	return height;
}

/* The name of a lone column stands above its bars, the unit behind it. */
static length
heads_put(struct bars *bars)
{
	struct sketch *sketch = bars->rows.sketch;
	const struct value *head = sketch->ledger.heads.values;
	length x = sketch->plot + bars->before, height;
	struct label label;

	if (sketch->ledger.columns != 1)
		return rows_corner(sketch, sketch->plot + bars->series, 0);
	label = label_cell(
		sketch, head->cell, &sketch->text, head->tag, (sketch->width - x) / 2);
	label_put(sketch, &label, x, 0, LABEL_START);
	height = rows_corner(sketch, label.width ? x + label.width + ROWS_GAP : x, 0);
	return larger(height, label.height);
}

void
bars_flow(struct sketch *sketch)
{
	struct bars bars = { .rows = { .sketch = sketch, .draw = bars_draw } };
	length room, head;

	rows_divide(sketch);
	bars.series = series_measure(sketch);
	room = (sketch->width - sketch->plot - bars.series) / SIDE_PARTS;
	bars.before = side_measure(sketch, true, room);
	bars.after = side_measure(sketch, false, room);
	scale_lay(&bars, sketch->ledger.low, sketch->ledger.high);
	bars.bar = sketch->text.leading;
	room = larger(bars.before, bars.after);
	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		bars.bar = larger(bars.bar,
			labels_height(sketch, i, room - ROWS_NEAR + 1, false));
		if (bars.series)
			bars.bar = larger(
				bars.bar, labels_height(sketch, i,
						  bars.series - ROWS_GAP + 1, true));
	}
	bars.rows.thickness =
		(bars.bar + BAR_SPACE) * (length)sketch->ledger.columns - BAR_SPACE;
	head = heads_put(&bars);
	rows_flow(&bars.rows, head + ROWS_SPACE / 2);
}
