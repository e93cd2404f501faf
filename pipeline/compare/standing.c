#include "standing.h"

#include "base/arena.h"
#include "compare/comparison.h"
#include "model/fields.h"

/* The furthest phase of a subject in one set. */
struct standing {
	struct subject subject;
	const struct account *account; /* that tells of it */
	const struct trait *phase;
	struct text title; /* of the subject's own record; may be empty */
	bool is_told;
};

struct standings {
	struct arena *arena;
	struct standing *items;
	size_t count, room;
	uint32_t *slots;   /* index + 1, or 0; open addressing */
	size_t slot_count; /* a power of two */
};

static bool
is_same(const struct subject *a, const struct subject *b)
{
	return text_equal(a->id, b->id) && text_equal(a->kind, b->kind);
}

/* The slot of a subject, or an empty one. */
static size_t
slot_find(const struct standings *standings, const struct subject *subject)
{
	size_t slot =
		(size_t)(text_hash(subject->id) >> 7) & (standings->slot_count - 1);

	while (standings->slots[slot] &&
		!is_same(
			&standings->items[standings->slots[slot] - 1].subject, subject))
		slot = (slot + 1) & (standings->slot_count - 1);
	return slot;
}

static bool
is_further(const struct trait *phase, const struct trait *than)
{
	return course_of_choices(phase->field->type, than->value, phase->value) ==
	       COURSE_FORWARD;
}

static void
standing_note(struct standings *standings, const struct account *account)
{
	const struct trait *phase = roster_trait(account, SORT_PHASE);
	size_t slot = slot_find(standings, &account->subject);
	struct standing *standing;

	if (standings->slots[slot]) {
		standing = &standings->items[standings->slots[slot] - 1];
		if (!is_further(phase, standing->phase))
			return;
	} else {
		standings->items = arena_room(standings->arena, standings->items,
			standings->count, &standings->room, sizeof *standing);
		standing = &standings->items[standings->count++];
		standings->slots[slot] = (uint32_t)standings->count;
	}
	*standing = (struct standing){
		.subject = account->subject, .account = account, .phase = phase
	};
}

static struct standings
standings_make(struct arena *arena, const struct roster *roster)
{
	struct standings standings = { .arena = arena, .slot_count = 16 };

	while (standings.slot_count < 2 * roster->count)
		standings.slot_count *= 2;
	standings.slots = arena_array(arena, uint32_t, standings.slot_count);
	for (size_t i = 0; i < roster->count; i++)
		if (roster->accounts[i]->subject.kind.size)
			standing_note(&standings, roster->accounts[i]);
	return standings;
}

/* What a policy's own record says of its phase has been told. */
static void
told_note(const struct comparison *comparison, struct standings *standings)
{
	for (size_t i = 0; i < comparison->count; i++) {
		const struct finding *finding = &comparison->findings[i];
		const struct account *account = comparison_account(finding);
		const struct subject subject = { account->kind, account->id };
		size_t slot = slot_find(standings, &subject);

		for (size_t j = 0; standings->slots[slot] && j < finding->count; j++)
			if (finding->changes[j].sort == SORT_PHASE)
				standings->items[standings->slots[slot] - 1].is_told =
					true;
	}
}

static void
titles_note(const struct roster *roster, struct standings *standings)
{
	for (size_t i = 0; i < roster->count; i++) {
		const struct account *account = roster->accounts[i];
		const struct subject subject = { account->kind, account->id };
		size_t slot = slot_find(standings, &subject);

		if (standings->slots[slot])
			standings->items[standings->slots[slot] - 1].title =
				account->title;
	}
}

static void
standing_tell(struct comparison *comparison, const struct standing *before,
	const struct standing *after)
{
	struct finding finding = { .fate = FATE_CHANGED,
		.before = before->account,
		.after = after->account,
		.count = 1,
		.subject = after->subject,
		.title = after->title };

	finding.changes = arena_make(comparison->setup.arena, struct change);
	*finding.changes = (struct change){ .sort = SORT_PHASE,
		.course = course_of_choices(after->phase->field->type,
			before->phase->value, after->phase->value),
		.before = before->phase,
		.after = after->phase };
	comparison_add(comparison, &finding);
}

void
standing_compare(struct comparison *comparison)
{
	struct arena *arena = arena_beside(comparison->setup.arena);
	struct standings old = standings_make(arena, &comparison->rosters[SIDE_OLD]);
	struct standings now = standings_make(arena, &comparison->rosters[SIDE_NEW]);

	titles_note(&comparison->rosters[SIDE_OLD], &now);
	titles_note(&comparison->rosters[SIDE_NEW], &now);
	told_note(comparison, &now);
	for (size_t i = 0; i < now.count; i++) {
		const struct standing *after = &now.items[i], *before;
		size_t slot = slot_find(&old, &after->subject);

		if (!old.slots[slot])
			continue;
		before = &old.items[old.slots[slot] - 1];
		if (!after->is_told &&
			!text_equal(before->phase->value, after->phase->value))
			standing_tell(comparison, before, after);
	}
	arena_close(arena);
}
