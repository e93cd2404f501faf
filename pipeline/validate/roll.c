#include "roll.h"

#include <assert.h>
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
#include "validate/titled.h"

enum {
	FIRST_ROOM = 256,
	KINDS = 255,
	SUGGESTIONS = 50, /* each looks at all names of a kind */
	TITLED = 5000,    /* records of a kind whose titles are looked through */
};

/* A kind of record: there are few, so they stand in a list. */
struct kind {
	struct text name;
	size_t names;          /* records of this kind */
	size_t uses;           /* references to it */
	struct spot first_use; /* good where there is any */
	bool is_followed;
};

/* What stands in a table: the first member of all that does. */
struct link {
	struct link *next; /* in the same slot */
	uint64_t hash;
};

/* A name, or a reference that is not settled: an element with its value.  There may be
 * a million names, so each is kept small. */
struct entry {
	struct link link;
	struct _xmlNode *node;
	uint32_t portion, line; /* of the key */
	uint32_t path;          /* the number of its file */
	uint16_t column;        /* of the key */
	uint16_t lines, value_column, value_end;
	uint16_t size;
	uint8_t kind;
	char value[];
};

/* An element that refers to a record of a kind that is followed. */
struct follower {
	struct link link; /* the hash of kind and name is as good as both */
	struct spot spot;
};

struct table {
	struct link **slots;
	size_t room, count;  /* room is a power of two, or 0 */
	struct arena *arena; /* of the slots */
};

struct roll {
	struct arena *arena;
	struct shelf *shelf;
	struct text *paths; /* of the files */
	size_t path_count, path_room;
	struct kind kinds[KINDS];
	size_t kind_count;
	struct table names, followers;
	struct entry **unsettled; /* references, in their order */
	size_t unsettled_count, unsettled_room;
	struct entry **misfits; /* references that are no names */
	size_t misfit_count, misfit_room;
	size_t suggestions;
	bool lost;   /* names that could not be read */
	bool hidden; /* anything that could not */
};

struct roll *
roll_open(struct arena *arena, struct shelf *shelf)
{
	struct roll *roll = arena_make(arena, struct roll);

	roll->arena = arena;
	roll->shelf = shelf;
	return roll;
}

void
roll_close(struct roll *roll)
{
	arena_close(roll->names.arena);
	arena_close(roll->followers.arena);
}

static struct text
value_of(const struct entry *entry)
{
	return (struct text){ entry->value, entry->size };
}

static struct place
place_of(const struct roll *roll, const struct entry *entry)
{
	return (struct place){ .file = roll->paths[entry->path],
		.line = entry->line + entry->lines,
		.column = entry->value_column,
		.end = entry->value_end };
}

static struct spot
spot_at(const struct entry *entry)
{
	return (struct spot){ .portion = entry->portion,
		.line = entry->line,
		.column = entry->column,
		.node = entry->node };
}

/* NULL where there is none of that name. */
static const struct kind *
kind_find(const struct roll *roll, struct text name)
{
	for (size_t i = 0; i < roll->kind_count; i++)
		if (text_equal(roll->kinds[i].name, name))
			return &roll->kinds[i];
	return NULL;
}

/* The schema has a few dozen kinds. */
static struct kind *
kind_add(struct roll *roll, struct text name)
{
	for (size_t i = 0; i < roll->kind_count; i++)
		if (text_equal(roll->kinds[i].name, name))
			return &roll->kinds[i];
	assert(roll->kind_count < KINDS);
	roll->kinds[roll->kind_count].name = name;
	return &roll->kinds[roll->kind_count++];
}

void
roll_follow(struct roll *roll, struct text kind)
{
	kind_add(roll, kind)->is_followed = true;
}

