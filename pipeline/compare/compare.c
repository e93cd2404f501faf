/* compare.c - two sets of records in, what is different out; refuses nothing.
 *
 * Records are brought together by kind and id, then by what a new one names as its
 * forerunner; what is left is new or dropped, and may be the same under another name.
 */
#include "compare.h"

#include <stdlib.h>

#include "base/arena.h"
#include "compare/change.h"
#include "compare/comparison.h"
#include "compare/likely.h"
#include "compare/standing.h"
#include "model/codelist.h"
#include "model/fields.h"

static const char *const fate_names[FATES] = {
	[FATE_NEW] = "new",
	[FATE_DROPPED] = "dropped",
	[FATE_CARRIED] = "carried-over",
	[FATE_CHANGED] = "changed",
	[FATE_SAME] = "same",
};

/* The accounts of one set by kind and id; open addressing. */
struct index {
	struct account **slots;
	size_t room; /* a power of two */
};

const char *
comparison_fate_name(enum fate fate)
{
	return fate_names[fate];
}

bool
comparison_is_of_file(const struct finding *finding)
{
	const struct source *source = comparison_account(finding)->source;

	return source->is_shared && source->count > 1 && source->count == source->alone;
}

const struct account *
comparison_account(const struct finding *finding)
{
	return finding->after ? finding->after : finding->before;
}

struct text
comparison_title(const struct finding *finding)
{
	const struct account *account = comparison_account(finding);

	if (finding->subject.kind.size == 0)
		return account->title.size ? account->title : account->id;
	if (finding->title.size)
		return finding->title;
	return text_is(finding->subject.kind, "country") ? finding->country
							 : finding->subject.id;
}

struct text
comparison_value(
	struct arena *arena, const struct account *account, const struct trait *trait)
{
	struct buffer value = buffer_make(arena);

	if (trait)
		trait_value(&account->traits, (size_t)(trait - account->traits.items),
			&value);
	return buffer_text(&value);
}

struct text
comparison_label(
	struct arena *arena, const struct finding *finding, const struct change *change)
{
	const struct account *account =
		change->after ? finding->after : finding->before;
	const struct trait *trait = change->after ? change->after : change->before;
	struct buffer label = buffer_make(arena);

	trait_label(&account->traits, (size_t)(trait - account->traits.items),
		account->language, &label);
	return buffer_text(&label);
}

struct comparison *
compare_open(const struct compare_setup *setup)
{
	struct comparison *comparison = arena_make(setup->arena, struct comparison);

	comparison->setup = *setup;
	comparison->scratch = arena_beside(setup->arena);
	for (enum side side = 0; side < SIDES; side++)
		comparison->rosters[side] = (struct roster){ .arena = setup->arena,
			.scratch = comparison->scratch,
			.fields = setup->fields };
	return comparison;
}

bool
compare_knows(const struct fields *fields, struct text kind)
{
	const struct field *root;

	for (size_t i = 0; (root = fields_root_at(fields, i)); i++) {
		const struct type *type = root->type;

		if (type->identity && text_equal(type->identity->identifies, kind))
			return true;
		for (size_t j = 0; type->kind == TYPE_MAP && j < type->count; j++)
			if (trait_lists_records(&type->fields[j]) &&
				text_equal(type->fields[j]
						   .type->fields[0]
						   .type->identity->identifies,
					kind))
				return true;
	}
	return false;
}

void
compare_take(struct comparison *comparison, enum side side, const struct _xmlNode *file,
	struct compare_lines lines)
{
	roster_take(&comparison->rosters[side], file, lines.first, lines.last);
}

static size_t
index_slot(const struct index *index, struct text kind, struct text id)
{
	size_t slot = (size_t)(text_hash(id) * 31 + text_hash(kind));

	slot = (slot ^ slot >> 29) & (index->room - 1);
	while (index->slots[slot] &&
		(!text_equal(index->slots[slot]->id, id) ||
			!text_equal(index->slots[slot]->kind, kind)))
		slot = (slot + 1) & (index->room - 1);
	return slot;
}

static struct index
index_make(struct arena *arena, const struct roster *roster)
{
	struct index index = { .room = 64 };

	while (index.room < 2 * roster->count)
		index.room *= 2;
	index.slots = arena_array(arena, struct account *, index.room);
	for (size_t i = 0; i < roster->count; i++) {
		struct account *account = roster->accounts[i];

		index.slots[index_slot(&index, account->kind, account->id)] = account;
	}
	return index;
}

/* True where the records that are told of are narrowed to others. */
static bool
is_left_out(const struct compare_setup *setup, const struct finding *finding)
{
	const struct account *before = finding->before, *after = finding->after;

	struct text kind = finding->subject.kind.size
				   ? finding->subject.kind
				   : comparison_account(finding)->kind;

	if (setup->kind.size && !text_equal(kind, setup->kind))
		return true;
	return setup->country.size &&
	       !(before && text_equal(before->country, setup->country)) &&
	       !(after && text_equal(after->country, setup->country));
}

