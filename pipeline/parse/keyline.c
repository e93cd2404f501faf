#include "keyline.h"

#include "base/suggest.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/fragment.h"
#include "positions.h"

struct keyline
keyline_start(struct conversion *conversion, const struct fence *fence,
	const struct keyline_kind *kind)
{
	return (struct keyline){ .conversion = conversion,
		.fence = fence,
		.kind = kind,
		.line = fence->line };
}

static size_t
offset_of(const struct keyline *keyline, struct text words)
{
	return keyline->fence->offset + (size_t)(words.at - keyline->whole.at);
}

struct place
keyline_place(const struct keyline *keyline, struct text words)
{
	struct place at = positions_place(keyline->conversion->positions, keyline->line,
		(int)offset_of(keyline, words) + 1, NULL);

	at.end = at.column + (uint32_t)text_length(words);
	return at;
}

bool
keyline_cut(
	const struct keyline *keyline, struct text *ret_name, struct text *ret_words)
{
	struct text rest = keyline->whole, name = { "", 0 };
	bool colon = text_find(rest, ':', 0) < rest.size;

	text_cut(&rest, ':', &name);
	*ret_name = text_trim(colon ? name : keyline->whole);
	*ret_words = text_trim(rest);
	return colon;
}

/* What was written must not be lost, so a key that is not known is an error. */
static void
key_complain(const struct keyline *keyline, struct text name, bool colon)
{
	const struct keyline_kind *kind = keyline->kind;
	struct diag_list *diags = keyline->conversion->diags;
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; colon && i < kind->count; i++)
		suggest_offer(&suggest, text_of(kind->names[i]));
	if (colon)
		diag_add(diags, kind->unknown, keyline_place(keyline, name),
			"%s has no \"%.*s\"", kind->what, TEXT_ARG(name));
	else
		diag_add(diags, kind->unknown, keyline_place(keyline, name),
			"this line does not say what it is");
	if (suggest.nearest.size)
		diag_help(diags, "did you mean %.*s:?", TEXT_ARG(suggest.nearest));
	else
		diag_help(diags, "%s", kind->help);
}

bool
keyline_find(
	const struct keyline *keyline, struct text name, bool colon, size_t *ret_key)
{
	const struct keyline_kind *kind = keyline->kind;
	size_t key = 0;

	while (key < kind->count && !text_is(name, kind->names[key]))
		key++;
	*ret_key = key;
	if (colon && key < kind->count)
		return true;
	key_complain(keyline, name, colon);
	return false;
}

bool
keyline_note(struct keyline *keyline, struct text name, size_t key)
{
	const struct keyline_kind *kind = keyline->kind;
	struct diag_list *diags = keyline->conversion->diags;
	bool first = !(keyline->seen & 1u << key);

	keyline->seen |= 1u << key;
	if (first)
		return true;
	diag_add(diags, kind->twice, keyline_place(keyline, name), "%s stands twice",
		kind->names[key]);
	if (kind->twice_help)
		diag_help(diags, "%s", kind->twice_help);
	return false;
}

void
keyline_speak(const struct keyline *keyline, struct node *node, struct text words)
{
	struct conversion *conversion = keyline->conversion;

	fragment_open(conversion->fragments,
		(struct fragment){ node, true, conversion->depth + 2 });
	fragment_line(conversion->fragments, conversion->positions, words,
		keyline->line, offset_of(keyline, words));
}

void
keyline_add(const struct keyline *keyline, struct node *parent, enum node_kind kind,
	struct text words)
{
	struct node *node = node_make(
		keyline->conversion->arena, kind, keyline_place(keyline, words));

	node->at.end = 0;
	if (kind == NODE_CAPTION)
		node_prepend(parent, node);
	else
		node_append(parent, node);
	keyline_speak(keyline, node, words);
}