/* Parts each chain in two; both keep its order. */
static void
table_widen(struct roll *roll, struct table *table)
{
	size_t room = table->room ? 2 * table->room : FIRST_ROOM;
	struct arena *arena = arena_beside(roll->arena);
	struct link **slots = arena_array(arena, struct link *, room);

	for (size_t i = 0; i < table->room; i++) {
		struct link **low = &slots[i], **high = &slots[i + table->room];

		for (struct link *link = table->slots[i]; link; link = link->next) {
			struct link ***end = link->hash & table->room ? &high : &low;

			**end = link;
			*end = &link->next;
		}
		*low = *high = NULL;
	}
	arena_close(table->arena);
	table->arena = arena;
	table->slots = slots;
	table->room = room;
}

/* The first with that hash at or after a link of its chain. */
static struct link *
link_find(struct link *link, uint64_t hash)
{
	while (link && link->hash != hash)
		link = link->next;
	return link;
}

static struct link *
table_find(const struct table *table, uint64_t hash)
{
	return table->room ? link_find(table->slots[hash & (table->room - 1)], hash)
			   : NULL;
}

/* It comes last in its chain where it matters who was first. */
static void
table_add(struct roll *roll, struct table *table, struct link *link, bool last)
{
	struct link **slot;

	if (table->count++ >= table->room)
		table_widen(roll, table);
	slot = &table->slots[link->hash & (table->room - 1)];
	while (last && *slot)
		slot = &(*slot)->next;
	link->next = *slot;
	*slot = link;
}

static const struct entry *
name_find(const struct roll *roll, const struct kind *kind, struct text value)
{
	uint64_t hash = text_hash(value);
	const struct link *link = table_find(&roll->names, hash);

	for (; link; link = link_find(link->next, hash)) {
		const struct entry *entry = (const struct entry *)link;

		if ((!kind || &roll->kinds[entry->kind] == kind) &&
			text_equal(value_of(entry), value))
			return entry;
	}
	return NULL;
}

/* Most elements are of the same file as the one before. */
static uint32_t
path_add(struct roll *roll, struct text path)
{
	size_t count = roll->path_count;

	if (count && text_equal(roll->paths[count - 1], path))
		return (uint32_t)count - 1;
	roll->paths = arena_room(
		roll->arena, roll->paths, count, &roll->path_room, sizeof *roll->paths);
	roll->paths[count] = text_keep(roll->arena, path);
	return (uint32_t)roll->path_count++;
}

/* A column beyond any line that people type finds nothing, and does no harm. */
static uint16_t
clamp(uint32_t column)
{
	return column < UINT16_MAX ? (uint16_t)column : UINT16_MAX;
}

static struct entry *
entry_make(struct roll *roll, const struct kind *kind, struct spot spot)
{
	const struct place *at = &records_origin(spot.node)->value;
	struct text value = records_value(spot.node);
	struct entry *entry = arena_take(roll->arena, sizeof *entry + value.size);

	assert(value.size <= UINT16_MAX);
	*entry = (struct entry){ .link.hash = text_hash(value),
		.node = spot.node,
		.portion = spot.portion,
		.line = spot.line,
		.path = path_add(roll, at->file),
		.column = clamp(spot.column),
		.lines = clamp(at->line - spot.line),
		.value_column = clamp(at->column),
		.value_end = clamp(at->end),
		.size = (uint16_t)value.size,
		.kind = (uint8_t)(kind - roll->kinds) };
	memcpy(entry->value, value.at, value.size);
	return entry;
}

static void
repeated_complain(const struct roll *roll, struct diag_list *diags,
	const struct entry *again, const struct entry *first)
{
	struct text value = value_of(again);

	diag_add(diags, DIAG_V401, place_of(roll, again),
		"two records of the kind %.*s are named \"%.*s\"",
		TEXT_ARG(roll->kinds[again->kind].name), TEXT_ARG(value));
	diag_label(diags, "again here");
	diag_other(diags, place_of(roll, first), "first here");
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
		repeated_complain(roll, diags, entry, first);
		return;
	}
	kind->names++;
	table_add(roll, &roll->names, &entry->link, true);
}

