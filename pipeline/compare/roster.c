#include "roster.h"

#include "base/arena.h"
#include "model/fields.h"
#include "model/records.h"

/* A file that is read, with what its records take over from it. */
struct reading {
	struct roster *roster;
	const struct _xmlNode *root;
	const struct field *declared; /* the root's */
	struct source *source;
};

/* The value of the first key of a map that refers to a kind, or an empty text. */
static struct text
reference_find(const struct _xmlNode *map, const struct field *field, const char *kind)
{
	for (const struct _xmlNode *child = records_first(map); child;
		child = records_next(child)) {
		const struct field *declared =
			fields_within(field, records_name(child));

		if (declared && text_is(declared->refers_to, kind))
			return records_value(child);
	}
	return TEXT("");
}

/* The country stands in the record, else in its file, else in a group of the record,
 * as that of a jurisdiction does. */
static struct text
country_find(const struct reading *reading, const struct _xmlNode *record,
	const struct field *field)
{
	struct text country = reference_find(record, field, "country");

	if (text_is(field->type->identity->identifies, "country"))
		return trait_content(record);
	if (country.size == 0)
		country = reference_find(reading->root, reading->declared, "country");
	for (const struct _xmlNode *child = records_first(record);
		child && country.size == 0; child = records_next(child)) {
		const struct field *group = fields_within(field, records_name(child));

		if (group && group->type->kind == TYPE_MAP)
			country = reference_find(child, group, "country");
	}
	return country;
}

static struct text
language_stated(const struct _xmlNode *map, const struct field *field)
{
	for (const struct _xmlNode *child = records_first(map); child;
		child = records_next(child)) {
		const struct field *declared =
			fields_within(field, records_name(child));

		if (declared && declared->original)
			return records_value(child);
	}
	return TEXT("");
}

static struct text
language_find(const struct reading *reading, const struct _xmlNode *record,
	const struct field *field)
{
	struct text language = language_stated(record, field);

	if (language.size == 0)
		language = language_stated(reading->root, reading->declared);
	return language.size ? language : TEXT("en");
}

static void
forerunners_find(struct arena *arena, struct account *account,
	const struct _xmlNode *record, const struct field *field)
{
	size_t room = 0;

	for (const struct _xmlNode *child = records_first(record); child;
		child = records_next(child)) {
		const struct field *declared =
			fields_within(field, records_name(child));

		if (!declared || !declared->continues)
			continue;
		account->forerunners = arena_room(arena, account->forerunners,
			account->forerunner_count, &room, sizeof(struct text));
		account->forerunners[account->forerunner_count++] =
			text_keep(arena, records_value(child));
	}
}

/* What is said to be for fewer than the first of those it may be for is not for the
 * public. */
static void
withholding_find(struct arena *arena, struct account *account,
	const struct _xmlNode *record, const struct field *field)
{
	for (const struct _xmlNode *child = records_first(record); child;
		child = records_next(child)) {
		const struct field *declared =
			fields_within(field, records_name(child));

		if (!declared)
			continue;
		switch (declared->withholding) {
		case WITHHOLDING_NONE:
			break;
		case WITHHOLDING_UNTIL:
			account->embargo = text_keep(arena, records_value(child));
			break;
		case WITHHOLDING_AUDIENCE:
			account->is_confidential |=
				declared->type->choice_count == 0 ||
				!text_equal(records_value(child),
					declared->type->choices[0].value);
			break;
		}
	}
}

const struct trait *
roster_trait(const struct account *account, enum sort sort)
{
	const struct traits *traits = &account->traits;

	for (size_t i = 0; i < traits->count; i += 1 + traits->items[i].below)
		if (traits->items[i].sort == sort)
			return &traits->items[i];
	return NULL;
}

struct place
roster_place(const struct account *account, const struct trait *trait)
{
	return (struct place){ .file = account->source->path,
		.line = trait->line,
		.column = trait->column,
		.end = trait->end };
}

/* In the original, else in the language that stands first. */
static struct text
title_find(const struct account *account)
{
	const struct trait *trait = roster_trait(account, SORT_NAME);

	if (!trait)
		return TEXT("");
	for (uint32_t i = 1; i <= trait->below; i++)
		if (text_equal(trait[i].field->name, account->language))
			return trait[i].value;
	return trait->below ? trait[1].value : trait->value;
}

static const struct field *
naming_find(const struct type *type)
{
	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].continues)
			return &type->fields[i];
	return NULL;
}

static bool
has_phase(const struct type *type)
{
	for (size_t i = 0; i < type->count; i++)
		if (text_is(type->fields[i].change, trait_sort_name(SORT_PHASE)))
			return true;
	return false;
}

