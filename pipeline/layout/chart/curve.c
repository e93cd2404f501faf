#include "curve.h"

#include "base/arena.h"
#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	HEIGHT_PARTS = 45, /* of a hundred of the width */
	NAMES_PARTS = 3,   /* names take one of these of the width at most */
	TICKS_MOST = 6,
	LINE_WIDTH = LENGTH_POINT * 9 / 5,
	POINT_RADIUS = LENGTH_POINT * 12 / 5,
	POINTS_MOST = 16, /* so many rows have their points marked */
	DASH = 5 * LENGTH_POINT,
	NAME_SPACE = LENGTH_POINT,
	TICK_LENGTH = 3 * LENGTH_POINT,
};

/* What stands at the end of a line: its name and its last number. */
struct ending {
	struct label label;
	size_t column;
	bool numbered;    /* the last number is printed there */
	length wanted, y; /* of the middle, of the top */
};

struct curve {
	struct sketch *sketch;
	struct scale scale; /* upwards */
	struct ticks ticks;
	length top, bottom; /* of the plot */
	length from, to;    /* its width */
	struct label unit;  /* above all */
	length axis;        /* width of the numbers before it */
	struct ending *endings;
};

static length
x_of(const struct curve *curve, size_t row)
{
	size_t steps = curve->sketch->ledger.count - 1;
	int64_t width = curve->to - curve->from;

	if (steps == 0)
		return (length)(curve->from + width / 2);
	return (length)(curve->from + width * (int64_t)row / (int64_t)steps);
}

static length
y_of(const struct curve *curve, int64_t value)
{
	return curve->bottom - scale_place(&curve->scale, value);
}

/* The last row in which a column has a number; false where it has none. */
static bool
last_find(const struct curve *curve, size_t column, size_t *ret_row)
{
	const struct ledger *ledger = &curve->sketch->ledger;

	for (size_t i = ledger->count; i-- > 0;)
		if (ledger->rows[i].values[column].kind == AMOUNT_NUMBER) {
			*ret_row = i;
			return true;
		}
	return false;
}

/* The last number stands at the end of the line if the line goes that far. */
static void
ending_make(struct curve *curve, size_t column, length most)
{
	struct sketch *sketch = curve->sketch;
	const struct ledger *ledger = &sketch->ledger;
	const struct value *head = &ledger->heads.values[column];
	struct ending *ending = &curve->endings[column];
	const struct value *last = NULL;
	size_t row = 0;

	ending->column = column;
	ending->numbered = last_find(curve, column, &row) && row + 1 == ledger->count;
	if (ending->numbered)
		last = &ledger->rows[row].values[column];
	ending->label = label_pair(sketch, head, last, most);
}

/* Where the endings want to be, from top to bottom. */
static void
endings_sort(struct curve *curve)
{
	struct ending *endings = curve->endings;

	for (size_t i = 0; i < curve->sketch->ledger.columns; i++) {
		struct ending ending = endings[i];
		size_t row = 0, at = i;

		ending.wanted = curve->bottom;
		if (last_find(curve, ending.column, &row))
			ending.wanted = y_of(curve, curve->sketch->ledger.rows[row]
							    .values[ending.column]
							    .scaled);
		for (; at > 0 && endings[at - 1].wanted > ending.wanted; at--)
			endings[at] = endings[at - 1];
		endings[at] = ending;
	}
}

/* Pushes them apart, down first and then up from the bottom. */
static void
endings_spread(struct curve *curve, length bottom)
{
	struct ending *endings = curve->endings;
	size_t count = curve->sketch->ledger.columns;
	length y = curve->unit.height;

	for (size_t i = 0; i < count; i++) {
		length height = endings[i].label.height;

		endings[i].y = endings[i].wanted - height / 2;
		if (endings[i].y < y)
			endings[i].y = y;
		y = endings[i].y + height + NAME_SPACE;
	}
	for (size_t i = count; i-- > 0;) {
		length height = endings[i].label.height;

		if (endings[i].y + height > bottom)
			endings[i].y = bottom - height;
		bottom = endings[i].y - NAME_SPACE;
	}
}

static length
endings_height(const struct curve *curve)
{
	length height = 0;

	for (size_t i = 0; i < curve->sketch->ledger.columns; i++)
		height += curve->endings[i].label.height + NAME_SPACE;
	return height;
}

