#include "ledger.h"

#include <stdlib.h>

#include "base/arena.h"
#include "layout/chart/almanac.h"
#include "layout/flow/decimal.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

static const int64_t LARGEST = 1000000000000000;

static bool
is_among(struct text words, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(words, list[i]))
			return true;
	return false;
}

bool
ledger_says_yes(struct text words)
{
	static const char *const list[] = { "x", "X", "yes", "Yes", "1", "\u2713",
		"\u2714", "\u2022", "\u25cf", "\u00d7" };

	return is_among(words, list, sizeof list / sizeof *list);
}

bool
ledger_says_no(struct text words)
{
	static const char *const list[] = { "no", "No", "0", "\u2717", "\u2718" };

	return decimal_kind(words) == DECIMAL_NONE ||
	       is_among(words, list, sizeof list / sizeof *list);
}

static size_t
cells_count(const struct node *row)
{
	size_t count = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next)
		count += (size_t)cell->cell.columns;
	return count;
}

/* A cell that spans several columns stands in the first of them. */
static struct ledger_row
row_make(const struct ledger *ledger, const struct node *node)
{
	struct arena *scratch = ledger->setting->scratch;
	struct ledger_row row = { .cell = NULL };
	size_t column = 0;

	row.values = arena_array(scratch, struct value, ledger->columns + 1);
	for (struct node *cell = node->first; cell; cell = cell->next) {
		struct text words = text_trim(node_plain(scratch, cell));

		if (column == 0) {
			row.cell = cell;
			row.head = words;
		} else if (column <= ledger->columns) {
			row.values[column - 1] =
				(struct value){ .cell = cell, .words = words };
		}
		column += (size_t)cell->cell.columns;
	}
	return row;
}

struct ledger
ledger_make(struct setting *setting, struct node *table)
{
	struct ledger ledger = { .setting = setting, .table = table };
	size_t rows = 0;

	for (const struct node *row = table->first; row; row = row->next) {
		size_t cells = row->kind == NODE_ROW ? cells_count(row) : 0;

		rows += row->kind == NODE_ROW;
		if (cells > ledger.columns + 1)
			ledger.columns = cells - 1;
	}
	ledger.heads.values =
		arena_array(setting->scratch, struct value, ledger.columns + 1);
	ledger.rows = arena_array(setting->scratch, struct ledger_row, rows + 1);
	for (struct node *row = table->first; row; row = row->next) {
		if (row->kind != NODE_ROW)
			continue;
		if (row->row.head)
			ledger.heads = row_make(&ledger, row);
		else
			ledger.rows[ledger.count++] = row_make(&ledger, row);
	}
	return ledger;
}

static bool
has_own_digits(struct text words)
{
	return text_plain(words, 0) < words.size &&
	       decimal_kind(words) == DECIMAL_WORDS;
}

static void
number_read(struct ledger *ledger, struct value *value, struct amount *amount)
{
	char mark = decimal_mark(ledger->setting->tongue->language);

	value->kind = amount_parse(value->words, mark, amount);
	if (value->kind == AMOUNT_NUMBER) {
		ledger->own_digits |= has_own_digits(value->words);
		if (amount->places > ledger->places)
			ledger->places = amount->places;
	}
	if (value->kind != AMOUNT_WORDS)
		return;
	diag_add(ledger->setting->diags, DIAG_L221, value->cell->at,
		"\"%.*s\" is no number", TEXT_ARG(value->words));
	diag_help(ledger->setting->diags,
		"write digits, with %s as the decimal mark, or -- where the number is "
		"not known",
		mark == '.' ? "a point" : "a comma");
	value->kind = AMOUNT_NONE;
}

static void
value_count(struct ledger *ledger, const struct value *value, int64_t scaled)
{
	if (value->kind != AMOUNT_NUMBER) {
		ledger->missing++;
		return;
	}
	if (ledger->known == 0 || scaled < ledger->low)
		ledger->low = scaled;
	if (ledger->known == 0 || scaled > ledger->high)
		ledger->high = scaled;
	ledger->known++;
}

/* As many places as all numbers can have. */
static void
places_settle(struct ledger *ledger, const struct amount *amounts)
{
	size_t count = ledger->count * ledger->columns;

	for (size_t i = 0; i < count && ledger->places > 0; i++) {
		int64_t scaled = amount_scaled(amounts[i], ledger->places);

		if (scaled < LARGEST && scaled > -LARGEST)
			continue;
		ledger->places--;
		i = (size_t)-1;
	}
}

void
ledger_read_numbers(struct ledger *ledger)
{
	struct amount *amounts = arena_array(ledger->setting->scratch, struct amount,
		ledger->count * ledger->columns + 1);

	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++)
			number_read(ledger, &ledger->rows[i].values[j],
				&amounts[i * ledger->columns + j]);
	places_settle(ledger, amounts);
	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++) {
			struct value *value = &ledger->rows[i].values[j];

			if (value->kind == AMOUNT_NUMBER)
				value->scaled =
					amount_scaled(amounts[i * ledger->columns + j],
						ledger->places);
			value_count(ledger, value, value->scaled);
		}
}

