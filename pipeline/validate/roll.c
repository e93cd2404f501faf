#include "roll.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/records.h"
#include "validate/judge.h"
#include "validate/owner.h"
#include "validate/reference.h"
#include "validate/shelf.h"

enum {
	FIRST_ROOM = 256,
	SUGGESTIONS = 50, /* each looks at all names of a kind */
};

/* A kind of record: there are few, so they stand in a list. */
struct kind {
	struct kind *next;
	struct text name;
	size_t names;          /* records of this kind */
	size_t uses;           /* references to it */
	struct spot first_use; /* good where there is any */
	bool is_followed;
};

/* A name, or a reference: an element with its value. */
struct entry {
	struct entry *next; /* in the same slot, or in the list */
	struct kind *kind;
	struct spot spot;
	const struct text *path;    /* of its file */
	uint32_t line, column, end; /* of the value */
	uint32_t size;              /* bytes of the value */
	char value[];
};

struct table {
	struct entry **slots;
	size_t room, count; /* room is a power of two, or 0 */
};

struct roll {
	struct arena *arena;
	struct shelf *shelf;
	const struct text *path; /* of the file that is entered */
	struct kind *kinds;
	struct table names, referrers;
	struct entry *unsettled, **end; /* references, in their order */
	size_t suggestions;
	bool lost; /* names that could not be read */
};

struct roll *
roll_open(struct arena *arena, struct shelf *shelf)
{
	struct roll *roll = arena_make(arena, struct roll);

	roll->arena = arena;
	roll->shelf = shelf;
	roll->end = &roll->unsettled;
	return roll;
}

static struct kind *
kind_find(const struct roll *roll, struct text name)
{
	struct kind *kind = roll->kinds;

	while (kind && !text_equal(kind->name, name))
		kind = kind->next;
	return kind;
}

static struct kind *
kind_add(struct roll *roll, struct text name)
{
	struct kind *kind = kind_find(roll, name);

	if (kind)
		return kind;
	kind = arena_make(roll->arena, struct kind);
	kind->name = name;
	kind->next = roll->kinds;
	roll->kinds = kind;
	return kind;
}

void
roll_follow(struct roll *roll, struct text kind)
{
	kind_add(roll, kind)->is_followed = true;
}

static struct text
value_of(const struct entry *entry)
{
	return (struct text){ entry->value, entry->size };
}

static struct place
place_of(const struct entry *entry)
{
	return (struct place){ .file = *entry->path,
		.line = entry->line,
		.column = entry->column,
		.end = entry->end };
}

static struct entry **
slot_of(const struct table *table, struct text value)
{
	return &table->slots[text_hash(value) & (table->room - 1)];
}

/* Each chain keeps its order. */
static void
table_widen(struct arena *arena, struct table *table)
{
	struct table wide = { .room = table->room ? 2 * table->room : FIRST_ROOM };
	struct entry ***ends = arena_array(arena, struct entry **, wide.room);

	wide.slots = arena_array(arena, struct entry *, wide.room);
	wide.count = table->count;
	for (size_t i = 0; i < wide.room; i++)
		ends[i] = &wide.slots[i];
	for (size_t i = 0; i < table->room; i++)
		for (struct entry *entry = table->slots[i], *next; entry;
			entry = next) {
			size_t slot =
				(size_t)(slot_of(&wide, value_of(entry)) - wide.slots);

			next = entry->next;
			entry->next = NULL;
			*ends[slot] = entry;
			ends[slot] = &entry->next;
		}
	*table = wide;
}

/* Most elements are of the same file as the one before. */
static const struct text *
path_keep(struct roll *roll, struct text path)
{
	struct text *kept;

	if (roll->path && text_equal(*roll->path, path))
		return roll->path;
	kept = arena_make(roll->arena, struct text);
	*kept = text_keep(roll->arena, path);
	return roll->path = kept;
}

