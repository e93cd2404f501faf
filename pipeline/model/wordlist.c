#include "wordlist.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/xml.h"

enum { FILE_BYTES = 1 << 20, SLOTS = 1024 };

struct word {
	struct text type, key, says;
	struct word *next; /* in the same slot */
};

struct wordlist {
	struct word *slots[SLOTS];
	struct text *keys; /* of fixed words */
	size_t count, room;
};

static size_t
slot_of(struct text type, struct text key)
{
	return (size_t)(text_hash(key) + 31 * text_hash(type)) % SLOTS;
}

static void
word_add(struct arena *arena, struct wordlist *list, struct text type,
	const xmlNode *node)
{
	struct word *word = arena_make(arena, struct word);
	size_t slot;

	word->type = type;
	word->key = xml_attribute(arena, node, "key");
	word->says = text_trim(xml_content(arena, node));
	slot = slot_of(type, word->key);
	word->next = list->slots[slot];
	list->slots[slot] = word;
	if (type.size)
		return;
	list->keys = arena_room(
		arena, list->keys, list->count, &list->room, sizeof *list->keys);
	list->keys[list->count++] = word->key;
}

static void
words_read(struct arena *arena, struct wordlist *list, const xmlNode *group)
{
	struct text type = xml_attribute(arena, group, "type");

	for (const xmlNode *node = xml_element(group->children); node;
		node = xml_element(node->next)) {
		if (xml_is(node, "word"))
			word_add(arena, list, type, node);
		else if (xml_is(node, "codes") && type.size == 0)
			words_read(arena, list, node);
	}
}

static struct text
path_of(struct arena *arena, struct text schemas, struct text language)
{
	return files_within(arena, schemas,
		text_format(arena, "words/%.*s.xml", TEXT_ARG(language)));
}

bool
wordlist_open(struct arena *arena, struct diag_list *diags, struct files *files,
	struct text schemas, struct text language, const struct wordlist **ret_list)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));
	struct text path = path_of(arena, schemas, language), bytes;
	struct wordlist *list;
	xmlDoc *document;

	*ret_list = NULL;
	if (!files_exists(files, path))
		path = path_of(arena, schemas, primary);
	if (!files_exists(files, path) && !text_is(language, "en"))
		return true;
	if (!files_read(files, diags, path, (struct place){ 0 }, FILE_BYTES, &bytes) ||
		!xml_open(arena, diags, path, bytes, "words", &document))
		return false;
	list = arena_make(arena, struct wordlist);
	words_read(arena, list, xmlDocGetRootElement(document));
	*ret_list = list;
	return true;
}

struct text
wordlist_find(const struct wordlist *list, struct text type, struct text key)
{
	const struct word *word = list ? list->slots[slot_of(type, key)] : NULL;

	for (; word; word = word->next)
		if (text_equal(word->key, key) && text_equal(word->type, type))
			return word->says;
	return TEXT("");
}

struct text
wordlist_key(const struct wordlist *list, size_t index)
{
	return list && index < list->count ? list->keys[index] : TEXT("");
}
