#include "saying.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "escape.h"
#include "model/fields.h"
#include "model/gaps.h"
#include "model/value.h"
#include "prose.h"
#include "speech.h"

static const struct field *
field_find(const struct speaker *speaker, const xmlNode *node)
{
	return speaker->fields && node ? fields_of(speaker->fields, node) : NULL;
}

/* True for a text that may hold emphasis and links; in several languages, the group of
 * them is what the schema tells of. */
static bool
is_markup(const struct speaker *speaker, const struct value *value)
{
	const struct field *field = field_find(speaker, value->node);

	if (field && !field->markup)
		field = field_find(speaker, value->node->parent);
	return field && field->markup;
}

/* True for whole sentences: it is seen that they are in another language, not only
 * heard. */
static bool
is_sentence(const struct speaker *speaker, const struct value *value)
{
	const struct field *field = field_find(speaker, value->node->parent);

	return field && text_is(field->type->name, "text-ml");
}

/* A text that is to print as itself wherever it stands. */
static void
plain_add(enum stance stance, struct text text, struct buffer *buffer)
{
	switch (stance) {
	case STANCE_FENCED:
		escape_fenced(buffer, text);
		return;
	case STANCE_QUOTED:
		escape_quoted(buffer, text);
		return;
	case STANCE_TEXT:
		escape_text(buffer, text);
		return;
	}
}

static void
words_add(const struct speaker *speaker, struct prose *prose, const struct value *value)
{
	struct buffer buffer = buffer_make(speaker->arena);

	if (is_markup(speaker, value))
		escape_markup(&buffer, value->text);
	else
		plain_add(prose_stance(prose), value->text, &buffer);
	prose_fix(prose, buffer_text(&buffer), value->from);
}

/* The HTML is the tag's, not the record's, which may hold none. */
static void
original_add(struct speaker *speaker, struct prose *prose, const struct value *value,
	struct place at, struct text language)
{
	if (speaker->gaps)
		gaps_add(speaker->gaps, value->node);
	if (prose_stance(prose) != STANCE_TEXT) {
		words_add(speaker, prose, value);
		return;
	}
	prose_run(prose,
		text_format(speaker->arena, "<span lang=\"%.*s\">", TEXT_ARG(language)),
		at);
	words_add(speaker, prose, value);
	prose_run(prose, TEXT("</span>"), at);
	if (is_sentence(speaker, value))
		prose_run(prose,
			text_format(speaker->arena, " \\[%.*s\\]", TEXT_ARG(language)),
			at);
}

void
saying_add(struct speaker *speaker, struct prose *prose, const struct value *value,
	struct place at)
{
	struct text language = gaps_language(value->node, speaker->language);

	if (language.size)
		original_add(speaker, prose, value, at, language);
	else
		words_add(speaker, prose, value);
}
