#include "value.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/records.h"

static bool
is_small(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

/* "en" or "az-Latn"; `id` and `to` are the only fields that look like a language. */
static bool
is_language(const xmlNode *field)
{
	struct text name = text_of((const char *)field->name);

	return name.size >= 2 && is_small(name.at[0]) && is_small(name.at[1]) &&
	       (name.size == 2 || name.at[2] == '-') && !text_is(name, "id") &&
	       !text_is(name, "to");
}

/* The field that speaks the language best, or NULL when the fields are no
 * languages. */
static const xmlNode *
language_pick(const xmlNode *group, struct text language)
{
	const xmlNode *first = records_first(group), *picked = first;
	struct text broad = text_slice(language, 0, text_find(language, '-', 0));

	for (const xmlNode *field = first; field; field = records_next(field)) {
		if (!is_language(field))
			return NULL;
		if (text_is(broad, (const char *)field->name))
			picked = field;
	}
	for (const xmlNode *field = first; field; field = records_next(field))
		if (text_is(language, (const char *)field->name))
			return field;
	return picked;
}

static struct text
content_keep(struct arena *arena, const xmlNode *node)
{
	xmlChar *content = xmlNodeGetContent(node);
	struct text kept;

	if (!content)
		arena_exhaust(arena);
	kept = text_keep(arena, text_of((const char *)content));
	xmlFree(content);
	return kept;
}

bool
value_of(struct arena *arena, const struct _xmlNode *node, struct text language,
	struct value *ret_value)
{
	const xmlNode *element = node;

	if (node->type != XML_ELEMENT_NODE) {
		*ret_value = (struct value){ content_keep(arena, node),
			records_origin(node->parent)->value, node->parent };
		return true;
	}
	if (records_first(node))
		element = language_pick(node, language);
	if (!element || records_first(element))
		return false;
	*ret_value = (struct value){ records_value(element),
		records_origin(element)->value, element };
	return true;
}

bool
value_is_translated(const struct _xmlNode *node)
{
	return records_first(node) && language_pick(node, (struct text){ "", 0 });
}
