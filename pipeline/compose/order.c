#include "order.h"

#include <stdlib.h>
#include <unicode/ucol.h>

#include "base/arena.h"
#include "exact.h"
#include "locale.h"
#include "round.h"

static void
collator_close(void *collator)
{
	ucol_close(collator);
}

struct UCollator *
order_collator(struct arena *arena, struct text language)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(locale_of(arena, language), &status);

	if (!collator)
		arena_exhaust(arena);
	arena_adopt(arena, collator_close, collator);
	/* 2 comes before 10. */
	ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	return collator;
}

/* A value by which things are sorted. */
struct key {
	struct text text;
	exact number;
};

/* What one sort="…" says of all turns. */
struct column {
	struct key *keys;
	bool are_numbers, descending;
};

struct sorting {
	const UCollator *collator;
	struct column *columns;
	size_t column_count;
};

struct sorted {
	const struct sorting *sorting;
	struct turn turn;
	size_t index;
};

static int
key_compare(const struct sorting *sorting, const struct column *column,
	const struct key *one, const struct key *other)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollationResult result;

	if (column->are_numbers)
		return one->number < other->number ? -1 : one->number > other->number;
	result = ucol_strcollUTF8(sorting->collator, one->text.at,
		(int32_t)one->text.size, other->text.at, (int32_t)other->text.size,
		&status);
	if (U_FAILURE(status) || result == UCOL_EQUAL)
		return 0;
	return result == UCOL_LESS ? -1 : 1;
}

static int
sorted_compare(const void *a, const void *b)
{
	const struct sorted *one = a, *other = b;
	const struct sorting *sorting = one->sorting;

	for (size_t i = 0; i < sorting->column_count; i++) {
		const struct column *column = &sorting->columns[i];
		int order = key_compare(sorting, column, &column->keys[one->index],
			&column->keys[other->index]);

		if (order)
			return column->descending ? -order : order;
	}
	return one->index < other->index ? -1 : one->index > other->index;
}

static bool
column_fill(const struct order *order, const struct sort_key *by, struct turns turns,
	struct column *column)
{
	column->keys = arena_array(order->arena, struct key, turns.count);
	column->descending = by->descending;
	column->are_numbers = true;
	for (size_t i = 0; i < turns.count; i++) {
		struct value value;
		struct key *key = &column->keys[i];

		order->enter(order->owner, &turns.items[i]);
		queries_stand(order->queries, i + 1, turns.count);
		if (!query_value(
			    order->queries, by->query, turns.items[i].node, &value))
			return false;
		key->text = value.text;
		column->are_numbers =
			column->are_numbers && exact_parse(value.text, &key->number);
	}
	return true;
}

bool
order_sort(const struct order *order, const struct round *round, struct turns turns)
{
	struct arena *arena = order->arena;
	struct sorting sorting = { .collator = order->collator };
	struct sorted *sorted = arena_array(arena, struct sorted, turns.count);
	size_t room = 0;

	for (const struct sort_key *by = round->keys; by; by = by->next) {
		sorting.columns = arena_room(arena, sorting.columns,
			sorting.column_count, &room, sizeof *sorting.columns);
		if (!column_fill(
			    order, by, turns, &sorting.columns[sorting.column_count++]))
			return false;
	}
	if (sorting.column_count == 0 || turns.count == 0)
		return true;
	for (size_t i = 0; i < turns.count; i++)
		sorted[i] = (struct sorted){ &sorting, turns.items[i], i };
	qsort(sorted, turns.count, sizeof *sorted, sorted_compare);
	for (size_t i = 0; i < turns.count; i++)
		turns.items[i] = sorted[i].turn;
	return true;
}

/* A group in the making. */
struct gathering {
	struct turn turn;
	size_t room;
	struct gathering *next; /* in the same slot */
};

enum { SLOTS = 256 };

static struct gathering *
gathering_find(struct gathering **slots, struct text key)
{
	struct gathering *gathering = slots[text_hash(key) % SLOTS];

	while (gathering && !text_equal(gathering->turn.key, key))
		gathering = gathering->next;
	return gathering;
}

static struct gathering *
gathering_make(struct arena *arena, struct gathering **slots, struct text key,
	struct _xmlNode *node)
{
	struct gathering *gathering = arena_make(arena, struct gathering);
	struct gathering **slot = &slots[text_hash(key) % SLOTS];

	gathering->turn.is_group = true;
	gathering->turn.key = key;
	gathering->turn.node = node;
	gathering->next = *slot;
	*slot = gathering;
	return gathering;
}

static bool
groups_make(const struct order *order, const struct round *round,
	struct query_nodes nodes, struct turns *ret_turns)
{
	struct arena *arena = order->arena;
	struct gathering *slots[SLOTS] = { 0 };
	struct gathering **groups = arena_array(arena, struct gathering *, nodes.count);
	size_t count = 0;

	for (size_t i = 0; i < nodes.count; i++) {
		struct gathering *group;
		struct value key;

		queries_stand(order->queries, i + 1, nodes.count);
		if (!query_value(order->queries, round->by, nodes.items[i], &key))
			return false;
		group = gathering_find(slots, key.text);
		if (!group)
			groups[count++] = group =
				gathering_make(arena, slots, key.text, nodes.items[i]);
		group->turn.members.items = arena_room(arena, group->turn.members.items,
			group->turn.members.count, &group->room, sizeof *nodes.items);
		group->turn.members.items[group->turn.members.count++] = nodes.items[i];
	}
	ret_turns->items = arena_array(arena, struct turn, count);
	ret_turns->count = count;
	for (size_t i = 0; i < count; i++)
		ret_turns->items[i] = groups[i]->turn;
	return true;
}

bool
order_turns(const struct order *order, const struct round *round,
	struct query_nodes nodes, struct turns *ret_turns)
{
	if (round->by)
		return groups_make(order, round, nodes, ret_turns);
	ret_turns->items = arena_array(order->arena, struct turn, nodes.count);
	ret_turns->count = nodes.count;
	for (size_t i = 0; i < nodes.count; i++)
		ret_turns->items[i] = (struct turn){ .node = nodes.items[i] };
	return true;
}
