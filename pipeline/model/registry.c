#include "registry.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/fields.h"
#include "model/records.h"

enum { DEEPEST = 32 }; /* records inside records */

struct entry {
	struct text id, kind;
	xmlNode *record;
	struct entry *next;  /* in the same slot */
	struct entry *after; /* in the order of reading */
};

struct registry {
	struct arena *arena;
	struct entry **slots, ***ends; /* chains in the order of reading */
	size_t room;                   /* a power of two */
	struct entry *first, *last;    /* in the order of reading */
};

static void
entry_add(struct registry *registry, struct text id, struct text kind, xmlNode *record)
{
	size_t slot = text_hash(id) & (registry->room - 1);
	struct entry *entry = arena_make(registry->arena, struct entry);

	*entry = (struct entry){ .id = id, .kind = kind, .record = record };
	*registry->ends[slot] = entry;
	registry->ends[slot] = &entry->next;
	if (registry->last)
		registry->last->after = entry;
	else
		registry->first = entry;
	registry->last = entry;
}

static bool
is_name_by_custom(const xmlNode *field)
{
	struct text name = text_of((const char *)field->name);

	return text_is(name, "id") || text_is(name, "iso2");
}

/* Notes a record and those inside it; `known` is its declaration, if there is one. */
static void
record_note(struct registry *registry, xmlNode *record, const struct field *known,
	size_t depth)
{
	for (xmlNode *field = records_first(record); field;
		field = records_next(field)) {
		const struct field *declared =
			fields_within(known, text_of((const char *)field->name));
		struct text kind = declared ? declared->identifies : TEXT("");

		if (kind.size || (!declared && is_name_by_custom(field)))
			entry_add(registry, records_value(field), kind, record);
		else if (depth < DEEPEST && records_first(field))
			record_note(registry, field, declared, depth + 1);
	}
}

static size_t
files_count(const xmlNode *root)
{
	size_t count = 0;

	for (const xmlNode *file = records_first(root); file; file = records_next(file))
		count++;
	return count;
}

struct registry *
registry_make(
	struct arena *arena, const struct records *records, const struct fields *fields)
{
	struct registry *registry = arena_make(arena, struct registry);
	const xmlNode *root = xmlDocGetRootElement(records->xml);

	registry->arena = arena;
	registry->room = 256;
	while (registry->room < 16 * files_count(root))
		registry->room *= 2;
	registry->slots = arena_array(arena, struct entry *, registry->room);
	registry->ends = arena_array(arena, struct entry **, registry->room);
	for (size_t i = 0; i < registry->room; i++)
		registry->ends[i] = &registry->slots[i];
	for (xmlNode *file = records_first(root); file; file = records_next(file)) {
		xmlNode *record = records_first(file);

		if (record)
			record_note(registry, record,
				fields ? fields_root(fields,
						 text_of((const char *)record->name))
				       : NULL,
				0);
	}
	return registry;
}

struct _xmlNode *
registry_find(const struct registry *registry, struct text kind, struct text id)
{
	const struct entry *entry =
		registry->slots[text_hash(id) & (registry->room - 1)];

	for (; entry; entry = entry->next)
		if (text_equal(entry->id, id) &&
			(kind.size == 0 || entry->kind.size == 0 ||
				text_equal(entry->kind, kind)))
			return entry->record;
	return NULL;
}

struct _xmlNode **
registry_list(const struct registry *registry, struct arena *arena, struct text kind,
	size_t *ret_count)
{
	struct _xmlNode **records = NULL;
	size_t count = 0, room = 0;

	for (const struct entry *entry = registry->first; entry; entry = entry->after) {
		if (!text_equal(entry->kind, kind))
			continue;
		records = arena_room(arena, records, count, &room, sizeof(void *));
		records[count++] = entry->record;
	}
	*ret_count = count;
	return records;
}

struct text
registry_name(const struct registry *registry, const struct _xmlNode *record)
{
	for (const struct entry *entry = registry->first; entry; entry = entry->after)
		if (entry->record == record)
			return entry->id;
	return (struct text){ "", 0 };
}
