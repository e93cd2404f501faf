#include "reference.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/records.h"
#include "validate/judge.h"
#include "validate/nodeset.h"

enum {
	FIRST_ROOM = 256,
	SUGGESTIONS = 50, /* each looks at all names of a kind */
};

/* A kind of record: there are few, so they stand in a list. */
struct kind {
	struct kind *next;
	struct text name;
	size_t names; /* records of this kind */
	size_t uses;  /* references to it */
	const struct _xmlNode *first_use;
};

struct name {
	const struct _xmlNode *node; /* NULL in a free slot */
	struct kind *kind;
	uint64_t hash;
};

struct use {
	struct _xmlNode *node;
	struct kind *kind;
};

struct references {
	struct arena *arena;
	struct kind *kinds;
	struct name *names; /* open addressing; room is a power of two */
	size_t count, room;
	struct use *uses;
	size_t use_count, use_room;
	size_t suggestions;
	bool lost; /* names that could not be read */
};

struct references *
reference_start(struct arena *arena)
{
	struct references *references = arena_make(arena, struct references);

	references->arena = arena;
	references->room = FIRST_ROOM;
	references->names = arena_array(arena, struct name, FIRST_ROOM);
	return references;
}

static struct kind *
kind_find(struct references *references, struct text name)
{
	struct kind *kind;

	for (kind = references->kinds; kind; kind = kind->next)
		if (text_equal(kind->name, name))
			return kind;
	kind = arena_make(references->arena, struct kind);
	kind->name = name;
	kind->next = references->kinds;
	references->kinds = kind;
	return kind;
}

static uint64_t
name_hash(const struct kind *kind, struct text value)
{
	return text_hash(value) ^ text_hash(kind->name) * 31;
}

static bool
name_is(const struct name *name, const struct kind *kind, uint64_t hash,
	struct text value)
{
	return name->hash == hash && name->kind == kind &&
	       text_equal(records_value(name->node), value);
}

/* The slot of a name, or the free slot where it belongs. */
static struct name *
slot_find(const struct references *references, const struct kind *kind, uint64_t hash,
	struct text value)
{
	size_t slot = (size_t)hash & (references->room - 1);

	while (references->names[slot].node &&
		!name_is(&references->names[slot], kind, hash, value))
		slot = (slot + 1) & (references->room - 1);
	return &references->names[slot];
}

static void
names_double(struct references *references)
{
	struct name *old = references->names;
	size_t old_room = references->room;

	references->room *= 2;
	references->names =
		arena_array(references->arena, struct name, references->room);
	for (size_t i = 0; i < old_room; i++)
		if (old[i].node)
			*slot_find(references, old[i].kind, old[i].hash,
				records_value(old[i].node)) = old[i];
}

static void
repeated_complain(struct judge *judge, const struct kind *kind,
	const struct _xmlNode *node, const struct _xmlNode *first)
{
	struct text value = records_value(node);

	diag_add(judge->diags, DIAG_V401, records_origin(node)->value,
		"two records of the kind %.*s are named \"%.*s\"", TEXT_ARG(kind->name),
		TEXT_ARG(value));
	diag_label(judge->diags, "again here");
	diag_other(judge->diags, records_origin(first)->value, "first here");
	diag_help(judge->diags,
		"give one of them another name; where both are the same "
		"record, delete one");
}

void
reference_name(struct judge *judge, struct text kind_name, const struct _xmlNode *node)
{
	struct references *references = judge->references;
	struct kind *kind = kind_find(references, kind_name);
	struct text value = records_value(node);
	uint64_t hash = name_hash(kind, value);
	struct name *slot = slot_find(references, kind, hash, value);

	if (slot->node) {
		repeated_complain(judge, kind, node, slot->node);
		return;
	}
	*slot = (struct name){ .node = node, .kind = kind, .hash = hash };
	kind->names++;
	if (++references->count * 2 > references->room)
		names_double(references);
}

void
reference_use(struct judge *judge, struct text kind_name, struct _xmlNode *node)
{
	struct references *references = judge->references;
	struct kind *kind = kind_find(references, kind_name);

	references->uses = arena_room(references->arena, references->uses,
		references->use_count, &references->use_room, sizeof *references->uses);
	references->uses[references->use_count++] =
		(struct use){ .node = node, .kind = kind };
	if (kind->uses++ == 0)
		kind->first_use = node;
}

