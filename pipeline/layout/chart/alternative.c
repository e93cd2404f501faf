#include "alternative.h"

#include "layout/chart/almanac.h"
#include "layout/chart/ledger.h"
#include "layout/chart/wording.h"
#include "layout/setting.h"
#include "model/document.h"

enum { MISSING_MOST = 5 }; /* so many are named */

/* A text in the making. */
struct telling {
	struct buffer buffer;
	const struct ledger *ledger;
	struct text language;
};

/* Begins a sentence. */
static void
label_add(struct telling *telling, struct text label)
{
	if (telling->buffer.size)
		buffer_byte(&telling->buffer, ' ');
	buffer_add(&telling->buffer, label);
	buffer_string(&telling->buffer, ": ");
}

static void
sentence_add(struct telling *telling, struct text words)
{
	if (words.size == 0)
		return;
	if (telling->buffer.size)
		buffer_byte(&telling->buffer, ' ');
	buffer_add(&telling->buffer, words);
	if (!text_ends(words, TEXT(".")))
		buffer_byte(&telling->buffer, '.');
}

static void
pair_add(struct telling *telling, enum wording label, struct text words)
{
	if (words.size == 0)
		return;
	label_add(telling, wording_find(telling->language, label));
	buffer_add(&telling->buffer, words);
	buffer_byte(&telling->buffer, '.');
}

/* The name of a value: its row, and its column where there are several. */
static void
name_add(struct telling *telling, size_t row, size_t column)
{
	const struct ledger *ledger = telling->ledger;

	buffer_add(&telling->buffer, ledger->rows[row].head);
	if (ledger->columns < 2)
		return;
	buffer_string(&telling->buffer, ", ");
	buffer_add(&telling->buffer, ledger->heads.values[column].words);
}

/* The first value, in reading order, that is one of the extremes. */
static bool
extreme_find(const struct ledger *ledger, bool dates, bool high, size_t *ret_row,
	size_t *ret_column)
{
	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++) {
			const struct value *value = &ledger->rows[i].values[j];
			int64_t at = !dates ? value->scaled
				     : high ? value->period.to
					    : value->period.from;

			if (value->kind != AMOUNT_NUMBER ||
				at != (high ? ledger->high : ledger->low))
				continue;
			*ret_row = i;
			*ret_column = j;
			return true;
		}
	return false;
}

static void
extreme_add(struct telling *telling, bool dates, bool high)
{
	static const enum wording labels[2][2] = { { WORDING_LOWEST, WORDING_HIGHEST },
		{ WORDING_EARLIEST, WORDING_LATEST } };
	const struct ledger *ledger = telling->ledger;
	size_t row = 0, column = 0;
	const struct value *value;

	if (!extreme_find(ledger, dates, high, &row, &column))
		return;
	value = &ledger->rows[row].values[column];
	label_add(telling, wording_find(telling->language, labels[dates][high]));
	buffer_add(&telling->buffer, dates ? almanac_period(telling->buffer.arena,
						     telling->language, &value->period)
					   : value->words);
	buffer_string(&telling->buffer, " (");
	name_add(telling, row, column);
	buffer_string(&telling->buffer, ").");
}

/* How many are not known, and the names of some. */
static void
missing_add(struct telling *telling)
{
	const struct ledger *ledger = telling->ledger;
	size_t named = 0;

	if (ledger->missing == 0)
		return;
	label_add(telling, wording_find(telling->language, WORDING_MISSING));
	buffer_number(&telling->buffer, (int64_t)ledger->missing);
	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++) {
			if (ledger->rows[i].values[j].kind == AMOUNT_NUMBER ||
				++named > MISSING_MOST)
				continue;
			buffer_string(&telling->buffer, named == 1 ? " (" : "; ");
			name_add(telling, i, j);
		}
	if (named > MISSING_MOST)
		buffer_string(&telling->buffer, "; \u2026");
	buffer_string(&telling->buffer, ").");
}

/* Where a line comes from and where it goes. */
static void
trend_add(struct telling *telling, size_t column)
{
	const struct ledger *ledger = telling->ledger;
	const struct value *first = NULL, *last = NULL;
	enum wording trend;

	for (size_t i = 0; i < ledger->count; i++) {
		const struct value *value = &ledger->rows[i].values[column];

		if (value->kind != AMOUNT_NUMBER)
			continue;
		first = first ? first : value;
		last = value;
	}
	if (!first || first == last)
		return;
	trend = last->scaled > first->scaled   ? WORDING_RISING
		: last->scaled < first->scaled ? WORDING_FALLING
					       : WORDING_STEADY;
	label_add(telling, ledger->heads.values[column].words);
	buffer_add(&telling->buffer, wording_find(telling->language, trend));
	buffer_string(&telling->buffer, ", ");
	buffer_add(&telling->buffer,
		wording_fill(telling->buffer.arena,
			wording_find(telling->language, WORDING_FROM_TO), first->words,
			last->words));
	buffer_byte(&telling->buffer, '.');
}

/* How many rows say something in each column. */
static void
counts_add(struct telling *telling)
{
	const struct ledger *ledger = telling->ledger;

	for (size_t j = 0; j < ledger->columns; j++) {
		size_t filled = 0;

		for (size_t i = 0; i < ledger->count; i++)
			filled += ledger->rows[i].values[j].kind != AMOUNT_NONE;
		label_add(telling, ledger->heads.values[j].words);
		buffer_number(&telling->buffer, (int64_t)filled);
		buffer_byte(&telling->buffer, '.');
	}
}

struct text
alternative_make(struct arena *arena, const struct ledger *ledger,
	const struct node *chart, struct text title, struct text language)
{
	enum chart_kind kind = chart->chart.kind;
	bool dates = kind == CHART_TIMELINE, words = kind == CHART_MATRIX;
	struct telling telling = { buffer_make(arena), ledger, language };

	sentence_add(
		&telling, wording_find(language, (enum wording)(kind - CHART_BAR)));
	sentence_add(&telling, title);
	pair_add(&telling, WORDING_UNIT, chart->chart.unit);
	pair_add(&telling, WORDING_ENTRIES, text_format(arena, "%zu", ledger->count));
	if (words) {
		counts_add(&telling);
		return buffer_text(&telling.buffer);
	}
	extreme_add(&telling, dates, false);
	extreme_add(&telling, dates, true);
	pair_add(&telling, WORDING_TARGET, chart->chart.target);
	missing_add(&telling);
	for (size_t j = 0; j < ledger->columns && kind == CHART_LINE; j++)
		trend_add(&telling, j);
	return buffer_text(&telling.buffer);
}
