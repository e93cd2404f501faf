#include "timeline.h"

#include "base/arena.h"
#include "layout/chart/almanac.h"
#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	MARK_RADIUS = LENGTH_POINT * 7 / 2,
	MARK_REACH = MARK_RADIUS * 5 / 4, /* of its corners */
	SPAN_HEIGHT = 7 * LENGTH_POINT,
	SPAN_DASH = 2 * LENGTH_POINT,
	TICK_GAP = 6 * LENGTH_POINT, /* between two names on the axis, at least */
};

static const enum shape shapes[SHAPES] = { SHAPE_CIRCLE, SHAPE_DIAMOND, SHAPE_SQUARE,
	SHAPE_TRIANGLE };

struct timeline {
	struct rows rows;
	struct scale scale; /* of days */
	length from;
	int64_t first, months,
		step; /* the month it begins with; how many; of the ticks */
	bool labelled;
};

static length
place_of(const struct timeline *timeline, int64_t day)
{
	return timeline->from + scale_place(&timeline->scale, day);
}

/* Months are counted from year 0. */
static int64_t
month_day(int64_t month)
{
	return period_day(month / 12, month % 12 + 1, 1);
}

static int64_t
month_of(int64_t day)
{
	int64_t year, month;

	period_month(day, &year, &month);
	return year * 12 + month - 1;
}

/* The first tick at or after the start. */
static int64_t
tick_first(const struct timeline *timeline)
{
	int64_t over = timeline->first % timeline->step;

	return timeline->first + (over ? timeline->step - over : 0);
}

static struct label
tick_label(struct timeline *timeline, int64_t month, uint32_t tag)
{
	struct sketch *sketch = timeline->rows.sketch;
	bool names =
		timeline->step < 12 && month % 12 != 0 && month != tick_first(timeline);
	struct text words = almanac_day(sketch->setting->scratch,
		sketch->setting->tongue->language, month_day(month),
		timeline->step >= 12 ? ALMANAC_YEAR
		: names              ? ALMANAC_NAME
				     : ALMANAC_MONTH);

	return label_words(sketch, words, &sketch->faint, tag, sketch->width);
}

static bool
ticks_fit(struct timeline *timeline)
{
	length end = INT32_MIN;
	int64_t last = timeline->first + timeline->months;

	for (int64_t month = tick_first(timeline); month < last;
		month += timeline->step) {
		struct label label = tick_label(timeline, month, 0);
		length x = place_of(timeline, month_day(month));

		if (x < end)
			return false;
		end = x + label.width + TICK_GAP;
	}
	return true;
}

/* The finest steps whose names have room. */
static void
ticks_lay(struct timeline *timeline)
{
	static const int64_t steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000,
		12000 };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		timeline->step = steps[i];
		if (timeline->months / steps[i] <= 60 && ticks_fit(timeline))
			return;
	}
}

/* From the first day of a month to the last of another. */
static void
days_lay(struct timeline *timeline)
{
	struct sketch *sketch = timeline->rows.sketch;
	int64_t last = month_of(sketch->ledger.high) + 1;

	timeline->first = month_of(sketch->ledger.low);
	timeline->months = last - timeline->first;
	timeline->from = sketch->plot + MARK_REACH;
	timeline->scale = (struct scale){ month_day(timeline->first), month_day(last),
		sketch->width - timeline->from - MARK_REACH };
}

/* Where the words of a date stand: beside its mark where there is room, after it if it
 * can be, or else in it. */
struct dating {
	struct text words;
	length x, width;
	bool beside;
};

/* No line runs through words. */
static void
ticks_put(struct timeline *timeline, length height, const struct dating *dating)
{
	struct sketch *sketch = timeline->rows.sketch;
	int64_t last = timeline->first + timeline->months;

	for (int64_t month = tick_first(timeline); month <= last;
		month += timeline->step) {
		length x = place_of(timeline, month_day(month));

		if (x < dating->x - ROWS_HAIR ||
			x > dating->x + dating->width + ROWS_HAIR)
			sketch_box(sketch, 0,
				(struct area){
					x - ROWS_HAIR / 2, 0, ROWS_HAIR, height },
				sketch_grid(sketch));
	}
}

/* A date within its stretch; each is at least as wide as it is high. */
static void
mark_put(struct timeline *timeline, const struct ledger_row *row, size_t column,
	length middle, uint32_t tag)
{
	struct sketch *sketch = timeline->rows.sketch;
	const struct period *period = &row->values[column].period;
	length from = place_of(timeline, period->from);
	length to = place_of(timeline, period->to + 1);
	uint32_t colour = sketch_colour(sketch, row, column);

	if (period->from == period->to && !period->about) {
		sketch_shape(sketch, tag,
			(struct dot){ shapes[column % SHAPES], (from + to) / 2, middle,
				MARK_RADIUS },
			colour);
		return;
	}
	if (to - from < SPAN_HEIGHT) {
		from = (from + to - SPAN_HEIGHT) / 2;
		to = from + SPAN_HEIGHT;
	}
	if (period->about) {
		sketch_frame(sketch, tag,
			(struct area){ from, middle - SPAN_HEIGHT / 2, to - from,
				SPAN_HEIGHT },
			colour, SPAN_DASH);
		sketch_pen(sketch, LENGTH_POINT, SPAN_DASH);
		return;
	}
	sketch_box(sketch, tag,
		(struct area){ from, middle - SPAN_HEIGHT / 2, to - from, SPAN_HEIGHT },
		colour);
}

