#include "chart.h"

#include "base/contrast.h"
#include "layout/chart/alternative.h"
#include "layout/chart/bars.h"
#include "layout/chart/curve.h"
#include "layout/chart/dots.h"
#include "layout/chart/matrix.h"
#include "layout/chart/progress.h"
#include "layout/chart/rows.h"
#include "layout/chart/stack.h"
#include "layout/chart/timeline.h"
#include "layout/chart/wording.h"
#include "layout/flow/flow.h"
#include "layout/flow/note.h"
#include "layout/flow/table.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

enum {
	WIDTH_LEAST = 150 * LENGTH_POINT,
	COLUMNS_PARTS = 2, /* a row is no higher than one of these of the whole */
};

static struct node *
table_of(struct node *chart)
{
	return chart->first;
}

static void
values_read(struct sketch *sketch)
{
	struct ledger *ledger = &sketch->ledger;
	struct text order = sketch->chart->chart.order;

	switch (sketch->chart->chart.kind) {
	case CHART_TIMELINE:
		ledger_read_dates(ledger);
		break;
	case CHART_MATRIX:
		ledger_read_marks(ledger);
		break;
	case CHART_NONE:
		break;
	case CHART_BAR:
	case CHART_STACKED:
	case CHART_GROUPED:
	case CHART_LINE:
	case CHART_DOT:
	case CHART_PROGRESS:
	case CHART_KINDS:
		ledger_read_numbers(ledger);
		break;
	}
	if (order.size)
		ledger_sort(ledger, text_is(order, "falling"));
}

/* Why a chart cannot be drawn; NULL where it can, and empty where that goes without
 * saying. */
static const char *
hindrance_find(struct sketch *sketch)
{
	const struct ledger *ledger = &sketch->ledger;

	if (ledger->count == 0 || ledger->columns == 0)
		return "it has no values";
	if (sketch->width < WIDTH_LEAST)
		return "its column is too narrow";
	if (ledger->known == 0 && sketch->chart->chart.kind == CHART_TIMELINE)
		return "";
	rows_divide(sketch);
	for (size_t i = 0; i < ledger->count; i++)
		if (label_words(sketch, ledger->rows[i].head, &sketch->text, 0,
			    sketch->names + 1)
				.height > sketch->most / COLUMNS_PARTS)
			return "a name is too long";
	if ((sketch->chart->chart.kind == CHART_BAR ||
		    sketch->chart->chart.kind == CHART_GROUPED) &&
		(int64_t)ledger->columns * sketch->text.leading >
			sketch->most / COLUMNS_PARTS)
		return "it has too many columns";
	return NULL;
}

static const char *
chart_draw(struct sketch *sketch)
{
	switch (sketch->chart->chart.kind) {
	case CHART_BAR:
	case CHART_GROUPED:
	case CHART_KINDS:
	case CHART_NONE:
		bars_flow(sketch);
		break;
	case CHART_STACKED:
		stack_flow(sketch);
		break;
	case CHART_PROGRESS:
		progress_flow(sketch);
		break;
	case CHART_DOT:
		dots_flow(sketch);
		break;
	case CHART_TIMELINE:
		timeline_flow(sketch);
		break;
	case CHART_LINE:
		return curve_flow(sketch) ? NULL : "its lines have no room";
	case CHART_MATRIX:
		return matrix_flow(sketch) ? NULL : "its columns are too narrow";
	}
	return NULL;
}

/* Letters of the chart against the paper, and against the colours they stand on. */
static void
contrast_judge(const struct sketch *sketch)
{
	struct setting *setting = sketch->setting;
	const struct style *style = setting->style;
	const uint32_t letters[] = { sketch->text.colour, sketch->faint.colour };

	if (setting->contrast_said)
		return;
	setting->contrast_said = true;
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (contrast_of(letters[i], style->paper) < CONTRAST_TEXT) {
			diag_add(setting->diags, DIAG_L224, sketch->chart->at,
				"the letters of charts, #%06x, are too pale",
				(unsigned)letters[i]);
			diag_help(setting->diags,
				"make the colour of chart: or muted: darker in "
				"style.yaml");
		}
	for (size_t i = 0; i < style->series_count; i++) {
		uint32_t ground = style->series[i];

		if (contrast_of(ground, sketch_ink(sketch, ground)) >= CONTRAST_TEXT)
			continue;
		diag_add(setting->diags, DIAG_L224, style->series_at,
			"no letters can be read on the colour #%06x", (unsigned)ground);
		diag_help(setting->diags,
			"make it darker or lighter, so that white or the ink of the "
			"style stands out from it");
	}
}

