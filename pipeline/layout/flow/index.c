#include "index.h"

#include <stdlib.h>
#include <unicode/ucol.h>

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/landmark.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	INDEX_GAP = 18 * LENGTH_POINT,
	INDEX_HANG = 10 * LENGTH_POINT, /* of lines that go on */
	INDEX_LEAST = 110 * LENGTH_POINT,
	INDEX_COLUMNS = 3,
	INDEX_ROWS = 24, /* at most, before the columns begin anew */
};

/* Pages that follow each other. */
struct stretch {
	const struct landmark *from, *to;
};

/* An entry with its lines. */
struct listed {
	const struct node *entry;
	struct line *lines;
	size_t count;
	uint32_t tag;
};

struct indexing {
	struct flow *flow;
	struct column column;
	const struct block_style *style;
	struct listed *items;
	size_t count;
	size_t columns;
	length width; /* of a column */
};

static struct landmark *
asked(const struct setting *setting, struct text name)
{
	struct landmark *landmark =
		name.size ? landmark_find(setting->landmarks, name) : NULL;

	if (landmark)
		landmark->asked = true;
	return landmark && landmark->folio.size ? landmark : NULL;
}

static int
stretch_compare(const void *a, const void *b)
{
	const struct stretch *first = a, *second = b;

	if (first->from->page != second->from->page)
		return first->from->page < second->from->page ? -1 : 1;
	if (first->to->page != second->to->page)
		return first->to->page < second->to->page ? -1 : 1;
	return text_compare(first->from->name, second->from->name);
}

/* 9 and 10, but not iv and 1. */
static bool
follows(const struct landmark *last, const struct landmark *next)
{
	bool roman = last->folio.at[0] > '9';

	return next->page <= last->page + 1 && roman == (next->folio.at[0] > '9');
}

/* The stretches of an entry, in order and joined; returns how many. */
static size_t
stretches_find(struct setting *setting, const struct node *entry,
	struct stretch **ret_stretches)
{
	struct stretch *all = NULL;
	size_t count = 0, room = 0, kept = 0;

	for (const struct node *node = entry->first; node; node = node->next) {
		struct stretch stretch = { asked(setting, node->mention.from),
			asked(setting, node->mention.to) };

		if (!stretch.from)
			continue;
		if (!stretch.to || stretch.to->page < stretch.from->page)
			stretch.to = stretch.from;
		all = arena_room(setting->scratch, all, count, &room, sizeof *all);
		all[count++] = stretch;
	}
	if (count)
		qsort(all, count, sizeof *all, stretch_compare);
	for (size_t i = 0; i < count; i++) {
		if (kept && follows(all[kept - 1].to, all[i].from)) {
			if (all[i].to->page > all[kept - 1].to->page)
				all[kept - 1].to = all[i].to;
			continue;
		}
		all[kept++] = all[i];
	}
	*ret_stretches = all;
	return kept;
}

/* "12\u201314", which leads to page 12. */
static void
stretch_add(struct indexing *indexing, const struct listed *listed,
	const struct stretch *stretch, struct run_list *runs)
{
	struct setting *setting = indexing->flow->setting;
	struct target *target = arena_make(setting->scratch, struct target);
	uint32_t tag = pages_add_tag(
		setting->pages, ROLE_LINK, listed->tag, (struct place){ 0 });
	struct text folio = stretch->from->folio;
	struct run run;

	if (stretch->to->page != stretch->from->page)
		folio = text_format(setting->scratch, "%.*s\u2013%.*s", TEXT_ARG(folio),
			TEXT_ARG(stretch->to->folio));
	target->name = stretch->from->name;
	target->says = text_format(setting->scratch, "%.*s, %.*s %.*s",
		TEXT_ARG(listed->entry->entry.name),
		TEXT_ARG(words_find(setting->document->language, WORD_PAGE)),
		TEXT_ARG(folio));
	run_add(setting, runs,
		run_of(setting, indexing->style,
			runs->count > 1
				? words_find(setting->document->language, WORD_COMMA)
				: TEXT("\u2002"),
			listed->tag));
	run = run_of(setting, indexing->style, folio, tag);
	run.target = target;
	run.colour = setting->style->link;
	run_add(setting, runs, run);
}

static void
entry_set(struct indexing *indexing, struct listed *listed, uint32_t list)
{
	struct setting *setting = indexing->flow->setting;
	const struct paragraph_form form = { .width = indexing->width - INDEX_HANG,
		.first_indent = -INDEX_HANG,
		.pinned = true };
	struct run_list runs = { 0 };
	struct stretch *stretches;
	size_t count = stretches_find(setting, listed->entry, &stretches);

	listed->tag = pages_add_tag(setting->pages, ROLE_LBODY,
		pages_add_tag(setting->pages, ROLE_LI, list, (struct place){ 0 }),
		(struct place){ 0 });
	run_add(setting, &runs,
		run_of(setting, indexing->style, listed->entry->entry.name,
			listed->tag));
	for (size_t i = 0; i < count; i++)
		stretch_add(indexing, listed, &stretches[i], &runs);
	listed->lines = paragraph_set(setting, &runs, &form, &listed->count);
}