static struct dating
date_lay(struct timeline *timeline, const struct value *value)
{
	struct sketch *sketch = timeline->rows.sketch;
	struct dating dating = { .words = almanac_period(sketch->setting->scratch,
					 sketch->setting->tongue->language,
					 &value->period) };
	length near = MARK_REACH + ROWS_NEAR;
	length from = place_of(timeline, value->period.from) - near;
	length to = place_of(timeline, value->period.to + 1) + near;

	dating.width =
		label_words(sketch, dating.words, &sketch->text, 0, sketch->width)
			.width;
	dating.x = to;
	if (to + dating.width > sketch->width)
		dating.x = from - dating.width;
	dating.beside = dating.x >= sketch->plot;
	if (!dating.beside)
		dating.x = from + (to - from - dating.width) / 2;
	return dating;
}

/* What has no room even in its mark is said to readers. */
static void
date_put(struct timeline *timeline, const struct ledger_row *row,
	const struct dating *dating, length middle)
{
	struct sketch *sketch = timeline->rows.sketch;
	const struct value *value = row->values;
	length from = place_of(timeline, value->period.from);
	length to = place_of(timeline, value->period.to + 1);
	struct block_style style = sketch->text;
	struct label label;

	if (!dating->beside && dating->width + 2 * ROWS_NEAR > to - from) {
		sketch_nothing(sketch, sketch_says(sketch, value->tag, dating->words),
			from, middle);
		return;
	}
	if (!dating->beside && !value->period.about)
		style.colour = sketch_ink(sketch, sketch_colour(sketch, row, 0));
	label = label_words(sketch, dating->words, &style, value->tag, sketch->width);
	label_put(sketch, &label, dating->x, middle - label.height / 2, LABEL_START);
}

static void
value_put(struct timeline *timeline, const struct ledger_row *row, size_t column,
	length middle)
{
	struct sketch *sketch = timeline->rows.sketch;
	const struct value *value = &row->values[column];

	if (value->kind == AMOUNT_NUMBER)
		mark_put(timeline, row, column, middle,
			sketch_says(sketch, value->tag,
				almanac_period(sketch->setting->scratch,
					sketch->setting->tongue->language,
					&value->period)));
	else if (value->words.size)
		sketch_nothing(sketch, sketch_says(sketch, value->tag, value->words),
			timeline->from, middle);
}

static void
timeline_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	struct timeline *timeline = (struct timeline *)rows;
	length middle = top + rows->thickness / 2;
	struct dating dating = { .x = -1 };

	if (!timeline->labelled || row->values[0].kind != AMOUNT_NUMBER) {
		ticks_put(timeline, 2 * middle, &dating);
		for (size_t i = 0; i < rows->sketch->ledger.columns; i++)
			value_put(timeline, row, i, middle);
		return;
	}
	dating = date_lay(timeline, row->values);
	ticks_put(timeline, 2 * middle, &dating);
	mark_put(timeline, row, 0, middle, rows->sketch->figure);
	date_put(timeline, row, &dating, middle);
}

/* The names of the columns: nobody sees that of a lone one. */
static length
names_put(struct timeline *timeline)
{
	struct sketch *sketch = timeline->rows.sketch;
	const struct value *head = sketch->ledger.heads.values;

	if (sketch->ledger.columns > 1)
		return rows_names(sketch, NULL, shapes);
	if (head->words.size)
		sketch_nothing(sketch, sketch_says(sketch, head->tag, head->words),
			timeline->from, 0);
	return rows_corner(sketch, sketch->plot, 0);
}

/* The axis stands below the names, and beside the head of the first column if it can.
 */
static length
heads_put(struct timeline *timeline)
{
	struct sketch *sketch = timeline->rows.sketch;
	length names = names_put(timeline), y = names, height = 0;
	int64_t last = timeline->first + timeline->months;

	if (sketch->ledger.heads.head.size && sketch->chart->chart.unit.size == 0)
		y -= sketch->text.leading;
	for (int64_t month = tick_first(timeline); month < last;
		month += timeline->step) {
		struct label label = tick_label(timeline, month, sketch->figure);
		length x = place_of(timeline, month_day(month));

		if (x + label.width > sketch->width)
			continue;
		label_put(sketch, &label, x, y, LABEL_START);
		height = label.height;
	}
	return y + height > names ? y + height : names;
}

void
timeline_flow(struct sketch *sketch)
{
	struct timeline timeline = { .rows = { .sketch = sketch,
					     .draw = timeline_draw },
		.labelled = sketch->ledger.columns == 1 };

	rows_divide(sketch);
	days_lay(&timeline);
	ticks_lay(&timeline);
	timeline.rows.thickness = sketch->text.leading;
	rows_flow(&timeline.rows, heads_put(&timeline) + LENGTH_POINT);
}