/* A figure that shows nothing is but a section with its table. */
static void
table_instead(struct sketch *sketch, struct column column, const char *why)
{
	struct pages *pages = sketch->setting->pages;

	if (why && *why) {
		diag_add(sketch->setting->diags, DIAG_L223, sketch->chart->at,
			"this chart is set as a table, for %s", why);
		diag_help(sketch->setting->diags,
			"shorten names, leave out columns, or choose another kind");
	}
	pages->tags[sketch->figure].role = ROLE_SECT;
	for (size_t i = sketch->figure + 1; i < pages->tag_count; i++)
		if (pages->tags[i].parent == sketch->figure &&
			pages->tags[i].role == ROLE_CAPTION)
			pages->tags[i].role = ROLE_P;
	table_flow(sketch->flow, table_of(sketch->chart), column);
}

/* The words for the figure; where they are English, its caption is not. */
static void
alternative_give(struct sketch *sketch)
{
	struct pages *pages = sketch->setting->pages;
	struct text language = sketch->setting->tongue->language;
	struct text own = wording_language(language), title = TEXT("");
	struct tag_texts *figure = pages_texts(pages, sketch->figure);
	struct node *caption = sketch->chart->parent->first;

	if (caption->kind == NODE_CAPTION)
		title = node_plain(sketch->setting->scratch, caption);
	figure->alt = text_keep(pages->arena, sketch->chart->chart.alt);
	if (figure->alt.size)
		return;
	figure->alt = alternative_make(
		pages->arena, &sketch->ledger, sketch->chart, title, own);
	if (text_equal(own, language) || language.size == 0)
		return;
	figure->language = text_keep(pages->arena, own);
	for (size_t i = sketch->figure + 1; i < pages->tag_count; i++)
		if (pages->tags[i].parent == sketch->figure)
			pages_texts(pages, (uint32_t)i)->language =
				text_keep(pages->arena, language);
}

static struct sketch
sketch_open(struct flow *flow, struct node *chart, struct column column, length most)
{
	struct setting *setting = flow->setting;
	struct sketch sketch = { .setting = setting,
		.flow = flow,
		.chart = chart,
		.text = setting->style->blocks[STYLE_CHART],
		.figure = column.tag,
		.left = column.left,
		.width = column.width,
		.most = most };

	sketch.faint = sketch.text;
	sketch.faint.colour = setting->style->muted;
	return sketch;
}

void
chart_flow(struct flow *flow, struct node *chart, struct column column, length most)
{
	struct pages *pages = flow->setting->pages;
	struct sketch sketch = sketch_open(flow, chart, column, most);
	struct frame *frame = flow->frame;
	uint32_t parent = pages->tags[column.tag].parent;
	size_t tags = pages->tag_count, items = flow->count;
	const char *why;

	if (!table_of(chart))
		return;
	sketch.ledger = ledger_make(flow->setting, table_of(chart));
	if (chart->chart.kind == CHART_NONE) {
		table_instead(&sketch, column, NULL);
		return;
	}
	values_read(&sketch);
	why = hindrance_find(&sketch);
	if (!why) {
		ledger_tag(&sketch.ledger, parent);
		contrast_judge(&sketch);
		why = chart_draw(&sketch);
	}
	if (why) {
		pages->tag_count = tags;
		flow->count = items;
		flow->frame = frame;
		table_instead(&sketch, column, why);
		return;
	}
	alternative_give(&sketch);
	column.tag = parent;
	notes_flow(flow, table_of(chart), column, parent);
}
