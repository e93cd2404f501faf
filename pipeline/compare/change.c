#include "change.h"

#include <stdlib.h>

#include "base/arena.h"
#include "model/fields.h"

enum { NOWHERE = UINT32_MAX };

/* The traits of both sides, brought together by their ways. */
struct matching {
	struct arena *arena, *scratch;
	struct finding *finding;
	const struct traits *before, *after;
	uint32_t *slots, *nexts; /* traits of before, in chains; NOWHERE ends one */
	size_t room;             /* a power of two */
	uint32_t *partners;      /* of those of after; NOWHERE where there is none */
	bool *met;               /* those of before */
	size_t change_room;
};

static struct matching
matching_make(struct arena *arena, struct arena *scratch, struct finding *finding)
{
	struct matching matching = { .arena = arena,
		.scratch = scratch,
		.finding = finding,
		.before = &finding->before->traits,
		.after = &finding->after->traits,
		.room = 16 };
	size_t count = matching.before->count;

	while (matching.room < 2 * count)
		matching.room *= 2;
	matching.slots = arena_array(scratch, uint32_t, matching.room);
	matching.nexts = arena_array(scratch, uint32_t, count + 1);
	matching.met = arena_array(scratch, bool, count + 1);
	matching.partners = arena_array(scratch, uint32_t, matching.after->count + 1);
	for (size_t i = 0; i < matching.room; i++)
		matching.slots[i] = NOWHERE;
	/* From the last to the first, so that chains are in their order. */
	for (size_t i = count; i > 0; i--) {
		size_t slot = matching.before->items[i - 1].way & (matching.room - 1);

		matching.nexts[i - 1] = matching.slots[slot];
		matching.slots[slot] = (uint32_t)(i - 1);
	}
	return matching;
}

/* Takes the first trait of that way out of its chain: equal items of a list are
 * matched in their order. */
static uint32_t
partner_take(struct matching *matching, const struct trait *trait)
{
	uint32_t *link = &matching->slots[trait->way & (matching->room - 1)];

	while (*link != NOWHERE) {
		uint32_t found = *link;
		const struct trait *before = &matching->before->items[found];

		if (before->way == trait->way && before->field == trait->field) {
			*link = matching->nexts[found];
			return found;
		}
		link = &matching->nexts[found];
	}
	return NOWHERE;
}

static void
traits_match(struct matching *matching)
{
	for (size_t i = 0; i < matching->after->count; i++) {
		const struct trait *trait = &matching->after->items[i];
		uint32_t partner = partner_take(matching, trait);

		matching->partners[i] = partner;
		if (partner != NOWHERE)
			matching->met[partner] = true;
	}
}

static void
change_add(struct matching *matching, struct change change)
{
	struct finding *finding = matching->finding;

	if (finding->fate == FATE_CARRIED && change.sort == SORT_OTHER)
		return;
	finding->changes = arena_room(matching->arena, finding->changes, finding->count,
		&matching->change_room, sizeof change);
	finding->changes[finding->count++] = change;
}

static bool
is_open(const struct account *account, const char *how)
{
	const struct trait *status = roster_trait(account, SORT_STATUS);
	const struct type *type = status ? status->field->type : NULL;

	for (size_t i = 0; type && i < type->choice_count; i++)
		if (text_equal(type->choices[i].value, status->value))
			return how ? text_is(type->choices[i].open, how)
				   : type->choices[i].open.size > 0;
	return false;
}

static enum course
course_find(const struct trait *before, const struct trait *after)
{
	switch (after->sort) {
	case SORT_PHASE:
		return course_of_choices(
			after->field->type, before->value, after->value);
	case SORT_DATE:
		return course_of_dates(before->value, after->value);
	case SORT_TARGET:
	case SORT_NUMBER:
		return course_of_numbers(before->value, after->value);
	case SORT_SLIPPED:
	case SORT_STATUS:
	case SORT_NAME:
	case SORT_TRANSLATION:
	case SORT_OTHER:
	case SORTS:
		break;
	}
	return COURSE_NONE;
}