static void
date_read(struct ledger *ledger, struct value *value)
{
	if (decimal_kind(value->words) == DECIMAL_NONE)
		return;
	if (period_parse(value->words, &value->period)) {
		value->kind = AMOUNT_NUMBER;
		return;
	}
	diag_add(ledger->setting->diags, DIAG_L222, value->cell->at,
		"\"%.*s\" is no date", TEXT_ARG(value->words));
	diag_help(ledger->setting->diags,
		"write it as exactly as it is known: 2023, 2023-Q2, 2023-05, "
		"2023-05-31, or two of these with a slash between");
}

void
ledger_read_dates(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++) {
			struct value *value = &ledger->rows[i].values[j];

			value->kind = AMOUNT_NONE;
			date_read(ledger, value);
			value_count(ledger, value, value->period.from);
			if (value->kind == AMOUNT_NUMBER &&
				value->period.to > ledger->high)
				ledger->high = value->period.to;
		}
}

void
ledger_read_marks(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->count; i++)
		for (size_t j = 0; j < ledger->columns; j++) {
			struct value *value = &ledger->rows[i].values[j];

			value->kind = ledger_says_no(value->words) ? AMOUNT_NONE
								   : AMOUNT_WORDS;
		}
}

/* The last number of a row; false where it has none. */
static bool
last_number(
	const struct ledger *ledger, const struct ledger_row *row, int64_t *ret_last)
{
	for (size_t i = ledger->columns; i-- > 0;)
		if (row->values[i].kind == AMOUNT_NUMBER) {
			*ret_last = row->values[i].scaled;
			return true;
		}
	return false;
}

static bool
comes_before(const struct ledger *ledger, const struct ledger_row *one,
	const struct ledger_row *other, bool falling)
{
	int64_t first = 0, second = 0;

	if (!last_number(ledger, one, &first))
		return false;
	if (!last_number(ledger, other, &second))
		return true;
	return falling ? first > second : first < second;
}

/* By merging, which keeps the order of equals. */
static void
rows_merge(const struct ledger *ledger, struct ledger_row *rows, size_t count,
	struct ledger_row *room, bool falling)
{
	size_t half = count / 2, left = 0, right = half;

	if (count < 2)
		return;
	rows_merge(ledger, rows, half, room, falling);
	rows_merge(ledger, rows + half, count - half, room, falling);
	for (size_t i = 0; i < count; i++) {
		bool second = left == half ||
			      (right < count && comes_before(ledger, &rows[right],
							&rows[left], falling));

		room[i] = rows[second ? right++ : left++];
	}
	for (size_t i = 0; i < count; i++)
		rows[i] = room[i];
}

void
ledger_sort(struct ledger *ledger, bool falling)
{
	struct ledger_row *room = arena_array(
		ledger->setting->scratch, struct ledger_row, ledger->count + 1);

	rows_merge(ledger, ledger->rows, ledger->count, room, falling);
}

static void
row_tag(struct ledger *ledger, struct ledger_row *row, uint32_t part, bool heads)
{
	struct pages *pages = ledger->setting->pages;
	struct place at = row->cell ? row->cell->at : ledger->table->at;
	uint32_t line = pages_add_tag(pages, ROLE_TR, part, at);

	row->tag = pages_add_tag(pages, ROLE_TH, line, at);
	pages->tags[row->tag].scope = heads ? SCOPE_COLUMN : SCOPE_ROW;
	for (size_t i = 0; i < ledger->columns; i++) {
		struct value *value = &row->values[i];

		value->tag = pages_add_tag(pages, heads ? ROLE_TH : ROLE_TD, line,
			value->cell ? value->cell->at : at);
		if (heads)
			pages->tags[value->tag].scope = SCOPE_COLUMN;
	}
}

void
ledger_tag(struct ledger *ledger, uint32_t parent)
{
	struct pages *pages = ledger->setting->pages;
	uint32_t table = pages_add_tag(pages, ROLE_TABLE, parent, ledger->table->at);
	uint32_t part = pages_add_tag(pages, ROLE_THEAD, table, ledger->table->at);

	row_tag(ledger, &ledger->heads, part, true);
	if (ledger->count)
		part = pages_add_tag(pages, ROLE_TBODY, table, ledger->table->at);
	for (size_t i = 0; i < ledger->count; i++)
		row_tag(ledger, &ledger->rows[i], part, false);
}

struct text
ledger_say(const struct ledger *ledger, int64_t scaled)
{
	struct arena *scratch = ledger->setting->scratch;

	return almanac_number(scratch, ledger->setting->tongue->language,
		amount_print(scratch, scaled, ledger->places), ledger->own_digits);
}
