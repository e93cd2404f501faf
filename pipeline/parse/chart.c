#include "chart.h"

#include "base/arena.h"
#include "base/suggest.h"
#include "model/document.h"
#include "parse/conversion.h"
#include "parse/csv.h"
#include "parse/fence.h"
#include "parse/keyline.h"
#include "parse/literal.h"

/* A chart that is being read from its fence. */
struct reading {
	struct keyline keyline;
	struct node *figure, *chart;
	struct place wanted; /* where the highlight was typed */
};

static void
caption_read(struct reading *reading, struct text words)
{
	keyline_add(&reading->keyline, reading->figure, NODE_CAPTION, words);
}

static void
source_read(struct reading *reading, struct text words)
{
	keyline_add(&reading->keyline, reading->figure, NODE_CREDIT, words);
}

static void
unit_read(struct reading *reading, struct text words)
{
	reading->chart->chart.unit =
		literal_words(reading->keyline.conversion->arena, words);
}

static void
alt_read(struct reading *reading, struct text words)
{
	reading->chart->chart.alt =
		literal_words(reading->keyline.conversion->arena, words);
}

static void
highlight_read(struct reading *reading, struct text words)
{
	reading->chart->chart.highlight =
		literal_words(reading->keyline.conversion->arena, words);
	reading->wanted = keyline_place(&reading->keyline, words);
}

static void
target_read(struct reading *reading, struct text words)
{
	reading->chart->chart.target =
		literal_words(reading->keyline.conversion->arena, words);
}

static void
order_read(struct reading *reading, struct text words)
{
	static const char *const orders[] = { "given", "rising", "falling" };
	struct diag_list *diags = reading->keyline.conversion->diags;
	struct suggest suggest = suggest_start(words);

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		suggest_offer(&suggest, text_of(orders[i]));
		if (!text_is(words, orders[i]))
			continue;
		if (i)
			reading->chart->chart.order = text_of(orders[i]);
		return;
	}
	diag_add(diags, DIAG_P254, keyline_place(&reading->keyline, words),
		"\"%.*s\" is no order for a chart", TEXT_ARG(words));
	if (suggest.nearest.size)
		diag_help(
			diags, "did you mean order: %.*s?", TEXT_ARG(suggest.nearest));
	else
		diag_help(diags, "write order: rising, order: falling or order: given");
}

static const char *const names[] = { "alt", "caption", "highlight", "order", "source",
	"target", "unit" };

static void (*const readers[])(struct reading *, struct text words) = {
	alt_read,
	caption_read,
	highlight_read,
	order_read,
	source_read,
	target_read,
	unit_read,
};

static const struct keyline_kind lines = {
	.what = "a chart",
	.names = names,
	.count = sizeof names / sizeof *names,
	.unknown = DIAG_P252,
	.twice = DIAG_P253,
	.help = "a chart has caption:, unit:, source:, alt:, order:, highlight: and "
		"target:; "
		"its values begin after an empty line",
	.twice_help = "delete one of the two lines",
};

/* A word of ASCII letters and a colon, and then a blank or nothing. */
static bool
key_cut(struct text whole, struct text *ret_name, struct text *ret_words)
{
	size_t end = text_find(whole, ':', 0);
	struct text name = text_slice(whole, 0, end);

	if (end == whole.size || end == 0 ||
		(end + 1 < whole.size && whole.at[end + 1] != ' '))
		return false;
	for (size_t i = 0; i < end; i++)
		if ((name.at[i] < 'a' || name.at[i] > 'z') &&
			(name.at[i] < 'A' || name.at[i] > 'Z') && name.at[i] != '-')
			return false;
	*ret_name = name;
	*ret_words = text_trim(text_slice(whole, end + 1, whole.size));
	return true;
}

static void
key_read(struct reading *reading, struct text name, struct text words)
{
	struct keyline *keyline = &reading->keyline;
	size_t key;

	if (keyline_find(keyline, name, true, &key) &&
		keyline_note(keyline, name, key) && words.size)
		readers[key](reading, words);
}

/* Reads what is said of the chart; what is left are its values. */
static struct fence
keys_read(struct reading *reading)
{
	struct keyline *keyline = &reading->keyline;
	struct fence values = *keyline->fence;
	struct text rest = values.lines, name, words;

	while (text_cut(&rest, '\n', &keyline->whole)) {
		bool empty = text_trim(keyline->whole).size == 0;

		if (!empty && !key_cut(keyline->whole, &name, &words))
			break;
		if (!empty)
			key_read(reading, name, words);
		keyline->line++;
		values.lines = rest;
		if (empty && keyline->seen)
			break;
	}
	values.line = keyline->line;
	return values;
}

static enum chart_kind
kind_find(struct conversion *conversion, struct text word, struct place at)
{
	struct suggest suggest = suggest_start(word);

	for (int i = CHART_BAR; i < CHART_KINDS; i++) {
		suggest_offer(&suggest, text_of(chart_name((enum chart_kind)i)));
		if (text_is(word, chart_name((enum chart_kind)i)))
			return (enum chart_kind)i;
	}
	if (word.size)
		diag_add(conversion->diags, DIAG_P251, at,
			"\"%.*s\" is no kind of chart", TEXT_ARG(word));
	else
		diag_add(conversion->diags, DIAG_P251, at,
			"this chart does not say of which kind it is");
	if (suggest.nearest.size)
		diag_help(conversion->diags, "did you mean ```chart %.*s?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(conversion->diags,
			"write ```chart and bar, stacked, grouped, line, dot, "
			"progress, timeline or matrix");
	return CHART_NONE;
}

/* What is highlighted is the head of a row or of a column. */
static void
highlight_judge(const struct reading *reading, struct node *table)
{
	struct diag_list *diags = reading->keyline.conversion->diags;
	struct text wanted = reading->chart->chart.highlight;
	struct suggest suggest = suggest_start(wanted);

	if (wanted.size == 0)
		return;
	for (struct node *row = table->first; row; row = row->next)
		for (struct node *cell = row->first; cell;
			cell = row->row.head ? cell->next : NULL) {
			struct text head =
				node_plain(reading->keyline.conversion->scratch, cell);

			if (text_equal(head, wanted))
				return;
			suggest_offer(&suggest, head);
		}
	diag_add(diags, DIAG_P254, reading->wanted,
		"nothing in this chart is called \"%.*s\"", TEXT_ARG(wanted));
	if (suggest.nearest.size)
		diag_help(diags, "did you mean highlight: %.*s?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(diags, "write it as it stands at the start of its line");
}

void
chart_add(struct conversion *conversion, const struct fence *fence, struct place at)
{
	struct reading reading = { .keyline = keyline_start(conversion, fence, &lines),
		.figure = node_make(conversion->arena, NODE_FIGURE, at),
		.chart = node_make(conversion->arena, NODE_CHART, at) };
	struct fence values;
	struct node *table;

	reading.chart->chart.kind = kind_find(conversion, fence->words, at);
	node_append(reading.figure, reading.chart);
	values = keys_read(&reading);
	table = csv_read(conversion, &values, at);
	if (!table || !table->first->next) {
		diag_add(conversion->diags, DIAG_P255, at, "this chart has no values");
		diag_help(conversion->diags,
			"write the heads of its columns on a line, Region;2023, and "
			"below it a line for each entry: Africa;41");
	}
	if (table) {
		node_append(reading.chart, table);
		highlight_judge(&reading, table);
	}
	conversion_add(conversion, reading.figure);
}