static struct entry *
entry_make(struct roll *roll, struct kind *kind, struct spot spot)
{
	const struct place *at = &records_origin(spot.node)->value;
	struct text value = records_value(spot.node);
	struct entry *entry = arena_take(roll->arena, sizeof *entry + value.size);

	entry->kind = kind;
	entry->spot = spot;
	entry->path = path_keep(roll, at->file);
	entry->line = at->line;
	entry->column = at->column;
	entry->end = at->end;
	entry->size = (uint32_t)value.size;
	memcpy(entry->value, value.at, value.size);
	return entry;
}

/* Names come last in their chain, so that the first is found first; those who refer
 * come first, so that it need not be walked. */
static void
table_add(struct roll *roll, struct table *table, struct entry *entry, bool last)
{
	struct entry **slot;

	if (table->count++ >= table->room)
		table_widen(roll->arena, table);
	slot = slot_of(table, value_of(entry));
	while (last && *slot)
		slot = &(*slot)->next;
	entry->next = *slot;
	*slot = entry;
}

static const struct entry *
entry_find(const struct entry *entry, const struct kind *kind, struct text value)
{
	while (entry &&
		((kind && entry->kind != kind) || !text_equal(value_of(entry), value)))
		entry = entry->next;
	return entry;
}

static const struct entry *
name_find(const struct roll *roll, const struct kind *kind, struct text value)
{
	const struct table *names = &roll->names;

	return names->room ? entry_find(*slot_of(names, value), kind, value) : NULL;
}

static void
repeated_complain(
	struct diag_list *diags, const struct entry *again, const struct entry *first)
{
	diag_add(diags, DIAG_V401, place_of(again),
		"two records of the kind %.*s are named \"%.*s\"",
		TEXT_ARG(again->kind->name), TEXT_ARG(value_of(again)));
	diag_label(diags, "again here");
	diag_other(diags, place_of(first), "first here");
	diag_help(diags, "give one of them another name; where both are the same "
			 "record, delete one");
}

static void
name_enter(struct roll *roll, struct diag_list *diags, uint32_t portion,
	const struct reference *name)
{
	struct kind *kind = kind_add(roll, name->kind);
	struct entry *entry = entry_make(roll, kind, spot_of(portion, name->node));
	const struct entry *first = name_find(roll, kind, value_of(entry));

	if (first) {
		repeated_complain(diags, entry, first);
		return;
	}
	kind->names++;
	table_add(roll, &roll->names, entry, true);
}

static void
use_enter(struct roll *roll, uint32_t portion, const struct reference *use)
{
	struct kind *kind = kind_add(roll, use->kind);
	struct spot spot = spot_of(portion, use->node);
	struct entry *entry;

	if (kind->uses++ == 0)
		kind->first_use = spot;
	if (kind->is_followed)
		table_add(roll, &roll->referrers, entry_make(roll, kind, spot), false);
	if (name_find(roll, kind, records_value(use->node)))
		return;
	entry = entry_make(roll, kind, spot);
	*roll->end = entry;
	roll->end = &entry->next;
}

void
roll_enter(struct roll *roll, struct diag_list *diags, uint32_t portion,
	const struct references *references)
{
	roll->lost |= references->lost;
	for (size_t i = 0; i < references->name_count; i++)
		name_enter(roll, diags, portion, &references->names[i]);
	for (size_t i = 0; i < references->use_count; i++)
		use_enter(roll, portion, &references->uses[i]);
}

const struct spot *
roll_find(const struct roll *roll, struct text kind_name, struct text id)
{
	const struct kind *kind = kind_name.size ? kind_find(roll, kind_name) : NULL;
	const struct entry *entry;

	if (kind_name.size && !kind)
		return NULL;
	entry = name_find(roll, kind, id);
	return entry ? &entry->spot : NULL;
}

/* The entry that a spot is part of. */
static const struct entry *
entry_around(const struct spot *spot)
{
	return (const struct entry *)(const void *)((const char *)spot -
						    offsetof(struct entry, spot));
}

const struct spot *
roll_referrers(const struct roll *roll, struct text kind_name, struct text id,
	const struct spot *before)
{
	const struct table *referrers = &roll->referrers;
	const struct kind *kind = kind_find(roll, kind_name);
	const struct entry *entry = NULL;

	if (!kind || referrers->room == 0)
		return NULL;
	entry = before ? entry_around(before)->next : *slot_of(referrers, id);
	entry = entry_find(entry, kind, id);
	return entry ? &entry->spot : NULL;
}

