#include "gaps.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/records.h"
#include "model/value.h"

enum { MOST_RECORDS = 20 }; /* that are told one by one */

/* A text that is not there. */
struct gap {
	struct place at;    /* of the one that is printed instead */
	struct text record; /* the name of the record; may be empty */
	struct text key;
};

struct gaps {
	struct arena *arena;
	struct text language;
	struct gap *items; /* by file, line and column */
	size_t count, room;
};

struct gaps *
gaps_make(struct arena *arena, struct text language)
{
	struct gaps *gaps = arena_make(arena, struct gaps);

	gaps->arena = arena;
	gaps->language = language;
	return gaps;
}

static int
place_order(struct place one, struct place other)
{
	int order = text_compare(one.file, other.file);

	if (order == 0)
		order = (one.line > other.line) - (one.line < other.line);
	if (order == 0)
		order = (one.column > other.column) - (one.column < other.column);
	return order;
}

/* The first gap that does not stand before a place. */
static size_t
gap_find(const struct gaps *gaps, struct place at)
{
	size_t low = 0, high = gaps->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (place_order(gaps->items[middle].at, at) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
gap_put(struct gaps *gaps, const struct gap *gap)
{
	size_t index = gap_find(gaps, gap->at);

	if (index < gaps->count && place_order(gaps->items[index].at, gap->at) == 0)
		return;
	gaps->items = arena_room(
		gaps->arena, gaps->items, gaps->count, &gaps->room, sizeof *gap);
	for (size_t i = gaps->count++; i > index; i--)
		gaps->items[i] = gaps->items[i - 1];
	gaps->items[index] = (struct gap){ .at = gap->at,
		.record = text_keep(gaps->arena, gap->record),
		.key = text_keep(gaps->arena, gap->key) };
	gaps->items[index].at.file = text_keep(gaps->arena, gap->at.file);
}

/* The name of the record round a node, or empty. */
static struct text
record_name(const xmlNode *node)
{
	static const char *const names[] = { "id", "iso2", "code" };

	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (records_child(node, names[i]))
				return records_value(records_child(node, names[i]));
	return (struct text){ "", 0 };
}

void
gaps_add(struct gaps *gaps, const struct _xmlNode *text)
{
	const struct gap gap = { .at = records_origin(text)->key,
		.record = record_name(text->parent),
		.key = records_name(text->parent) };

	gap_put(gaps, &gap);
}

void
gaps_append(struct gaps *gaps, const struct gaps *from)
{
	for (size_t i = 0; i < from->count; i++)
		gap_put(gaps, &from->items[i]);
}

/* How many gaps from `first` on are of one record, and their keys. */
static size_t
record_gaps(const struct gaps *gaps, size_t first, struct buffer *keys)
{
	size_t count = 0;

	for (size_t i = first; i < gaps->count; i++, count++) {
		if (!text_equal(gaps->items[i].record, gaps->items[first].record) ||
			!text_equal(gaps->items[i].at.file, gaps->items[first].at.file))
			break;
		buffer_format(keys, "%s%.*s", count ? ", " : "",
			TEXT_ARG(gaps->items[i].key));
	}
	return count;
}

/* Each record with its keys, as far as they are told one by one; how many there are. */
static size_t
records_tell(struct gaps *gaps, struct diag_list *diags)
{
	size_t records = 0, count;

	for (size_t i = 0; i < gaps->count; i += count, records++) {
		struct buffer keys = buffer_make(gaps->arena);

		count = record_gaps(gaps, i, &keys);
		if (diags && records < MOST_RECORDS)
			diag_other(diags, gaps->items[i].at, "%.*s: %.*s",
				TEXT_ARG(gaps->items[i].record),
				TEXT_ARG(buffer_text(&keys)));
	}
	return records;
}

void
gaps_tell(struct gaps *gaps, struct diag_list *diags, struct place edition)
{
	size_t records = records_tell(gaps, NULL);

	if (gaps->count == 0)
		return;
	diag_add(diags, DIAG_G109, edition,
		"in the edition in \"%.*s\", %zu text%s of %zu record%s %s printed in "
		"another language",
		TEXT_ARG(gaps->language), gaps->count, gaps->count == 1 ? "" : "s",
		records, records == 1 ? "" : "s", gaps->count == 1 ? "is" : "are");
	records_tell(gaps, diags);
	if (records > MOST_RECORDS)
		diag_help(diags,
			"translate them in the records: those above and %zu more",
			records - MOST_RECORDS);
	else
		diag_help(diags, "translate them in the records");
}

struct text
gaps_language(const struct _xmlNode *node, struct text edition)
{
	struct text none = { "", 0 }, name;

	if (!node || !value_is_translated(node->parent))
		return none;
	name = records_name(node);
	return text_equal(text_slice(name, 0, text_find(name, '-', 0)),
		       text_slice(edition, 0, text_find(edition, '-', 0)))
		       ? none
		       : name;
}