struct _xmlNode *
reference_at(const struct references *references, size_t index, struct text *ret_kind)
{
	if (index >= references->use_count)
		return NULL;
	*ret_kind = references->uses[index].kind->name;
	return references->uses[index].node;
}

static bool
name_exists(
	const struct references *references, const struct kind *kind, struct text value)
{
	return slot_find(references, kind, name_hash(kind, value), value)->node != NULL;
}

/* Another kind that has a record of this name. */
static const struct kind *
kind_with(const struct references *references, struct text value)
{
	for (const struct kind *kind = references->kinds; kind; kind = kind->next)
		if (name_exists(references, kind, value))
			return kind;
	return NULL;
}

static struct text
name_suggest(struct references *references, const struct use *use)
{
	struct suggest suggest = suggest_start(records_value(use->node));

	if (references->suggestions++ >= SUGGESTIONS)
		return TEXT("");
	for (size_t i = 0; i < references->room; i++)
		if (references->names[i].node && references->names[i].kind == use->kind)
			suggest_offer(
				&suggest, records_value(references->names[i].node));
	return suggest.nearest;
}

static void
lost_complain(struct judge *judge, const struct use *use)
{
	struct text value = records_value(use->node);
	const struct kind *other = kind_with(judge->references, value);
	struct text nearest = name_suggest(judge->references, use);
	struct text name = judge_name(judge, use->node);
	struct text record = judge_record(judge, use->node);

	diag_add(judge->diags, DIAG_V402, records_origin(use->node)->value,
		"there is no %.*s \"%.*s\" for %.*s%.*s", TEXT_ARG(use->kind->name),
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
			TEXT_ARG(use->kind->name));
}

/* Where no file with this kind of record was read, one sentence is enough. */
static void
unread_complain(struct judge *judge, const struct kind *kind, bool is_report)
{
	diag_add(judge->diags, is_report ? DIAG_V403 : DIAG_V404,
		records_origin(kind->first_use)->value,
		"no record of the kind %.*s was read, so %zu reference%s cannot be "
		"checked",
		TEXT_ARG(kind->name), kind->uses, kind->uses == 1 ? "" : "s");
	if (kind->uses > 1)
		diag_label(judge->diags, "the first of them");
	diag_help(judge->diags, "name the files that hold them too, or the folder that "
				"all of them lie in");
}

void
reference_lose(struct judge *judge)
{
	judge->references->lost = true;
}

/* True where the reference leads to a record that was read, or was blamed. */
static bool
use_is_settled(const struct judge *judge, const struct use *use)
{
	return nodeset_has(judge->blamed, use->node) ||
	       name_exists(judge->references, use->kind, records_value(use->node));
}

/* Where names were lost no reference is called wrong; one warning says so. */
static void
unsettled_warn(struct judge *judge)
{
	const struct references *references = judge->references;
	const struct use *first = NULL;
	size_t count = 0;

	for (size_t i = 0; i < references->use_count; i++) {
		if (use_is_settled(judge, &references->uses[i]))
			continue;
		first = count++ ? first : &references->uses[i];
	}
	if (!first)
		return;
	diag_add(judge->diags, DIAG_V410, records_origin(first->node)->value,
		"%zu reference%s could not be checked: part of a file could not be "
		"read",
		count, count == 1 ? "" : "s");
	diag_help(judge->diags, "mend what could not be read first, then check again");
}

void
reference_check(struct judge *judge, bool is_report)
{
	const struct references *references = judge->references;

	if (references->lost) {
		unsettled_warn(judge);
		return;
	}
	for (const struct kind *kind = references->kinds; kind; kind = kind->next)
		if (kind->uses && kind->names == 0)
			unread_complain(judge, kind, is_report);
	for (size_t i = 0; i < references->use_count; i++) {
		const struct use *use = &references->uses[i];

		if (use->kind->names && !nodeset_has(judge->blamed, use->node) &&
			!name_exists(references, use->kind, records_value(use->node)))
			lost_complain(judge, use);
	}
}
