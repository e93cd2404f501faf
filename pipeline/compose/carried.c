#include "carried.h"

#include <libxml/tree.h>
#include <stdlib.h>

#include "base/arena.h"
#include "mention.h"
#include "model/records.h"
#include "model/xml.h"

struct entry {
	int64_t key;
	const xmlNode *node; /* the value that has it */
};

/* Sorted by their keys. */
struct entries {
	struct entry *items;
	size_t count, room;
};

struct carried {
	struct entries numbers, days; /* days as dates that need not exist */
};

enum { MONTH_DAYS = 32, YEAR_DAYS = 13 * MONTH_DAYS };

static int64_t
day_key(const int64_t date[3])
{
	return date[0] * YEAR_DAYS + date[1] * MONTH_DAYS + date[2];
}

static void
entry_add(
	struct arena *arena, struct entries *entries, int64_t key, const xmlNode *node)
{
	entries->items = arena_room(arena, entries->items, entries->count,
		&entries->room, sizeof *entries->items);
	entries->items[entries->count++] = (struct entry){ key, node };
}

static void
value_take(struct arena *arena, struct carried *carried, const struct months *months,
	const xmlNode *node)
{
	struct text text = records_value(node);
	struct mention mention = { .to = 0 };

	while (mention_next(months, text, mention.to, &mention)) {
		if (!mention.is_date) {
			entry_add(arena, &carried->numbers, mention.number, node);
			continue;
		}
		entry_add(arena, &carried->days, day_key(mention.date), node);
		entry_add(arena, &carried->numbers, mention.date[0] * MENTION_UNITS,
			node);
	}
}

/* Depth first; read bounds the depth. */
static void
node_take(struct arena *arena, struct carried *carried, const struct months *months,
	const xmlNode *node)
{
	const xmlNode *child = records_first(node);

	if (!child)
		value_take(arena, carried, months, node);
	for (; child; child = records_next(child))
		node_take(arena, carried, months, child);
}

/* Of two values with the same the one that comes first in the records is told. */
static int
entry_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	const struct place *here = &records_origin(left->node)->value;
	const struct place *there = &records_origin(right->node)->value;
	int order = (left->key > right->key) - (left->key < right->key);

	if (order == 0)
		order = text_compare(here->file, there->file);
	if (order == 0)
		order = (here->line > there->line) - (here->line < there->line);
	return order ? order
		     : (here->column > there->column) - (here->column < there->column);
}

static void
entries_sort(struct entries *entries)
{
	if (entries->count)
		qsort(entries->items, entries->count, sizeof *entries->items,
			entry_compare);
}

struct carried *
carried_make(
	struct arena *arena, const struct records *records, const struct months *months)
{
	struct carried *carried = arena_make(arena, struct carried);

	for (const xmlNode *file = records_file(records); file;
		file = records_next(file))
		for (const xmlNode *root = records_first(file); root;
			root = records_next(root))
			if (!xml_is(root, "style"))
				node_take(arena, carried, months, root);
	entries_sort(&carried->numbers);
	entries_sort(&carried->days);
	return carried;
}

/* The first entry with that key or one above it. */
static size_t
entry_find(const struct entries *entries, int64_t key)
{
	size_t low = 0, high = entries->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (entries->items[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
has_between(const struct entries *entries, int64_t first, int64_t last)
{
	size_t at = entry_find(entries, first);

	return at < entries->count && entries->items[at].key <= last;
}

/* A day whose year is not said may be of any. */
static bool
has_day_of_year(const struct entries *entries, const int64_t date[3])
{
	int64_t first = entries->count ? entries->items[0].key / YEAR_DAYS : 0;
	int64_t last = entries->count
			       ? entries->items[entries->count - 1].key / YEAR_DAYS
			       : -1;

	for (int64_t year = first; year <= last; year++) {
		int64_t key = day_key((const int64_t[]){ year, date[1], date[2] });

		if (has_between(entries, key, key))
			return true;
	}
	return false;
}

bool
carried_has(const struct carried *carried, const struct mention *mention)
{
	int64_t key = mention->is_date ? day_key(mention->date) : mention->number;

	if (!mention->is_date)
		return has_between(&carried->numbers, key, key);
	if (mention->date[0] == 0)
		return has_day_of_year(&carried->days, mention->date);
	return has_between(
		&carried->days, key, mention->date[2] ? key : key + MONTH_DAYS - 1);
}

const struct _xmlNode *
carried_nearest(const struct carried *carried, const struct mention *mention)
{
	const struct entries *entries =
		mention->is_date ? &carried->days : &carried->numbers;
	int64_t key = mention->is_date ? day_key(mention->date) : mention->number;
	size_t at = entry_find(entries, key);

	if (entries->count == 0)
		return NULL;
	if (at == entries->count || (at && key - entries->items[at - 1].key <=
						    entries->items[at].key - key))
		at--;
	/* The first of those that are equal. */
	return entries->items[entry_find(entries, entries->items[at].key)].node;
}