/* In the order of the language, by which qsort cannot compare without a global. */
static void
entries_sort(struct indexing *indexing)
{
	struct setting *setting = indexing->flow->setting;
	UErrorCode status = U_ZERO_ERROR;
	UCollator *order = ucol_open(
		text_string(setting->scratch, setting->document->language), &status);

	if (!order)
		arena_exhaust(setting->scratch);
	for (size_t i = 1; i < indexing->count; i++) {
		struct listed one = indexing->items[i];
		struct text name = one.entry->entry.name;
		size_t at = i;

		for (; at > 0; at--) {
			struct text before = indexing->items[at - 1].entry->entry.name;

			if (ucol_strcollUTF8(order, before.at, (int32_t)before.size,
				    name.at, (int32_t)name.size,
				    &status) != UCOL_GREATER)
				break;
			indexing->items[at] = indexing->items[at - 1];
		}
		indexing->items[at] = one;
	}
	ucol_close(order);
}

static void
entries_gather(struct indexing *indexing, const struct node *index)
{
	struct setting *setting = indexing->flow->setting;
	size_t count = 0;

	for (const struct node *node = index->first; node; node = node->next)
		count++;
	indexing->items = arena_array(setting->scratch, struct listed, count + 1);
	for (const struct node *node = index->first; node; node = node->next)
		indexing->items[indexing->count++].entry = node;
	entries_sort(indexing);
}

/* Puts a line into a row of the columns: the first of a row makes it. */
static void
line_put(struct indexing *indexing, size_t row, const struct line *line, length left)
{
	struct flow *flow = indexing->flow;
	struct flow_item *item;

	if (row == flow->count) {
		flow_line(flow, line, left, indexing->style->leading);
		flow->items[row].cost = FLOW_COST_NEVER;
		return;
	}
	item = &flow->items[row];
	/* What the line came with has no room to spare. */
	if (item->room < item->count)
		item->room = item->count;
	for (size_t i = 0; i < line->count; i++) {
		item->items = arena_room(flow->setting->pages->arena, item->items,
			item->count, &item->room, sizeof *item->items);
		item->items[item->count] = line->items[i];
		item->items[item->count++].x += left;
	}
}

/* Rows of as many columns as fit.  Returns the entry after them. */
static size_t
rows_flow(struct indexing *indexing, size_t from, size_t rows)
{
	size_t first = indexing->flow->count, at = from;

	for (size_t column = 0; column < indexing->columns; column++) {
		length left = indexing->column.left +
			      (length)column * (indexing->width + INDEX_GAP);
		size_t used = 0;

		while (at < indexing->count &&
			(used == 0 || used + indexing->items[at].count <= rows)) {
			const struct listed *listed = &indexing->items[at++];

			for (size_t i = 0; i < listed->count; i++)
				line_put(indexing, first + used++, &listed->lines[i],
					left + INDEX_HANG);
		}
	}
	indexing->flow->items[indexing->flow->count - 1].cost = 0;
	return at;
}

/* The entry after those that columns of so many rows take. */
static size_t
rows_take(const struct indexing *indexing, size_t at, size_t rows)
{
	for (size_t column = 0; column < indexing->columns; column++)
		for (size_t used = 0;
			at < indexing->count &&
			(used == 0 || used + indexing->items[at].count <= rows);
			at++)
			used += indexing->items[at].count;
	return at;
}

static size_t
lines_left(const struct indexing *indexing, size_t from)
{
	size_t count = 0;

	for (size_t i = from; i < indexing->count; i++)
		count += indexing->items[i].count;
	return count;
}

static void
columns_find(struct indexing *indexing)
{
	length width = indexing->column.width;

	indexing->columns = INDEX_COLUMNS;
	do {
		indexing->width =
			(width - (length)(indexing->columns - 1) * INDEX_GAP) /
			(length)indexing->columns;
	} while (indexing->width < INDEX_LEAST && --indexing->columns > 1);
	if (indexing->columns == 1)
		indexing->width = width;
}

void
index_flow(struct flow *flow, struct node *index, struct column column)
{
	struct setting *setting = flow->setting;
	struct indexing indexing = { .flow = flow,
		.column = column,
		.style = &setting->style->blocks[STYLE_INDEX] };
	uint32_t list;
	size_t at = 0;

	entries_gather(&indexing, index);
	if (indexing.count == 0)
		return;
	columns_find(&indexing);
	list = pages_add_tag(setting->pages, ROLE_L,
		pages_add_tag(setting->pages, ROLE_INDEX, column.tag, index->at),
		index->at);
	for (size_t i = 0; i < indexing.count; i++)
		entry_set(&indexing, &indexing.items[i], list);
	flow_space(flow, indexing.style->before, false);
	while (at < indexing.count) {
		size_t rows = (lines_left(&indexing, at) + indexing.columns - 1) /
			      indexing.columns;

		while (rows < INDEX_ROWS &&
			rows_take(&indexing, at, rows) < indexing.count)
			rows++;
		at = rows_flow(&indexing, at, rows < INDEX_ROWS ? rows : INDEX_ROWS);
	}
	flow_space(flow, indexing.style->after, false);
}