static uint64_t
follower_hash(struct text kind, struct text id)
{
	return text_hash(kind) * 31 ^ text_hash(id);
}

static void
follower_add(struct roll *roll, const struct reference *use, struct spot spot)
{
	struct follower *follower = arena_make(roll->arena, struct follower);

	follower->link.hash = follower_hash(use->kind, records_value(use->node));
	follower->spot = spot;
	table_add(roll, &roll->followers, &follower->link, false);
}

static void
use_enter(struct roll *roll, uint32_t portion, const struct reference *use)
{
	struct kind *kind = kind_add(roll, use->kind);
	struct spot spot = spot_of(portion, use->node);

	if (titled_is(records_value(use->node))) {
		roll->misfits = arena_room(roll->arena, roll->misfits,
			roll->misfit_count, &roll->misfit_room, sizeof *roll->misfits);
		roll->misfits[roll->misfit_count++] = entry_make(roll, kind, spot);
		return;
	}
	if (kind->uses++ == 0)
		kind->first_use = spot;
	if (kind->is_followed)
		follower_add(roll, use, spot);
	if (name_find(roll, kind, records_value(use->node)))
		return;
	roll->unsettled = arena_room(roll->arena, roll->unsettled,
		roll->unsettled_count, &roll->unsettled_room, sizeof *roll->unsettled);
	roll->unsettled[roll->unsettled_count++] = entry_make(roll, kind, spot);
}

void
roll_enter(struct roll *roll, struct diag_list *diags, uint32_t portion,
	const struct references *references)
{
	roll->lost |= references->lost;
	roll->hidden |= references->hidden;
	for (size_t i = 0; i < references->name_count; i++)
		name_enter(roll, diags, portion, &references->names[i]);
	for (size_t i = 0; i < references->use_count; i++)
		use_enter(roll, portion, &references->uses[i]);
}

bool
roll_find(const struct roll *roll, struct text kind_name, struct text id,
	struct spot *ret_spot)
{
	const struct kind *kind = kind_name.size ? kind_find(roll, kind_name) : NULL;
	const struct entry *entry;

	if (kind_name.size && !kind)
		return false;
	entry = name_find(roll, kind, id);
	if (entry)
		*ret_spot = spot_at(entry);
	return entry != NULL;
}

/* The follower that a spot is part of. */
static const struct follower *
follower_around(const struct spot *spot)
{
	return (const struct follower *)(const void *)((const char *)spot -
						       offsetof(struct follower, spot));
}

const struct spot *
roll_referrers(const struct roll *roll, struct text kind, struct text id,
	const struct spot *before)
{
	uint64_t hash = follower_hash(kind, id);
	const struct link *link =
		before ? link_find(follower_around(before)->link.next, hash)
		       : table_find(&roll->followers, hash);

	return link ? &((const struct follower *)link)->spot : NULL;
}

bool
roll_is_hidden(const struct roll *roll)
{
	return roll->hidden;
}

/* Another kind that has a record of this name. */
static const struct kind *
kind_with(const struct roll *roll, struct text value)
{
	const struct entry *entry = name_find(roll, NULL, value);

	return entry ? &roll->kinds[entry->kind] : NULL;
}

static struct text
name_suggest(struct roll *roll, const struct entry *use)
{
	struct suggest suggest = suggest_start(value_of(use));

	if (roll->suggestions++ >= SUGGESTIONS)
		return TEXT("");
	for (size_t i = 0; i < roll->names.room; i++)
		for (const struct link *link = roll->names.slots[i]; link;
			link = link->next) {
			const struct entry *name = (const struct entry *)link;

			if (name->kind == use->kind)
				suggest_offer(&suggest, value_of(name));
		}
	return suggest.nearest;
}

