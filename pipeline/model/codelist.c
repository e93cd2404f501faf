#include "codelist.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/xml.h"

enum { FILE_BYTES = 1 << 20 };

/* The attributes of an entry that are names by language: "en", "fr" ... */
static bool
is_language(const char *attribute)
{
	return strlen(attribute) == 2;
}

static void
word_add(struct arena *arena, struct code *code, size_t *room, struct text word)
{
	if (word.size == 0)
		return;
	code->words = arena_room(
		arena, code->words, code->word_count, room, sizeof *code->words);
	code->words[code->word_count++] = word;
}

static void
names_read(struct arena *arena, const xmlNode *node, struct code *code)
{
	size_t room = 0;

	for (const xmlAttr *at = node->properties; at; at = at->next) {
		const char *name = (const char *)at->name;

		if (!is_language(name))
			continue;
		code->names = arena_room(arena, code->names, code->name_count, &room,
			sizeof *code->names);
		code->names[code->name_count++] =
			(struct code_name){ text_keep(arena, text_of(name)),
				xml_attribute(arena, node, name) };
	}
}

/* All by which a person may have meant the entry. */
static void
words_read(struct arena *arena, const xmlNode *node, struct code *code)
{
	struct text others = xml_attribute(arena, node, "known-as"), other;
	size_t room = 0;

	word_add(arena, code, &room, xml_attribute(arena, node, "code"));
	word_add(arena, code, &room, xml_attribute(arena, node, "alpha-3"));
	for (size_t i = 0; i < code->name_count; i++)
		word_add(arena, code, &room, code->names[i].words);
	while (text_cut(&others, '|', &other))
		word_add(arena, code, &room, other);
}

static struct code
code_read(struct arena *arena, const xmlNode *node, const char *attribute)
{
	struct code code = {
		.value = xml_attribute(arena, node, attribute),
		.name = xml_attribute(arena, node, "en"),
		.from = xml_attribute(arena, node, "valid-from"),
		.to = xml_attribute(arena, node, "valid-to"),
	};

	names_read(arena, node, &code);
	words_read(arena, node, &code);
	return code;
}

/* The slot of a code, or the free slot where it belongs. */
static const struct code **
slot_find(const struct codelist *list, struct text value)
{
	size_t slot = (size_t)text_hash(value) & (list->room - 1);

	while (list->slots[slot] && !text_equal(list->slots[slot]->value, value))
		slot = (slot + 1) & (list->room - 1);
	return &list->slots[slot];
}

static void
slots_fill(struct arena *arena, struct codelist *list)
{
	list->room = 16;
	while (list->room < list->count * 2)
		list->room *= 2;
	list->slots = arena_array(arena, const struct code *, list->room);
	for (size_t i = 0; i < list->count; i++)
		*slot_find(list, list->codes[i].value) = &list->codes[i];
}

static struct codelist *
list_read(struct arena *arena, const xmlNode *root, const char *attribute)
{
	struct codelist *list = arena_make(arena, struct codelist);
	size_t room = 0;

	list->covers = xml_attribute(arena, root, "covers");
	list->has_subtags = text_is(xml_attribute(arena, root, "subtags"), "yes");
	for (const xmlNode *node = xml_element(root->children); node;
		node = xml_element(node->next)) {
		struct code code = code_read(arena, node, attribute);

		list->codes = arena_room(
			arena, list->codes, list->count, &room, sizeof *list->codes);
		list->codes[list->count++] = code;
	}
	slots_fill(arena, list);
	return list;
}

bool
codelist_open(struct arena *arena, struct diag_list *diags, struct files *files,
	struct text schemas, struct text name, struct text attribute,
	const struct codelist **ret_list)
{
	struct text path = files_within(arena, schemas,
		text_format(arena, "codelists/%.*s.xml", TEXT_ARG(name)));
	struct place nowhere = { .line = 0 };
	struct text bytes;
	xmlDoc *document;

	if (!files_read(files, diags, path, nowhere, FILE_BYTES, &bytes) ||
		!xml_open(arena, diags, path, bytes, "codelist", &document))
		return false;
	*ret_list = list_read(arena, xmlDocGetRootElement(document),
		attribute.size ? text_string(arena, attribute) : "code");
	return true;
}

const struct code *
codelist_find(const struct codelist *list, struct text value)
{
	return *slot_find(list, value);
}

struct text
codelist_name(const struct code *code, struct text language)
{
	struct text stem = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < code->name_count; i++)
		if (text_equal(code->names[i].language, stem))
			return code->names[i].words;
	return code->name;
}

/* True where the value begins as a code of the list does. */
static bool
is_covered(const struct codelist *list, struct text stem)
{
	struct text rest = list->covers, piece;

	while (text_cut(&rest, ' ', &piece))
		if (text_equal(piece, stem))
			return true;
	return list->covers.size == 0;
}

bool
codelist_has(const struct codelist *list, struct text value)
{
	struct text stem = text_slice(value, 0, text_find(value, '-', 0));

	return codelist_find(list, value) ||
	       (list->has_subtags && codelist_find(list, stem)) ||
	       (stem.size < value.size && !is_covered(list, stem));
}