static struct text
country_name(const struct comparison *comparison, struct text country)
{
	const struct code *code = NULL;

	if (comparison->setup.countries)
		code = codelist_find(comparison->setup.countries, country);
	return code ? code->name : country;
}

void
comparison_add(struct comparison *comparison, const struct finding *found)
{
	struct finding finding = *found;

	if (is_left_out(&comparison->setup, &finding))
		return;
	if (finding.before && finding.after && finding.count == 0)
		change_find(comparison->setup.arena, comparison->scratch, &finding);
	if (finding.fate == FATE_CHANGED && finding.count == 0)
		finding.fate = FATE_SAME;
	comparison->fates[finding.fate]++;
	for (size_t i = 0; i < finding.count; i++)
		comparison->sorts[finding.changes[i].sort]++;
	if (finding.fate == FATE_SAME)
		return;
	if (!finding.before || !finding.after)
		comparison_account(&finding)->source->alone++;
	finding.country =
		country_name(comparison, comparison_account(&finding)->country);
	comparison->findings = arena_room(comparison->setup.arena, comparison->findings,
		comparison->count, &comparison->room, sizeof finding);
	comparison->findings[comparison->count++] = finding;
}

/* What is the same by name comes before what names another: a record that is still
 * there goes on as itself. */
static void
twins_find(struct comparison *comparison, const struct index *old)
{
	const struct roster *roster = &comparison->rosters[SIDE_NEW];

	for (size_t i = 0; i < roster->count; i++) {
		struct account *after = roster->accounts[i];

		after->twin = old->slots[index_slot(old, after->kind, after->id)];
		if (after->twin)
			after->twin->twin = after;
	}
}

/* Several records may go on from one. */
static struct account *
forerunner_find(const struct index *old, const struct account *after)
{
	for (size_t i = 0; i < after->forerunner_count; i++) {
		struct account *before =
			old->slots[index_slot(old, after->kind, after->forerunners[i])];

		if (before && !before->twin)
			return before;
	}
	return NULL;
}

static void
finding_add(struct comparison *comparison, enum fate fate, struct account *before,
	struct account *after)
{
	if (before && after)
		before->is_met = true;
	comparison_add(comparison,
		&(struct finding){ .fate = fate, .before = before, .after = after });
}

static void
accounts_meet(struct comparison *comparison, const struct index *old)
{
	const struct roster *now = &comparison->rosters[SIDE_NEW],
			    *then = &comparison->rosters[SIDE_OLD];

	for (size_t i = 0; i < now->count; i++) {
		struct account *after = now->accounts[i], *before;

		if (after->twin) {
			finding_add(comparison, FATE_CHANGED, after->twin, after);
			continue;
		}
		before = forerunner_find(old, after);
		finding_add(
			comparison, before ? FATE_CARRIED : FATE_NEW, before, after);
	}
	for (size_t i = 0; i < then->count; i++)
		if (!then->accounts[i]->is_met)
			finding_add(comparison, FATE_DROPPED, then->accounts[i], NULL);
}

static int
accounts_compare(const struct account *a, const struct account *b)
{
	int order;

	if (a->source->is_shared != b->source->is_shared)
		return a->source->is_shared ? 1 : -1;
	order = text_compare(a->kind, b->kind);
	return order ? order : text_compare(a->id, b->id);
}

static int
finding_compare(const void *a, const void *b)
{
	const struct finding *left = a, *right = b;
	int order;

	if (!left->country.size != !right->country.size)
		return left->country.size ? -1 : 1;
	order = text_compare(left->country, right->country);
	if (order == 0 && !left->subject.id.size != !right->subject.id.size)
		return left->subject.id.size ? -1 : 1;
	if (order == 0)
		order = accounts_compare(
			comparison_account(left), comparison_account(right));
	if (order == 0)
		order = text_compare(left->subject.id, right->subject.id);
	return order ? order : (int)left->fate - (int)right->fate;
}

void
compare_close(struct comparison *comparison)
{
	struct arena *arena = arena_beside(comparison->setup.arena);
	const struct index old = index_make(arena, &comparison->rosters[SIDE_OLD]);

	twins_find(comparison, &old);
	accounts_meet(comparison, &old);
	standing_compare(comparison);
	arena_close(arena);
	likely_find(comparison);
	if (comparison->count > 1)
		qsort(comparison->findings, comparison->count,
			sizeof *comparison->findings, finding_compare);
	arena_close(comparison->scratch);
}

bool
compare_same(const struct comparison *comparison)
{
	return comparison->count == 0;
}
