#include "allowed.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/allowance.h"
#include "model/records.h"
#include "validate/judge.h"

/* An allowance with the lines that it covers. */
struct cover {
	struct allowance allowance;
	uint32_t last;
	size_t used;
};

/* Those of a file, or of a portion of it. */
struct covers {
	struct covers *next;
	struct text path;
	struct cover *items;
	size_t count;
};

struct allowed {
	struct arena *arena;
	struct covers *first, **end;
};

struct allowed *
allowed_open(struct arena *arena)
{
	struct allowed *allowed = arena_make(arena, struct allowed);

	allowed->arena = arena;
	allowed->end = &allowed->first;
	return allowed;
}

static bool
is_own(const struct judge *judge, const struct allowance *allowance)
{
	return judge->last == 0 ||
	       (allowance->line >= judge->first && allowance->line <= judge->last);
}

static void
covers_take(struct allowed *allowed, const struct judge *judge, const xmlNode *file,
	struct covers *covers)
{
	struct allowance allowance;
	const xmlNode *node = NULL;
	size_t room = 0;

	while ((node = allowance_next(allowed->arena, file, node, &allowance))) {
		if (!is_own(judge, &allowance))
			continue;
		covers->items = arena_room(allowed->arena, covers->items, covers->count,
			&room, sizeof *covers->items);
		allowance.at.file = covers->path;
		covers->items[covers->count++] = (struct cover){ .allowance = allowance,
			.last = allowance.line };
	}
}

static uint32_t
line_of(const xmlNode *node)
{
	const struct origin *origin = records_origin(node);

	return origin->key.line ? origin->key.line : origin->value.line;
}

/* An element that begins on the line of an allowance widens it to its last line, which
 * comes back; read bounds the depth. */
static uint32_t
covers_widen(struct covers *covers, const xmlNode *node)
{
	uint32_t line = line_of(node), last = records_origin(node)->value.line;

	last = last > line ? last : line;
	for (const xmlNode *child = records_first(node); child;
		child = records_next(child)) {
		uint32_t end = covers_widen(covers, child);

		last = end > last ? end : last;
	}
	for (size_t i = 0; i < covers->count; i++)
		if (covers->items[i].allowance.line == line &&
			covers->items[i].last < last)
			covers->items[i].last = last;
	return last;
}

static bool
is_allowed(struct covers *covers, const struct diag *diag)
{
	for (size_t i = 0; i < covers->count; i++) {
		struct cover *cover = &covers->items[i];

		if (cover->allowance.line > diag->at.line ||
			cover->last < diag->at.line || !cover->allowance.reason.size ||
			!text_is(cover->allowance.code, diag->entry->code) ||
			!text_equal(covers->path, diag->at.file))
			continue;
		cover->used++;
		return true;
	}
	return false;
}

/* What cannot be read cannot be allowed. */
static const struct diag_entry *
diag_drop(void *owner, const struct diag *diag)
{
	bool may = diag->severity != SEVERITY_FAILURE && diag->entry->code[0] == 'V';

	return may && is_allowed(owner, diag) ? NULL : diag->entry;
}

/* Rules keep silent where a value is wrong: what they would say there, and an allowance
 * would be for, is only known once such errors of the file are mended.  What rules
 * themselves say (V500) silences nothing. */
static bool
file_is_sound(const struct diag_list *diags, struct text path)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].severity != SEVERITY_WARNING &&
			diags->items[i].code != DIAG_V500 &&
			text_equal(diags->items[i].at.file, path))
			return false;
	return true;
}

static void
cover_judge(struct judge *judge, const struct cover *cover, bool sound)
{
	const struct allowance *allowance = &cover->allowance;
	struct text code = judge_cut(allowance->code, 20);

	if (allowance->reason.size == 0) {
		diag_add(judge->diags, DIAG_V420, allowance->at,
			"%.*s is allowed here without a reason", TEXT_ARG(code));
		diag_help(judge->diags, "write # plgs: allow %.*s -- and why",
			TEXT_ARG(code));
	} else if (cover->used == 0 && sound) {
		diag_add(judge->diags, DIAG_V421, allowance->at,
			"%.*s is allowed here, and there is no such fault on line %u",
			TEXT_ARG(code), (unsigned)allowance->line);
		diag_help(judge->diags, "delete the comment");
	}
}

void
allowed_keep(
	struct allowed *allowed, const struct judge *judge, const struct _xmlNode *file)
{
	struct covers *covers;

	if (!allowance_is_in(file))
		return;
	covers = arena_make(allowed->arena, struct covers);
	covers->path = text_keep(allowed->arena, records_path(file));
	covers_take(allowed, judge, file, covers);
	if (records_first(file))
		covers_widen(covers, records_first(file));
	*allowed->end = covers;
	allowed->end = &covers->next;
}

void
allowed_apply(const struct allowed *allowed, struct judge *judge, size_t from)
{
	for (struct covers *covers = allowed->first; covers; covers = covers->next) {
		bool sound;

		diag_sift(judge->diags, from, diag_drop, covers);
		sound = file_is_sound(judge->diags, covers->path);
		for (size_t i = 0; i < covers->count; i++)
			cover_judge(judge, &covers->items[i], sound);
	}
}