static void
lost_complain(struct roll *roll, struct judge *judge, const struct entry *use)
{
	const struct spot spot = spot_at(use);
	const struct _xmlNode *node = shelf_find(roll->shelf, &spot);
	struct text value = value_of(use), kind = roll->kinds[use->kind].name;
	const struct kind *other = kind_with(roll, value);
	struct text nearest = name_suggest(roll, use);
	struct text name, record;

	if (!node)
		return;
	name = judge_name(judge, node);
	record = judge_record(judge, node);
	diag_add(judge->diags, DIAG_V402, place_of(roll, use),
		"there is no %.*s \"%.*s\" for %.*s%.*s", TEXT_ARG(kind),
		TEXT_ARG(value), TEXT_ARG(name), TEXT_ARG(record));
	if (other)
		diag_label(judge->diags,
			"this is the name of a record of the kind %.*s",
			TEXT_ARG(other->name));
	if (nearest.size)
		diag_help(judge->diags, "did you mean \"%.*s\"?", TEXT_ARG(nearest));
	else
		diag_help(judge->diags,
			"check the spelling, or add the %.*s to its register",
			TEXT_ARG(kind));
	owner_set(judge, node);
}

/* Looks for the record that has this title. */
static struct titled
title_find(struct roll *roll, const struct entry *use)
{
	struct titled titled = titled_start(value_of(use));
	bool few = roll->kinds[use->kind].names < TITLED &&
		   roll->suggestions++ < SUGGESTIONS;

	for (size_t i = 0; few && i < roll->names.room; i++)
		for (const struct link *link = roll->names.slots[i]; link;
			link = link->next) {
			const struct entry *name = (const struct entry *)link;
			struct spot spot = spot_at(name);
			const struct _xmlNode *id =
				name->kind == use->kind ? shelf_find(roll->shelf, &spot)
							: NULL;

			if (id)
				titled_offer(&titled, id->parent, value_of(name));
		}
	return titled;
}

static void
misfit_complain(struct roll *roll, struct judge *judge, const struct entry *use)
{
	struct titled titled = title_find(roll, use);
	struct spot spot = spot_at(use);
	const struct _xmlNode *node = shelf_find(roll->shelf, &spot);

	if (!node)
		return;
	titled_complain(judge, node, roll->kinds[use->kind].name, &titled);
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

static bool
is_settled(const struct roll *roll, const struct entry *use)
{
	return name_find(roll, &roll->kinds[use->kind], value_of(use)) != NULL;
}

/* Where names were lost no reference is called wrong; one warning says so. */
static void
unsettled_warn(const struct roll *roll, struct judge *judge)
{
	const struct entry *first = NULL;
	const struct _xmlNode *node;
	struct spot spot;
	size_t count = 0;

	for (size_t i = 0; i < roll->unsettled_count; i++)
		if (!is_settled(roll, roll->unsettled[i]))
			first = count++ ? first : roll->unsettled[i];
	if (!first)
		return;
	spot = spot_at(first);
	node = shelf_find(roll->shelf, &spot);
	diag_add(judge->diags, DIAG_V410, place_of(roll, first),
		"%zu reference%s could not be checked: part of a file could not be "
		"read",
		count, count == 1 ? "" : "s");
	diag_help(judge->diags, "mend what could not be read first, then check again");
	owner_set(judge, node);
}

void
roll_check(struct roll *roll, struct judge *judge, bool is_report)
{
	for (size_t i = 0; i < roll->misfit_count; i++)
		misfit_complain(roll, judge, roll->misfits[i]);
	if (roll->lost) {
		unsettled_warn(roll, judge);
		return;
	}
	for (size_t i = 0; i < roll->kind_count; i++)
		if (roll->kinds[i].uses && roll->kinds[i].names == 0)
			unread_complain(roll, judge, &roll->kinds[i], is_report);
	for (size_t i = 0; i < roll->unsettled_count; i++) {
		const struct entry *use = roll->unsettled[i];

		if (roll->kinds[use->kind].names && !is_settled(roll, use))
			lost_complain(roll, judge, use);
	}
}