/* The horizontal lines with their numbers: that of zero is darker. */
static void
grid_put(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;

	for (size_t i = 0; i < curve->ticks.count; i++) {
		int64_t value = curve->ticks.first + (int64_t)i * curve->ticks.step;
		bool base = value == 0 || (i == 0 && value > 0);
		length y = y_of(curve, value);
		struct label label =
			label_words(sketch, ledger_say(&sketch->ledger, value),
				&sketch->faint, sketch->figure, sketch->width);

		sketch_box(sketch, 0,
			(struct area){ curve->axis, y - ROWS_HAIR / 2,
				curve->to - curve->axis + POINT_RADIUS, ROWS_HAIR },
			base ? sketch->setting->style->muted : sketch_grid(sketch));
		label_put(sketch, &label, curve->axis - ROWS_NEAR, y - label.height / 2,
			LABEL_END);
	}
}

static length
axis_measure(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	length widest = 0;

	for (size_t i = 0; i < curve->ticks.count; i++) {
		int64_t value = curve->ticks.first + (int64_t)i * curve->ticks.step;
		struct label label =
			label_words(sketch, ledger_say(&sketch->ledger, value),
				&sketch->faint, 0, sketch->width);

		if (label.width > widest)
			widest = label.width;
	}
	return widest + ROWS_NEAR;
}

/* The heads of the rows below the plot: all that have room, the last one first.  Those
 * that have none say their words to readers. */
static length
rows_put(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	const struct ledger *ledger = &sketch->ledger;
	length y = curve->bottom + TICK_LENGTH, height = 0, end = sketch->width;

	for (size_t i = ledger->count; i-- > 0;) {
		const struct ledger_row *row = &ledger->rows[i];
		length x = x_of(curve, i), from, room;
		length half = label_natural(sketch, row->cell, &sketch->faint) / 2 + 1;
		struct label label;

		from = x - half < 0 ? 0 : x - half;
		if (from + 2 * half > end)
			from = i + 1 == ledger->count ? end - 2 * half : from;
		room = i ? x_of(curve, i) - x_of(curve, i - 1) : end;
		sketch_box(sketch, 0,
			(struct area){ x - ROWS_HAIR / 2, curve->bottom, ROWS_HAIR,
				TICK_LENGTH },
			sketch->setting->style->muted);
		if (from < 0 || from + 2 * half > end || !row->cell ||
			(2 * half > sketch->width / 2 && room > 0)) {
			sketch_nothing(
				sketch, sketch_says(sketch, row->tag, row->head), x, y);
			continue;
		}
		label = label_cell(
			sketch, row->cell, &sketch->faint, row->tag, sketch->width);
		label_put(sketch, &label, from + 1, y, LABEL_START);
		if (label.height > height)
			height = label.height;
		end = from - ROWS_NEAR;
	}
	return y + height;
}

/* One line, in as many pieces as gaps make of it. */
static void
line_put(struct curve *curve, size_t column)
{
	struct sketch *sketch = curve->sketch;
	const struct ledger *ledger = &sketch->ledger;
	struct arena *scratch = sketch->setting->scratch;
	length *x = arena_array(scratch, length, ledger->count + 1);
	length *y = arena_array(scratch, length, ledger->count + 1);
	size_t count = 0;

	for (size_t i = 0; i <= ledger->count; i++) {
		bool known = i < ledger->count &&
			     ledger->rows[i].values[column].kind == AMOUNT_NUMBER;

		if (known) {
			x[count] = x_of(curve, i);
			y[count++] = y_of(curve, ledger->rows[i].values[column].scaled);
			continue;
		}
		if (count > 1) {
			sketch_line(sketch, sketch->figure, x, y, count,
				sketch_colour(sketch, NULL, column));
			sketch_pen(sketch, LINE_WIDTH,
				column < sketch->setting->style->series_count ? 0
									      : DASH);
		}
		count = 0;
	}
}

