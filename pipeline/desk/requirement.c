#include "requirement.h"

#include "base/arena.h"
#include "model/fields.h"

/* The field at the head of a path in this map, or NULL. */
static const struct field *
head_find(const struct type *map, struct text path)
{
	struct text head = text_slice(path, 0, text_find(path, '/', 0));
	size_t index = fields_index(map, head, 0);

	return index < map->count ? &map->fields[index] : NULL;
}

static bool
is_record_list(const struct field *field)
{
	const struct type *type = field->type;

	return type->kind == TYPE_LIST && type->count && type->fields[0].type->identity;
}

/* Of several the first counts that is no list of records: those have files of their
 * own.  NULL where the map has what is asked for anyway. */
static const struct field *
group_pick(const struct type *map, struct text group, const struct field *there)
{
	const struct field *picked = NULL;
	struct text name;

	while (text_cut(&group, '|', &name)) {
		const struct field *field = head_find(map, name);

		if (field && (field->required || field == there))
			return NULL;
		if (field && !picked && !is_record_list(field))
			picked = field;
	}
	return picked;
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
		buffer_add(&words, other);
	}
	return buffer_text(&words);
}

bool
requirement_names(struct arena *arena, struct text requires, const struct type *map,
	const struct field *field, const struct field *there, struct text *ret_instead)
{
	struct text group;

	while (text_cut(&requires, ' ', &group)) {
		if (group_pick(map, group, there) != field)
			continue;
		*ret_instead = instead_of(arena, group, field->name);
		return true;
	}
	return false;
}

struct text
requirement_words(struct arena *arena, struct text requires)
{
	struct buffer words = buffer_make(arena);
	struct text group;

	while (text_cut(&requires, ' ', &group)) {
		if (group.size == 0)
			continue;
		buffer_string(&words, words.size ? ", " : "");
		buffer_add(&words, instead_of(arena, group, TEXT("")));
	}
	return buffer_text(&words);
}
