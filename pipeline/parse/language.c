#include "language.h"

#include <string.h>

#include "base/diag.h"
#include "model/document.h"

enum {
	TAG_LEAST = 2,
	TAG_MOST = 35,   /* bytes of a language, BCP 47 */
	SUBTAG_MOST = 8, /* of a part of it */
	DEEPEST = 8,     /* spans inside each other */
};

/* Cuts a prefix off the front; false when it is not there. */
static bool
prefix_cut(struct text *rest, const char *prefix)
{
	if (!text_starts(*rest, text_of(prefix)))
		return false;
	*rest = text_slice(*rest, strlen(prefix), rest->size);
	return true;
}

/* Cuts ` name="value"` off the front, whatever the space and the quotes are. */
static bool
attribute_cut(struct text *rest, struct text *ret_name, struct text *ret_value)
{
	struct text at = text_trim(*rest), name, value;
	char quote;

	if (at.size == rest->size || !text_cut(&at, '=', &name) || at.size == 0)
		return false;
	quote = at.at[0];
	if (quote != '"' && quote != '\'')
		return false;
	at = text_slice(at, 1, at.size);
	if (text_find(at, quote, 0) == at.size || !text_cut(&at, quote, &value))
		return false;
	*ret_name = name;
	*ret_value = value;
	*rest = at;
	return true;
}

/* Letters, and after the first part digits too. */
static bool
is_subtag(struct text part, bool first)
{
	for (size_t i = 0; i < part.size; i++) {
		char byte = part.at[i];
		bool letter =
			(byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');

		if (!letter && (first || byte < '0' || byte > '9'))
			return false;
	}
	return part.size >= 1 && part.size <= SUBTAG_MOST;
}

/* A language as RFC 3066 writes it: "pt", "zh-Hant", "ca-valencia". */
static bool
is_tag(struct text value)
{
	bool first = true;
	struct text part;

	if (value.size < TAG_LEAST || value.size > TAG_MOST ||
		text_ends(value, TEXT("-")))
		return false;
	for (; text_cut(&value, '-', &part); first = false)
		if (!is_subtag(part, first))
			return false;
	return true;
}

/* A start tag of the element that says no more than a language, columns and maybe a
 * direction, which the language tells too.  What it says is borrowed. */
static bool
tag_parse(struct text html, const char *element, struct division *ret_says)
{
	struct text rest = text_trim(html), name, value;
	struct division says = { { "", 0 }, { "", 0 } };

	if (!prefix_cut(&rest, "<") || !prefix_cut(&rest, element))
		return false;
	while (attribute_cut(&rest, &name, &value)) {
		if (text_is(name, "lang"))
			says.language = value;
		else if (text_is(name, "columns"))
			says.columns = value;
		else if (!text_is(name, "dir"))
			return false;
	}
	if (!text_is(text_trim(rest), ">"))
		return false;
	*ret_says = says;
	return is_tag(says.language) || (says.columns.size && !says.language.size);
}

/* One that says a language alone. */
static bool
tag_opens(struct text html, const char *element, struct text *ret_language)
{
	struct division says;

	if (!tag_parse(html, element, &says) || says.columns.size)
		return false;
	*ret_language = says.language;
	return true;
}

static bool
tag_closes(struct text html, const char *element)
{
	struct text rest = text_trim(html);

	return prefix_cut(&rest, "</") && prefix_cut(&rest, element) &&
	       text_is(text_trim(rest), ">");
}

bool
division_opens(struct text html, struct division *ret_says)
{
	return tag_parse(html, "div", ret_says);
}

bool
division_closes(struct text html)
{
	return tag_closes(html, "div");
}

bool
language_is_tag(struct text html)
{
	struct division says;
	struct text language;

	return tag_opens(html, "span", &language) || division_opens(html, &says);
}

static void
unclosed_say(struct diag_list *diags, const struct node *tag, const char *element)
{
	diag_add(diags, DIAG_P107, tag->at, "this <%s lang> is not closed", element);
	diag_help(diags, "write </%s> where the language ends", element);
}

static size_t
spans_around(const struct node *node)
{
	size_t count = 0;

	for (; node; node = node->parent)
		count += node->kind == NODE_SPAN;
	return count;
}

/* Moves the inlines below `parent` into the spans that they stand in. */
static void
spans_make(struct arena *arena, struct diag_list *diags, struct node *parent)
{
	struct node *node = parent->first, *open = parent;
	struct text language;
	size_t depth = spans_around(parent);

	parent->first = parent->last = NULL;
	while (node) {
		struct node *next = node->next, *span;

		node->prev = node->next = NULL;
		if (node->kind == NODE_HTML && open != parent &&
			tag_closes(node->text, "span")) {
			open = open->parent;
			depth--;
		} else if (node->kind == NODE_HTML && depth < DEEPEST &&
			   tag_opens(node->text, "span", &language)) {
			span = node_make(arena, NODE_SPAN, node->at);
			span->language = language;
			node_append(open, span);
			open = span;
			depth++;
		} else {
			node_append(open, node);
		}
		node = next;
	}
	for (; open != parent; open = open->parent)
		unclosed_say(diags, open, "span");
}

/* Gives the blocks below `parent` the language of the division they stand in. */
static void
divisions_apply(struct diag_list *diags, struct node *parent)
{
	struct text language = { "", 0 };
	struct node *node = parent->first, *open = NULL;

	while (node) {
		struct node *next = node->next;
		bool html = node->kind == NODE_HTML_BLOCK;

		if (html && open && tag_closes(node->text, "div")) {
			node_unlink(node);
			open = NULL;
		} else if (html && tag_opens(node->text, "div", &language)) {
			if (open)
				unclosed_say(diags, open, "div");
			node_unlink(node);
			open = node;
		} else if (open) {
			node->language = language;
		}
		node = next;
	}
	if (open)
		unclosed_say(diags, open, "div");
}

/* Only what holds a tag is gone through child by child. */
static bool
holds_tag(const struct node *parent, enum node_kind kind)
{
	for (const struct node *child = parent->first; child; child = child->next)
		if (child->kind == kind && language_is_tag(child->text))
			return true;
	return false;
}

void
language_apply(struct arena *arena, struct diag_list *diags, struct document *document)
{
	for (struct walk walk = walk_of(document->root); walk_next(&walk);) {
		if (!walk.entering || !node_holds(walk.node->kind))
			continue;
		if (holds_tag(walk.node, NODE_HTML))
			spans_make(arena, diags, walk.node);
		else if (holds_tag(walk.node, NODE_HTML_BLOCK))
			divisions_apply(diags, walk.node);
	}
}
