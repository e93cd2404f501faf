#include "judge.h"

#include <libxml/tree.h>

#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/xml.h"
#include "validate/nodeset.h"

/* A name in a sentence is cut after so many bytes. */
enum { NAME_BYTES = 60 };

bool
judge_is_own(const struct judge *judge, const struct _xmlNode *node)
{
	uint32_t line = records_origin(node)->key.line;

	return judge->last == 0 || (line >= judge->first && line <= judge->last);
}

bool
judge_is_blamed(const struct judge *judge, const struct _xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (nodeset_has(judge->blamed, node))
			return true;
	return false;
}

void
judge_fix(const struct judge *judge, const struct _xmlNode *node, struct text text)
{
	struct place at = records_origin(node)->value;
	size_t columns = at.end > at.column ? at.end - at.column : 0;
	size_t runes = text_length(records_value(node));

	/* Without quotes, or with a pair of them. */
	if (columns && (columns == runes || columns == runes + 2))
		diag_fix(judge->diags, at, "%.*s", TEXT_ARG(text));
}

struct text
judge_name(const struct judge *judge, const struct _xmlNode *node)
{
	if (xml_is(node->parent, "file"))
		return text_format(judge->scratch, "this %s", (const char *)node->name);
	if (xml_is(node, "item"))
		return text_format(judge->scratch, "an entry of \"%s\"",
			(const char *)node->parent->name);
	return text_format(judge->scratch, "\"%s\"", (const char *)node->name);
}

struct text
judge_cut(struct text text, size_t most)
{
	size_t size = text.size > most ? most : text.size;

	while (size < text.size && size > 0 && (text.at[size] & 0xc0) == 0x80)
		size--;
	return text_slice(text, 0, size);
}

/* Its id, or else its title. */
static struct text
record_name(const struct judge *judge, const struct _xmlNode *node,
	const struct field *identity)
{
	struct text id = records_value(
		records_child(node, text_string(judge->scratch, identity->name)));
	const struct _xmlNode *title = records_child(node, "title");
	struct text words = records_value(
		title && records_first(title) ? records_first(title) : title);

	if (id.size)
		return judge_cut(id, NAME_BYTES);
	if (words.size == 0)
		return TEXT("");
	return text_format(
		judge->scratch, "\"%.*s\"", TEXT_ARG(judge_cut(words, NAME_BYTES)));
}

/* "milestone az-2023-nuf-2" where the element is a record, else empty. */
static struct text
record_words(const struct judge *judge, const struct _xmlNode *node)
{
	const struct field *field = fields_of(judge->fields, node);
	const struct field *identity = field ? field->type->identity : NULL;
	struct text name;

	if (!identity)
		return TEXT("");
	name = record_name(judge, node, identity);
	if (name.size == 0)
		return text_format(
			judge->scratch, "this %.*s", TEXT_ARG(identity->identifies));
	return text_format(judge->scratch, "%.*s %.*s", TEXT_ARG(identity->identifies),
		TEXT_ARG(name));
}

struct text
judge_record(const struct judge *judge, const struct _xmlNode *node)
{
	for (node = node->parent; node && node->type == XML_ELEMENT_NODE;
		node = node->parent) {
		struct text words = record_words(judge, node);

		if (words.size)
			return text_format(judge->scratch, " of %.*s", TEXT_ARG(words));
	}
	return TEXT("");
}

struct text
judge_subject(const struct judge *judge, const struct _xmlNode *node)
{
	struct text words = record_words(judge, node), name, record;

	if (words.size)
		return words;
	name = judge_name(judge, node);
	record = judge_record(judge, node);
	return text_format(
		judge->scratch, "%.*s%.*s", TEXT_ARG(name), TEXT_ARG(record));
}
