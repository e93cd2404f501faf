#include "ruleneed.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/sample.h"
#include "validate/judge.h"

struct need {
	struct judge *judge;
	const struct diag_entry *entry;
	const xmlNode *record;
	const struct type *type; /* of the record */
	const xmlNode *because;  /* its value asks for the fields; or NULL */
};

/* True where `partners/item/role` leads somewhere. */
static bool
path_leads(const xmlNode *node, struct text path)
{
	struct text name;

	if (!text_cut(&path, '/', &name))
		return true;
	for (const xmlNode *child = records_first(node); child;
		child = records_next(child))
		if (text_is(name, (const char *)child->name) && path_leads(child, path))
			return true;
	return false;
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
	while (text_cut(&group, '|', &name))
		if (path_leads(need->record, name) || is_settled(need->record, name))
			return true;
	return false;
}

/* The first field of "document|policy" or "partners/item/role". */
static const struct field *
field_first(const struct type *type, struct text group)
{
	size_t end = text_find(group, '|', 0), slash = text_find(group, '/', 0);
	struct text name = text_slice(group, 0, slash < end ? slash : end);
	size_t index = fields_index(type, name, 0);

	return index < type->count ? &type->fields[index] : NULL;
}

static struct text
group_words(struct arena *arena, struct text group)
{
	struct buffer words = buffer_make(arena);
	struct text name;

	while (text_cut(&group, '|', &name)) {
		if (text_find(name, '/', 0) < name.size)
			continue;
		buffer_format(
			&words, "%s\"%.*s\"", words.size ? " or " : "", TEXT_ARG(name));
	}
	return buffer_text(&words);
}

static void
need_help(const struct need *need, const struct field *field)
{
	struct buffer sample = buffer_make(need->judge->scratch);
	struct text name = field->name;

	sample_print(field, &sample);
	if (sample.size > SAMPLE_MOST)
		sample.size = 0;
	if (sample.size == 0)
		buffer_format(&sample, "\"%.*s:\" and below it what belongs there",
			TEXT_ARG(name));
	if (fields_index(need->type, TEXT("not_reported"), 0) < need->type->count)
		diag_help(need->judge->diags,
			"add %.*s; where it was asked for and not to be had, write "
			"not_reported: [%.*s]",
			TEXT_ARG(buffer_text(&sample)), TEXT_ARG(name));
	else
		diag_help(
			need->judge->diags, "add %.*s", TEXT_ARG(buffer_text(&sample)));
}

static void
need_complain(const struct need *need, struct text group)
{
	struct diag_list *diags = need->judge->diags;
	struct text subject = judge_subject(need->judge, need->record);
	struct text words = group_words(need->judge->scratch, group);
	const struct field *field = field_first(need->type, group);

	if (!field)
		return;
	if (need->because)
		diag_add(diags, DIAG_V501, records_origin(need->record)->key,
			"%.*s is of the %s %.*s and has no %.*s", TEXT_ARG(subject),
			(const char *)need->because->name,
			TEXT_ARG(records_value(need->because)), TEXT_ARG(words));
	else
		diag_add(diags, DIAG_V501, records_origin(need->record)->key,
			"%.*s has no %.*s", TEXT_ARG(subject), TEXT_ARG(words));
	diag_rule(diags, need->entry);
	need_help(need, field);
}

static void
groups_check(const struct need *need, struct text requires)
{
	struct text group;

	while (text_cut(&requires, ' ', &group))
		if (group.size && !is_met(need, group))
			need_complain(need, group);
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
ruleneed_check(struct judge *judge, const struct diag_entry *entry,
	const struct _xmlNode *record, const struct type *type)
{
	struct need need = {
		.judge = judge, .entry = entry, .record = record, .type = type
	};
	size_t near = 0;

	if (!entry)
		return;
	groups_check(&need, type->requires);
	for (const xmlNode *node = records_first(record); node;
		node = records_next(node)) {
		struct text name = text_of((const char *)node->name);
		size_t index = fields_index(type, name, near);
		const struct choice *choice;

		if (index == type->count || !type->fields[index].type->choice_count)
			continue;
		near = index + 1;
		choice = choice_find(type->fields[index].type, records_value(node));
		need.because = node;
		if (choice && choice->requires.size &&
			(text_is(name, "status") || !is_planned(record)))
			groups_check(&need, choice->requires);
	}
}