/* The record of a kind. */
static const struct type *
kind_find(const struct fields *fields, struct text kind)
{
	const struct field *root;

	for (size_t i = 0; (root = fields_root_at(fields, i)); i++) {
		for (size_t j = 0; j < root->type->count; j++) {
			const struct field *list = &root->type->fields[j];

			if (root->type->kind == TYPE_MAP && trait_lists_records(list) &&
				text_equal(list->type->fields[0]
						   .type->identity->identifies,
					kind))
				return list->type->fields[0].type;
		}
	}
	return NULL;
}

/* The field that points to a record of another kind that has a phase, or NULL. */
static const struct field *
subject_field_find(const struct fields *fields, const struct type *type)
{
	for (size_t i = 0; i < type->count; i++) {
		struct text kind = type->fields[i].refers_to;
		const struct type *other = kind.size ? kind_find(fields, kind) : NULL;

		if (other && other != type && has_phase(other))
			return &type->fields[i];
	}
	return NULL;
}

/* A milestone's phase is that of the policy it names, else of its country. */
static void
subject_find(struct roster *roster, struct account *account,
	const struct _xmlNode *record, const struct field *declared)
{
	const struct trait *phase = roster_trait(account, SORT_PHASE);

	if (declared != roster->declared) {
		roster->declared = declared;
		roster->subject_field =
			subject_field_find(roster->fields, declared->type);
	}
	if (!phase || !roster->subject_field)
		return;
	account->subject = (struct subject){ roster->subject_field->refers_to,
		text_keep(roster->arena,
			reference_find(record, declared,
				text_string(roster->scratch,
					roster->subject_field->refers_to))) };
	if (account->subject.id.size == 0)
		account->subject =
			(struct subject){ TEXT("country"), account->country };
	if (account->subject.id.size == 0)
		account->subject.kind = TEXT("");
}

static void
account_add(const struct reading *reading, const struct _xmlNode *record,
	const struct field *field)
{
	struct roster *roster = reading->roster;
	struct arena *arena = roster->arena;
	char *name = text_string(roster->scratch, field->type->identity->name);
	const struct _xmlNode *id = records_child(record, name);
	struct account *account = arena_make(arena, struct account);
	struct trait_plan plan = { .arena = arena,
		.scratch = roster->scratch,
		.is_root = record == reading->root };

	account->source = reading->source;
	account->kind = field->type->identity->identifies;
	account->id = text_keep(arena, records_value(id));
	account->at = records_origin(id)->value;
	account->at.file = reading->source->path;
	account->country = text_keep(arena, country_find(reading, record, field));
	account->report = text_keep(
		arena, reference_find(reading->root, reading->declared, "report"));
	account->language = plan.language =
		text_keep(arena, language_find(reading, record, field));
	withholding_find(arena, account, record, field);
	account->naming = naming_find(field->type);
	forerunners_find(arena, account, record, field);
	account->traits = traits_gather(&plan, record, field);
	account->title = title_find(account);
	subject_find(roster, account, record, field);
	roster->accounts = arena_room(arena, roster->accounts, roster->count,
		&roster->room, sizeof(struct account *));
	roster->accounts[roster->count++] = account;
	reading->source->count++;
}

/* A large file comes in portions, which lie one after the other. */
static struct source *
source_find(struct roster *roster, const struct _xmlNode *file,
	const struct field *declared)
{
	struct text path = records_path(file);
	struct source *source = roster->last;

	if (source && text_equal(source->path, path))
		return source;
	source = arena_make(roster->arena, struct source);
	source->path = text_keep(roster->arena, path);
	source->is_shared = !declared->type->identity;
	for (size_t i = 0; i < declared->type->count; i++)
		if (text_is(declared->type->fields[i].refers_to, "report"))
			source->is_shared = false;
	roster->last = source;
	return source;
}

/* The head of a portion may show an entry that is another one's. */
static bool
is_between(const struct _xmlNode *item, uint32_t first, uint32_t last)
{
	uint32_t line = records_origin(item)->key.line;

	return last == 0 || (line >= first && line <= last);
}

void
roster_take(struct roster *roster, const struct _xmlNode *file, uint32_t first,
	uint32_t last)
{
	const struct _xmlNode *root = records_first(file);
	struct reading reading = { .roster = roster, .root = root };

	if (root)
		reading.declared = fields_root(roster->fields, records_name(root));
	if (!reading.declared)
		return;
	reading.source = source_find(roster, file, reading.declared);
	if (reading.declared->type->identity && reading.source->count == 0)
		account_add(&reading, root, reading.declared);
	for (const struct _xmlNode *list = records_first(root); list;
		list = records_next(list)) {
		const struct field *field =
			fields_within(reading.declared, records_name(list));

		if (!field || !trait_lists_records(field))
			continue;
		for (const struct _xmlNode *item = records_first(list); item;
			item = records_next(item))
			if (is_between(item, first, last))
				account_add(&reading, item, &field->type->fields[0]);
	}
}