/* Another kind that has a record of this name. */
static const struct kind *
kind_with(const struct roll *roll, struct text value)
{
	const struct entry *entry = name_find(roll, NULL, value);

	return entry ? entry->kind : NULL;
}

static struct text
name_suggest(struct roll *roll, const struct entry *use)
{
	struct suggest suggest = suggest_start(value_of(use));

	if (roll->suggestions++ >= SUGGESTIONS)
		return TEXT("");
	for (size_t i = 0; i < roll->names.room; i++)
		for (const struct entry *name = roll->names.slots[i]; name;
			name = name->next)
			if (name->kind == use->kind)
				suggest_offer(&suggest, value_of(name));
	return suggest.nearest;
}

static void
lost_complain(struct roll *roll, struct judge *judge, const struct entry *use)
{
	const struct _xmlNode *node = shelf_find(roll->shelf, &use->spot);
	const struct kind *other = kind_with(roll, value_of(use));
	struct text nearest = name_suggest(roll, use);
	struct text name, record;

	if (!node)
		return;
	name = judge_name(judge, node);
	record = judge_record(judge, node);
	diag_add(judge->diags, DIAG_V402, place_of(use),
		"there is no %.*s \"%.*s\" for %.*s%.*s", TEXT_ARG(use->kind->name),
		TEXT_ARG(value_of(use)), TEXT_ARG(name), TEXT_ARG(record));
	if (other)
		diag_label(judge->diags,
			"this is the name of a record of the kind %.*s",
			TEXT_ARG(other->name));
	if (nearest.size)
		diag_help(judge->diags, "did you mean \"%.*s\"?", TEXT_ARG(nearest));
	else
		diag_help(judge->diags,
			"check the spelling, or add the %.*s to its register",
			TEXT_ARG(use->kind->name));
	owner_set(judge, node);
}

/* Where no file with this kind of record was read, one sentence is enough. */
static void
unread_complain(
	struct roll *roll, struct judge *judge, const struct kind *kind, bool is_report)
{
	const struct _xmlNode *node = shelf_find(roll->shelf, &kind->first_use);

	if (!node)
		return;
	diag_add(judge->diags, is_report ? DIAG_V403 : DIAG_V404,
		records_origin(node)->value,
		"no record of the kind %.*s was read, so %zu reference%s cannot be "
		"checked",
		TEXT_ARG(kind->name), kind->uses, kind->uses == 1 ? "" : "s");
	if (kind->uses > 1)
		diag_label(judge->diags, "the first of them");
	diag_help(judge->diags, "name the files that hold them too, or the folder that "
				"all of them lie in");
	owner_set(judge, node);
}

/* Where names were lost no reference is called wrong; one warning says so. */
static void
unsettled_warn(const struct roll *roll, struct judge *judge)
{
	const struct entry *first = NULL;
	const struct _xmlNode *node;
	size_t count = 0;

	for (const struct entry *use = roll->unsettled; use; use = use->next)
		if (!name_find(roll, use->kind, value_of(use)))
			first = count++ ? first : use;
	node = first ? shelf_find(roll->shelf, &first->spot) : NULL;
	if (!node)
		return;
	diag_add(judge->diags, DIAG_V410, place_of(first),
		"%zu reference%s could not be checked: part of a file could not be "
		"read",
		count, count == 1 ? "" : "s");
	diag_help(judge->diags, "mend what could not be read first, then check again");
	owner_set(judge, node);
}

void
roll_check(struct roll *roll, struct judge *judge, bool is_report)
{
	if (roll->lost) {
		unsettled_warn(roll, judge);
		return;
	}
	for (const struct kind *kind = roll->kinds; kind; kind = kind->next)
		if (kind->uses && kind->names == 0)
			unread_complain(roll, judge, kind, is_report);
	for (const struct entry *use = roll->unsettled; use; use = use->next)
		if (use->kind->names && !name_find(roll, use->kind, value_of(use)))
			lost_complain(roll, judge, use);
}
