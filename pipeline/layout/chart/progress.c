#include "progress.h"

#include "layout/chart/rows.h"
#include "layout/chart/scale.h"
#include "layout/chart/wording.h"
#include "layout/flow/decimal.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	COLUMNS_PARTS = 2, /* the numbers take one of these of the plot at most */
	TARGET_WIDTH = LENGTH_POINT * 3 / 2,
	TARGET_OVER = 2 * LENGTH_POINT, /* it stands out of the bar above and below */
};

struct progress {
	struct rows rows;
	struct scale scale;
	length bar;     /* thickness */
	length numbers; /* where their columns begin; each ends that wide further */
	length column;
	bool common; /* one target for all rows */
	int64_t target;
};

static bool
target_of(const struct progress *progress, const struct ledger_row *row, int64_t *ret)
{
	const struct value *value = &row->values[1];

	if (progress->common) {
		*ret = progress->target;
		return true;
	}
	*ret = value->scaled;
	return progress->rows.sketch->ledger.columns > 1 &&
	       value->kind == AMOUNT_NUMBER;
}

static void
numbers_put(struct progress *progress, const struct ledger_row *row, length middle)
{
	struct sketch *sketch = progress->rows.sketch;
	struct block_style strong = sketch->text;

	strong.bold = true;
	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		const struct value *value = &row->values[i];
		length end = progress->numbers + (length)(i + 1) * progress->column;
		struct label label =
			label_cell(sketch, value->cell, i ? &sketch->text : &strong,
				value->tag, progress->column - ROWS_GAP);

		label_put(sketch, &label, end, middle - label.height / 2, LABEL_END);
	}
}

static void
progress_draw(struct rows *rows, const struct ledger_row *row, length top)
{
	struct progress *progress = (struct progress *)rows;
	struct sketch *sketch = rows->sketch;
	const struct style *style = sketch->setting->style;
	length y = top + (rows->thickness - progress->bar) / 2, x = sketch->plot;
	int64_t target;
	bool aimed = target_of(progress, row, &target);

	if (aimed)
		sketch_box(sketch, 0,
			(struct area){ x, y, scale_place(&progress->scale, target),
				progress->bar },
			sketch_grid(sketch));
	if (row->values[0].kind == AMOUNT_NUMBER)
		sketch_box(sketch, sketch->figure,
			(struct area){ x, y,
				scale_place(&progress->scale, row->values[0].scaled) +
					1,
				progress->bar },
			sketch_colour(sketch, row, 0));
	if (aimed)
		sketch_box(sketch, sketch->figure,
			(struct area){ x + scale_place(&progress->scale, target) -
					       TARGET_WIDTH,
				y - TARGET_OVER, TARGET_WIDTH,
				progress->bar + 2 * TARGET_OVER },
			style->ink);
	numbers_put(progress, row, top + rows->thickness / 2);
}

/* As wide as its widest number or head. */
static length
column_measure(struct sketch *sketch)
{
	size_t columns = sketch->ledger.columns;
	length most = (sketch->width - sketch->plot) / COLUMNS_PARTS / (length)columns,
	       widest = 0;

	for (size_t i = 0; i < columns; i++)
		for (size_t j = 0; j <= sketch->ledger.count; j++) {
			const struct ledger_row *row =
				j ? &sketch->ledger.rows[j - 1] : &sketch->ledger.heads;
			struct block_style strong = sketch->text;
			length width;

			strong.bold = true;
			width = label_natural(sketch, row->values[i].cell, &strong) +
				ROWS_GAP + 1;
			if (width > widest)
				widest = width;
		}
	return widest > most ? most : widest;
}

/* The heads of the columns, and a word for a target that has none. */
static length
heads_put(struct progress *progress)
{
	struct sketch *sketch = progress->rows.sketch;
	const struct ledger_row *heads = &sketch->ledger.heads;
	length x = sketch->plot, height = 0, corner;
	struct label label;

	for (size_t i = 0; i < sketch->ledger.columns; i++) {
		label = label_cell(sketch, heads->values[i].cell, &sketch->faint,
			heads->values[i].tag, progress->column - ROWS_GAP);
		label_put(sketch, &label,
			progress->numbers + (length)(i + 1) * progress->column, 0,
			LABEL_END);
		if (label.height > height)
			height = label.height;
	}
	corner = rows_corner(sketch, x, 0);
	height = corner > height ? corner : height;
	if (!progress->common)
		return height;
	label = label_words(sketch,
		text_format(sketch->setting->scratch, "%.*s\u00a0%.*s",
			TEXT_ARG(wording_find(
				sketch->setting->tongue->language, WORDING_TARGET)),
			TEXT_ARG(sketch->chart->chart.target)),
		&sketch->faint, sketch->figure, progress->scale.size);
	x += scale_place(&progress->scale, progress->target);
	if (x - label.width < sketch->plot)
		x = sketch->plot + label.width;
	label_put(sketch, &label, x, sketch->chart->chart.unit.size ? height : 0,
		LABEL_END);
	return sketch->chart->chart.unit.size ? height + label.height
	       : label.height > height        ? label.height
					      : height;
}

static void
target_read(struct progress *progress)
{
	struct sketch *sketch = progress->rows.sketch;
	struct setting *setting = sketch->setting;
	struct text words = sketch->chart->chart.target;
	struct amount amount;

	if (words.size == 0)
		return;
	if (amount_parse(words, decimal_mark(setting->tongue->language), &amount) ==
		AMOUNT_NUMBER) {
		progress->common = true;
		progress->target = amount_scaled(amount, sketch->ledger.places);
		return;
	}
	diag_add(setting->diags, DIAG_L221, sketch->chart->at,
		"the target of this chart, \"%.*s\", is no number", TEXT_ARG(words));
	diag_help(setting->diags, "write digits only: target: 54");
}

/* Labels of a row may need several lines. */
static length
thickness_find(struct progress *progress)
{
	struct sketch *sketch = progress->rows.sketch;
	length thickness = progress->bar + 2 * TARGET_OVER;

	for (size_t i = 0; i < sketch->ledger.count; i++)
		for (size_t j = 0; j < sketch->ledger.columns; j++) {
			length height = label_words(sketch,
				sketch->ledger.rows[i].values[j].words, &sketch->text,
				0, progress->column - ROWS_GAP)
						.height;

			if (height > thickness)
				thickness = height;
		}
	return thickness;
}

void
progress_flow(struct sketch *sketch)
{
	struct progress progress = { .rows = { .sketch = sketch,
					     .draw = progress_draw } };
	int64_t high = sketch->ledger.high;

	rows_divide(sketch);
	target_read(&progress);
	if (progress.common && progress.target > high)
		high = progress.target;
	progress.column = column_measure(sketch);
	progress.numbers =
		sketch->width - progress.column * (length)sketch->ledger.columns;
	progress.scale = (struct scale){ 0, high > 0 ? high : 0,
		progress.numbers - sketch->plot };
	progress.bar = sketch->text.leading;
	progress.rows.thickness = thickness_find(&progress);
	rows_flow(&progress.rows, heads_put(&progress) + ROWS_SPACE / 2);
}
