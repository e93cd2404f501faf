#include "instruction.h"

#include "base/arena.h"
#include "model/document.h"

static const struct fact {
	const char *name;
	size_t field; /* offset of a text in struct document */
} facts[] = {
	{ "title", offsetof(struct document, title) },
	{ "subtitle", offsetof(struct document, subtitle) },
	{ "language", offsetof(struct document, language) },
	{ "publisher", offsetof(struct document, publisher) },
	{ "date", offsetof(struct document, date) },
	{ "dated", offsetof(struct document, dated) },
	{ "cover", offsetof(struct document, cover) },
	{ "cover-alt", offsetof(struct document, cover_alt) },
	{ "style", offsetof(struct document, style) },
};

static const struct reference {
	const char *name;
	uint32_t rune;
} references[] = {
	{ "&amp;", '&' },
	{ "&lt;", '<' },
	{ "&gt;", '>' },
	{ "&quot;", '"' },
	{ "&#9;", '\t' },
	{ "&#10;", '\n' },
	{ "&#13;", '\r' },
};

static const struct reference *
reference_find(struct text text)
{
	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (text_starts(text, text_of(references[i].name)))
			return &references[i];
	return NULL;
}

static struct text
value_resolve(struct arena *arena, struct text value)
{
	struct buffer buffer = buffer_make(arena);
	size_t i = 0;

	while (i < value.size) {
		const struct reference *reference = NULL;

		if (value.at[i] == '&')
			reference = reference_find(text_slice(value, i, value.size));
		if (reference) {
			buffer_rune(&buffer, reference->rune);
			i += text_of(reference->name).size;
		} else {
			buffer_byte(&buffer, value.at[i++]);
		}
	}
	return buffer_text(&buffer);
}

bool
instruction_parse(struct arena *arena, struct text html, struct text *ret_name,
	struct text *ret_value)
{
	struct text name;

	html = text_trim(html);
	if (html.size < 5 || !text_starts(html, TEXT("<?")) ||
		!text_ends(html, TEXT("?>")))
		return false;
	html = text_slice(html, 2, html.size - 2);
	if (text_find(html, '>', 0) < html.size || !text_cut(&html, ' ', &name))
		return false;
	*ret_name = text_keep(arena, text_trim(name));
	*ret_value = value_resolve(arena, text_trim(html));
	return true;
}

bool
instruction_apply(struct document *document, struct text name, struct text value)
{
	if (text_is(name, "front")) {
		document->front = true;
		return true;
	}
	if (text_is(name, "draft")) {
		document->draft = true;
		return true;
	}
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		if (!text_is(name, facts[i].name))
			continue;
		*(struct text *)(void *)((char *)document + facts[i].field) = value;
		return true;
	}
	/* What the text was made from: not part of what it says. */
	return text_is(name, "report") || text_is(name, "places");
}
