#include "ruleneed.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "validate/judge.h"
#include "validate/proposal.h"
#include "validate/rulebind.h"

struct need {
	struct judge *judge;
	const struct needs *needs;
	const xmlNode *record;
	const struct type *type; /* of the record */
	const xmlNode *because;  /* its value asks for the fields; or NULL */
};

/* True where `partners/item/role` leads to something; to the value `wanted` where that
 * is not empty. */
static bool
path_leads(const xmlNode *node, struct text path, struct text wanted)
{
	struct text name;

	if (!text_cut(&path, '/', &name))
		return wanted.size == 0 || text_equal(records_value(node), wanted);
	for (const xmlNode *child = records_first(node); child;
		child = records_next(child))
		if (text_is(name, (const char *)child->name) &&
			path_leads(child, path, wanted))
			return true;
	return false;
}

/* The value in "decorative=yes", which is left as "decorative". */
static struct text
value_cut(struct text *name)
{
	struct text rest = *name;

	text_cut(&rest, '=', name);
	return rest;
}

/* not_reported: [date, the number of people] */
static bool
is_settled(const xmlNode *record, struct text name)
{
	const xmlNode *list = records_child(record, "not_reported");

	for (const xmlNode *item = records_first(list); item; item = records_next(item))
		if (text_equal(records_value(item), name))
			return true;
	return false;
}

static bool
is_met(const struct need *need, struct text group)
{
	struct text name;

	if (text_is(group, "date") && records_child(need->record, "event"))
		return true;
	while (text_cut(&group, '|', &name)) {
		struct text wanted = value_cut(&name);

		if (path_leads(need->record, name, wanted) ||
			is_settled(need->record, name))
			return true;
	}
	return false;
}

static struct text
group_words(struct arena *arena, struct text group)
{
	struct buffer words = buffer_make(arena);
	struct text name;

	while (text_cut(&group, '|', &name)) {
		struct text wanted = value_cut(&name);

		if (text_find(name, '/', 0) < name.size)
			continue;
		buffer_format(&words, "%s\"%.*s%s%.*s\"", words.size ? " or " : "",
			TEXT_ARG(name), wanted.size ? ": " : "", TEXT_ARG(wanted));
	}
	return buffer_text(&words);
}

static void
need_help(const struct need *need, const struct field *field)
{
	struct text rest = TEXT("");

	if (fields_index(need->type, TEXT("not_reported")) < need->type->count)
		rest = text_format(need->judge->scratch,
			"; where it was asked for and not to be had, write "
			"not_reported: [%.*s]",
			TEXT_ARG(field->name));
	proposal_help(need->judge, field, rest);
}

/* The field that is asked for first, of a|b. */
static const struct field *
group_head(const struct need *need, struct text group)
{
	return fields_head(need->type, text_slice(group, 0, text_find(group, '|', 0)));
}

static void
need_complain(const struct need *need, const struct diag_entry *entry,
	const struct field *field, struct text group)
{
	struct diag_list *diags = need->judge->diags;
	struct text subject = judge_subject(need->judge, need->record);
	struct text words = group_words(need->judge->scratch, group);

	if (need->because)
		diag_add(diags, DIAG_V500, records_origin(need->record)->key,
			"%.*s is of the %s %.*s and has no %.*s", TEXT_ARG(subject),
			(const char *)need->because->name,
			TEXT_ARG(records_value(need->because)), TEXT_ARG(words));
	else
		diag_add(diags, DIAG_V500, records_origin(need->record)->key,
			"%.*s has no %.*s", TEXT_ARG(subject), TEXT_ARG(words));
	diag_rule(diags, entry);
	need_help(need, field);
}

/* True where one of the groups that are not met asks for the field first. */
static bool
is_wanting(const struct need *need, struct text groups, const struct field *field)
{
	struct text group;

	while (text_cut(&groups, ' ', &group))
		if (group_head(need, group) == field && !is_met(need, group))
			return true;
	return false;
}

/* Nothing is said of a field for which `said` asks in vain. */
static void
groups_check(const struct need *need, const struct diag_entry *entry,
	struct text groups, struct text said)
{
	struct text group;

	while (entry && text_cut(&groups, ' ', &group)) {
		const struct field *field = group_head(need, group);

		if (field && !is_met(need, group) && !is_wanting(need, said, field))
			need_complain(need, entry, field, group);
	}
}

/* Of what any record of the type must have it is not said again that it should. */
static void
needs_check(const struct need *need, struct text requires, struct text expects)
{
	const struct needs *needs = need->needs;

	groups_check(need, needs->required, requires, TEXT(""));
	groups_check(need, needs->expected, expects,
		needs->required ? need->type->requires : TEXT(""));
}

static const struct choice *
choice_find(const struct type *type, struct text value)
{
	for (size_t i = 0; i < type->choice_count; i++)
		if (text_equal(type->choices[i].value, value))
			return &type->choices[i];
	return NULL;
}

/* What is planned need not have happened yet. */
static bool
is_planned(const xmlNode *record)
{
	struct text status = records_value(records_child(record, "status"));

	return text_is(status, "planned") || text_is(status, "cancelled") ||
	       text_is(status, "under-way") || text_is(status, "delayed");
}

void
ruleneed_check(struct judge *judge, const struct needs *needs,
	const struct _xmlNode *record, const struct type *type)
{
	struct need need = {
		.judge = judge, .needs = needs, .record = record, .type = type
	};

	needs_check(&need, type->requires, type->expects);
	for (const xmlNode *node = records_first(record); node;
		node = records_next(node)) {
		struct text name = text_of((const char *)node->name);
		size_t index = fields_index(type, name);
		const struct choice *choice;

		if (index == type->count || !type->fields[index].type->choice_count)
			continue;
		choice = choice_find(type->fields[index].type, records_value(node));
		need.because = node;
		if (!choice || (!text_is(name, "status") && is_planned(record)))
			continue;
		needs_check(&need, choice->requires, choice->expects);
	}
}