/* A number that is printed at the end of its line needs not be said at its point. */
static void
points_put(struct curve *curve, const struct ending *ending)
{
	struct sketch *sketch = curve->sketch;
	const struct ledger *ledger = &sketch->ledger;
	size_t column = ending->column;

	for (size_t i = 0; i < ledger->count; i++) {
		const struct value *value = &ledger->rows[i].values[column];
		bool printed = ending->numbered && i + 1 == ledger->count;
		uint32_t tag = printed ? sketch->figure : 0;
		bool known = value->kind == AMOUNT_NUMBER;

		if (!printed && value->words.size)
			tag = sketch_says(sketch, value->tag, value->words);
		if (known && (ledger->count <= POINTS_MOST || i + 1 == ledger->count))
			sketch_shape(sketch, tag,
				(struct dot){ SHAPE_CIRCLE, x_of(curve, i),
					y_of(curve, value->scaled), POINT_RADIUS },
				sketch_colour(sketch, NULL, column));
		else if (tag && value->words.size)
			sketch_nothing(sketch, tag, x_of(curve, i),
				known ? y_of(curve, value->scaled) : curve->bottom);
	}
}

static void
endings_put(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	length x = curve->to + POINT_RADIUS + ROWS_NEAR;

	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		const struct ending *ending = &curve->endings[i];

		label_put(sketch, &ending->label, x, ending->y, LABEL_START);
	}
}

static length
names_measure(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	length widest = 0;

	for (size_t i = 0; i < sketch->ledger.columns; i++)
		if (curve->endings[i].label.width > widest)
			widest = curve->endings[i].label.width;
	return widest;
}

static void
scale_lay(struct curve *curve)
{
	const struct ledger *ledger = &curve->sketch->ledger;
	int64_t low = ledger->low, high = ledger->high;

	if (low > 0 && low < high / 2)
		low = 0;
	if (high < 0 && high > low / 2)
		high = 0;
	curve->ticks = scale_ticks(low, high, TICKS_MOST);
	curve->scale.low = curve->ticks.first;
	curve->scale.high = curve->ticks.first +
			    curve->ticks.step * (int64_t)(curve->ticks.count - 1);
}

/* The plot is as high as its width asks for, or as its names do. */
static bool
plot_lay(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	length leading = sketch->text.leading, least = endings_height(curve);
	length height = length_scale(sketch->width, HEIGHT_PARTS, 100);
	length most = sketch->most - 3 * leading - curve->unit.height;

	if (height > most)
		height = most;
	if (height < least)
		height = least;
	if (height > most)
		return false;
	curve->top = leading + curve->unit.height;
	curve->bottom = curve->top + height;
	curve->scale.size = height;
	curve->from = curve->axis + POINT_RADIUS + ROWS_NEAR;
	curve->to = sketch->width - names_measure(curve) - POINT_RADIUS - ROWS_NEAR;
	return curve->to - curve->from > sketch->width / 4;
}

/* Nobody sees the head of the first column; readers are told. */
static void
corner_put(struct curve *curve)
{
	struct sketch *sketch = curve->sketch;
	const struct ledger_row *heads = &sketch->ledger.heads;

	if (heads->head.size)
		sketch_nothing(sketch, sketch_says(sketch, heads->tag, heads->head), 0,
			curve->bottom);
}

bool
curve_flow(struct sketch *sketch)
{
	const struct ledger *ledger = &sketch->ledger;
	struct curve curve = { .sketch = sketch,
		.endings = arena_array(
			sketch->setting->scratch, struct ending, ledger->columns + 1) };
	length bottom;

	scale_lay(&curve);
	curve.unit = label_words(sketch, sketch->chart->chart.unit, &sketch->faint,
		sketch->figure, sketch->width);
	curve.axis = axis_measure(&curve);
	for (size_t i = 0; i < ledger->columns; i++)
		ending_make(&curve, i, sketch->width / NAMES_PARTS);
	if (!plot_lay(&curve))
		return false;
	endings_sort(&curve);
	endings_spread(&curve, curve.bottom + sketch->text.leading / 2);
	label_put(sketch, &curve.unit, 0, 0, LABEL_START);
	corner_put(&curve);
	grid_put(&curve);
	bottom = rows_put(&curve);
	for (size_t i = 0; i < ledger->columns; i++)
		line_put(&curve, curve.endings[i].column);
	for (size_t i = 0; i < ledger->columns; i++)
		points_put(&curve, &curve.endings[i]);
	endings_put(&curve);
	sketch_flow(sketch, bottom > curve.bottom + sketch->text.leading
				    ? bottom
				    : curve.bottom + sketch->text.leading);
	return true;
}
