#include "requirement.h"

#include "base/arena.h"
#include "model/fields.h"

/* A list of what always has a name; a proof may have one. */
static bool
is_record_list(const struct field *field)
{
	const struct type *type = field->type;
	const struct field *identity = type->kind == TYPE_LIST && type->count
					       ? type->fields[0].type->identity
					       : NULL;

	return identity && identity->required;
}

/* Of several the first counts that is no list of records: those have files of their
 * own.  NULL where the map has what is asked for anyway. */
static const struct field *
group_pick(const struct type *map, struct text group, const struct field *there)
{
	const struct field *picked = NULL;
	struct text name;

	while (text_cut(&group, '|', &name)) {
		const struct field *field = fields_head(map, name);

		if (field && (field->required || field == there))
			return NULL;
		if (field && !picked && !is_record_list(field))
			picked = field;
	}
	return picked;
}

/* "decorative: yes" for decorative=yes. */
static void
name_add(struct buffer *words, struct text name)
{
	size_t equals = text_find(name, '=', 0);

	buffer_add(words, text_slice(name, 0, equals));
	if (equals < name.size)
		buffer_format(words, ": %.*s",
			TEXT_ARG(text_slice(name, equals + 1, name.size)));
}

static struct text
instead_of(struct arena *arena, struct text group, struct text name)
{
	struct buffer words = buffer_make(arena);
	struct text other;

	while (text_cut(&group, '|', &other)) {
		if (text_equal(other, name))
			continue;
		buffer_string(&words, words.size ? " or " : "");
		name_add(&words, other);
	}
	return buffer_text(&words);
}

bool
requirement_names(struct arena *arena, struct text requires, const struct type *map,
	const struct field *field, const struct field *there, struct text *ret_instead)
{
	struct text group;

	while (text_cut(&requires, ' ', &group)) {
		const struct field *picked = group_pick(map, group, there);

		if (!picked || picked != field)
			continue;
		*ret_instead = instead_of(arena, group, picked->name);
		return true;
	}
	return false;
}

/* "it needs date, body", after what the sentence has said already. */
static void
groups_add(struct buffer *words, const char *verb, struct text groups)
{
	const char *before = verb;
	struct text group;

	while (text_cut(&groups, ' ', &group)) {
		if (group.size == 0)
			continue;
		buffer_string(words, before == verb && words->size ? "; it" : "");
		buffer_string(words, before);
		buffer_add(words, instead_of(words->arena, group, TEXT("")));
		before = ", ";
	}
}

struct text
requirement_sentence(struct arena *arena, struct text requires, struct text expects)
{
	struct buffer words = buffer_make(arena);

	groups_add(&words, " needs ", requires);
	groups_add(&words, " should have ", expects);
	return words.size ? text_format(arena, "It%.*s.", TEXT_ARG(buffer_text(&words)))
			  : TEXT("");
}