/* A date that moved back while the matter was open is no correction. */
static void
values_compare(struct matching *matching, const struct trait *before,
	const struct trait *after)
{
	struct change change = {
		.sort = after->sort, .before = before, .after = after
	};

	if (text_equal(before->value, after->value))
		return;
	change.course = course_find(before, after);
	if (change.sort == SORT_DATE && change.course == COURSE_LATER &&
		is_open(matching->finding->before, NULL))
		change.sort = SORT_SLIPPED;
	change_add(matching, change);
}

/* Where the original changed and a translation did not, that is now one of what is no
 * longer there. */
static void
translations_compare(struct matching *matching, size_t group)
{
	const struct trait *after = matching->after->items;
	struct text language = matching->finding->after->language;
	bool has_changed = false;

	for (size_t i = group + 1; i <= group + after[group].below; i++) {
		uint32_t partner = matching->partners[i];

		if (text_equal(after[i].field->name, language) && partner != NOWHERE)
			has_changed = !text_equal(
				after[i].value, matching->before->items[partner].value);
	}
	for (size_t i = group + 1; has_changed && i <= group + after[group].below;
		i++) {
		uint32_t partner = matching->partners[i];

		if (partner != NOWHERE && !text_equal(after[i].field->name, language) &&
			text_equal(
				after[i].value, matching->before->items[partner].value))
			change_add(matching,
				(struct change){ .sort = SORT_TRANSLATION,
					.course = COURSE_STALE,
					.before = &matching->before->items[partner],
					.after = &after[i] });
	}
}

/* What was added or taken away is told as a whole. */
static void
traits_compare(struct matching *matching)
{
	const struct trait *before = matching->before->items,
			   *after = matching->after->items;

	for (size_t i = 0; i < matching->after->count; i++) {
		uint32_t partner = matching->partners[i];

		if (partner == NOWHERE) {
			change_add(matching, (struct change){ .sort = after[i].sort,
						     .after = &after[i] });
			i += after[i].below;
			continue;
		}
		values_compare(matching, &before[partner], &after[i]);
		if (after[i].field->type->has_languages && after[i].below)
			translations_compare(matching, i);
	}
	for (size_t i = 0; i < matching->before->count; i++) {
		if (matching->met[i])
			continue;
		change_add(matching, (struct change){ .sort = before[i].sort,
					     .before = &before[i] });
		i += before[i].below;
	}
}

/* What was to come in one report and is still to come in the next, without a word of
 * when, has slipped as well. */
static void
standstill_find(struct matching *matching)
{
	const struct finding *finding = matching->finding;
	const struct account *before = finding->before, *after = finding->after;
	struct change change = { .sort = SORT_SLIPPED,
		.course = COURSE_STILL,
		.before = roster_trait(before, SORT_STATUS),
		.after = roster_trait(after, SORT_STATUS) };

	if (text_equal(before->report, after->report) || !change.before ||
		!change.after ||
		!text_equal(change.before->value, change.after->value) ||
		!is_open(before, "planned"))
		return;
	for (size_t i = 0; i < finding->count; i++)
		if (finding->changes[i].sort == SORT_SLIPPED)
			return;
	change_add(matching, change);
}

static int
change_compare(const void *a, const void *b)
{
	const struct change *left = a, *right = b;

	if (left->sort != right->sort)
		return left->sort < right->sort ? -1 : 1;
	if (!left->after != !right->after)
		return left->after ? -1 : 1;
	if (left->after)
		return left->after < right->after ? -1 : left->after > right->after;
	return left->before < right->before ? -1 : left->before > right->before;
}

void
change_find(struct arena *arena, struct arena *scratch, struct finding *finding)
{
	struct matching matching = matching_make(arena, scratch, finding);

	traits_match(&matching);
	traits_compare(&matching);
	standstill_find(&matching);
	if (finding->count > 1)
		qsort(finding->changes, finding->count, sizeof *finding->changes,
			change_compare);
	arena_reset(scratch);
}
