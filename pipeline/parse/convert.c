#include "convert.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/arena.h"
#include "guard.h"
#include "instruction.h"
#include "language.h"
#include "model/document.h"
#include "positions.h"

enum { DEEPEST = 2 * GUARD_DEPTH }; /* blocks and inlines inside each other */

struct conversion {
	struct arena *arena;
	struct diag_list *diags;
	struct positions *positions;
	struct document *document;
	struct node *open; /* new nodes go to its end */
	size_t depth;
};

static enum node_kind
kind_of(cmark_node *from)
{
	switch (cmark_node_get_type(from)) {
	case CMARK_NODE_BLOCK_QUOTE:
		return NODE_QUOTE;
	case CMARK_NODE_LIST:
		return NODE_LIST;
	case CMARK_NODE_ITEM:
		return NODE_ITEM;
	case CMARK_NODE_CODE_BLOCK:
		return NODE_CODE_BLOCK;
	case CMARK_NODE_HTML_BLOCK:
		return NODE_HTML_BLOCK;
	case CMARK_NODE_PARAGRAPH:
		return NODE_PARAGRAPH;
	case CMARK_NODE_HEADING:
		return NODE_HEADING;
	case CMARK_NODE_THEMATIC_BREAK:
		return NODE_RULE;
	case CMARK_NODE_TEXT:
		return NODE_TEXT;
	case CMARK_NODE_SOFTBREAK:
		return NODE_SOFT_BREAK;
	case CMARK_NODE_LINEBREAK:
		return NODE_LINE_BREAK;
	case CMARK_NODE_CODE:
		return NODE_CODE;
	case CMARK_NODE_HTML_INLINE:
		return NODE_HTML;
	case CMARK_NODE_EMPH:
		return NODE_EMPHASIS;
	case CMARK_NODE_STRONG:
		return NODE_STRONG;
	case CMARK_NODE_LINK:
		return NODE_LINK;
	case CMARK_NODE_IMAGE:
		return NODE_IMAGE;
	case CMARK_NODE_NONE:
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_CUSTOM_BLOCK:
	case CMARK_NODE_CUSTOM_INLINE:
		break;
	}
	return NODE_DOCUMENT;
}

static bool
xml_holds(uint32_t rune)
{
	return (rune >= ' ' || rune == '\t' || rune == '\n') && rune != 0xfffe &&
	       rune != 0xffff;
}

/* True when nothing below has to be looked at rune by rune. */
static bool
is_plain(struct text text)
{
	for (size_t i = 0; i < text.size; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0xef)
			return false;
	}
	return true;
}

/* A copy with line ends as LF, and U+FFFD for what a reference like `&#1;` made and
 * no XML can hold. */
static struct text
literal_keep(struct arena *arena, const char *literal)
{
	struct text text = text_of(literal ? literal : "");
	struct buffer buffer = buffer_make(arena);
	size_t size;

	if (is_plain(text))
		return text_keep(arena, text);
	for (size_t i = 0; i < text.size; i += size) {
		uint32_t rune;

		size = text_rune(text, i, &rune);
		if (text_starts(text_slice(text, i, text.size), TEXT("\r\n")))
			continue;
		if (rune == '\r')
			buffer_byte(&buffer, '\n');
		else if (xml_holds(rune))
			buffer_add(&buffer, text_slice(text, i, i + size));
		else
			buffer_rune(&buffer, 0xfffd);
	}
	return buffer_text(&buffer);
}

static struct place
place_of(struct conversion *conversion, cmark_node *from, bool *ret_record)
{
	int line = cmark_node_get_start_line(from);
	int column = cmark_node_get_start_column(from);
	const char *literal = cmark_node_get_literal(from);

	/* cmark does not say where breaks are. */
	if (line < 1)
		return (struct place){ 0 };
	if (cmark_node_get_type(from) == CMARK_NODE_TEXT && literal)
		positions_settle(conversion->positions, line, column, text_of(literal));
	return positions_place(conversion->positions, line, column, ret_record);
}

/* Less the comments at its front. */
static struct text
comments_skip(struct text html)
{
	for (;;) {
		size_t end = 4;

		html = text_trim(html);
		if (!text_starts(html, TEXT("<!--")))
			return html;
		while (end < html.size &&
			!text_starts(text_slice(html, end, html.size), TEXT("-->")))
			end++;
		if (end == html.size)
			return html;
		html = text_slice(html, end + 3, html.size);
	}
}

/* Drops the comments, so that the texts beside them become one. */
static void
comments_drop(cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);

	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		const char *literal = cmark_node_get_literal(node);

		if (type != CMARK_NODE_HTML_INLINE && type != CMARK_NODE_HTML_BLOCK)
			continue;
		if (comments_skip(text_of(literal ? literal : "")).size == 0)
			cmark_node_free(node);
	}
	cmark_iter_free(iter);
	cmark_consolidate_text_nodes(root);
}

/* Raw HTML is not ours to print, unless it names a language; an author may mean it as
 * an example.  What was said of a tag is not said again where it is closed. */
static void
html_complain(struct conversion *conversion, cmark_node *from, struct node *node)
{
	struct text html = text_trim(node->text);
	struct text line = text_slice(html, 0, text_find(html, '\n', 0));
	bool record = false;
	struct place at = place_of(conversion, from, &record);

	if (record) {
		diag_add(conversion->diags, DIAG_P103, at,
			"a record holds the HTML %.*s", TEXT_ARG(line));
		diag_help(conversion->diags, "write it as plain text or as Markdown");
		return;
	}
	if (text_starts(html, TEXT("</")) || language_is_tag(html))
		return;
	if (at.column)
		at.end = at.column + (uint32_t)text_length(line);
	diag_add(conversion->diags, DIAG_P104, at,
		"the HTML %.*s is printed as it is written", TEXT_ARG(line));
	diag_help(conversion->diags, "use Markdown instead, or write it as `code` if "
				     "it is meant to be seen");
}

static void
list_fill(cmark_node *from, struct node *list)
{
	list->list.ordered = cmark_node_get_list_type(from) == CMARK_ORDERED_LIST;
	list->list.tight = cmark_node_get_list_tight(from);
	if (!list->list.ordered)
		return;
	list->list.start = cmark_node_get_list_start(from);
	list->list.delimiter =
		cmark_node_get_list_delim(from) == CMARK_PAREN_DELIM ? ')' : '.';
}

static void
node_fill(struct conversion *conversion, cmark_node *from, struct node *node)
{
	struct arena *arena = conversion->arena;

	switch (node->kind) {
	case NODE_HEADING:
		node->heading.level = cmark_node_get_heading_level(from);
		break;
	case NODE_LIST:
		list_fill(from, node);
		break;
	case NODE_CODE_BLOCK:
		node->code.info = literal_keep(arena, cmark_node_get_fence_info(from));
		node->code.text = literal_keep(arena, cmark_node_get_literal(from));
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		node->link.url = literal_keep(arena, cmark_node_get_url(from));
		node->link.title = literal_keep(arena, cmark_node_get_title(from));
		break;
	case NODE_HTML_BLOCK:
	case NODE_HTML:
		node->text = literal_keep(arena, cmark_node_get_literal(from));
		html_complain(conversion, from, node);
		break;
	case NODE_TEXT:
	case NODE_CODE:
		node->text = literal_keep(arena, cmark_node_get_literal(from));
		break;
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_PARAGRAPH:
	case NODE_QUOTE:
	case NODE_CALLOUT:
	case NODE_ITEM:
	case NODE_RULE:
	case NODE_SOFT_BREAK:
	case NODE_LINE_BREAK:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_SPAN:
	case NODE_KINDS:
		break;
	}
}

static void
section_open(struct conversion *conversion, struct place at)
{
	struct node *section = node_make(conversion->arena, NODE_SECTION, at);

	node_append(conversion->document->root, section);
	conversion->open = section;
}

/* `<?section ID NUMBER?>`, the number if there is one. */
static void
section_begin(struct conversion *conversion, struct place at, struct text value)
{
	struct text id;

	if (!text_cut(&value, ' ', &id)) {
		diag_add(conversion->diags, DIAG_P106, at, "this section has no id");
		diag_help(conversion->diags, "write it like <?section uptake IV?>");
		return;
	}
	section_open(conversion, at);
	conversion->open->section.id = id;
	conversion->open->section.number = text_trim(value);
}

/* True when a block of HTML was an instruction and has been obeyed. */
static bool
instruction_take(struct conversion *conversion, cmark_node *from)
{
	const char *literal = cmark_node_get_literal(from);
	struct text name, value;

	if (cmark_node_get_type(from) != CMARK_NODE_HTML_BLOCK ||
		cmark_node_get_type(cmark_node_parent(from)) != CMARK_NODE_DOCUMENT ||
		!instruction_parse(conversion->arena, text_of(literal ? literal : ""),
			&name, &value))
		return false;
	if (!text_is(name, "section"))
		return instruction_apply(conversion->document, name, value);
	section_begin(conversion, place_of(conversion, from, NULL), value);
	return true;
}

/* False when the tree gets too deep to go on. */
static bool
node_enter(struct conversion *conversion, cmark_node *from)
{
	enum node_kind kind = kind_of(from);
	struct node *node;

	if (node_is_block(kind))
		positions_begin(conversion->positions);
	if (kind == NODE_LINE_BREAK)
		positions_break(conversion->positions);
	if (kind == NODE_DOCUMENT || instruction_take(conversion, from))
		return true;
	node = node_make(conversion->arena, kind, place_of(conversion, from, NULL));
	if (conversion->open == conversion->document->root)
		section_open(conversion, node->at);
	node_append(conversion->open, node);
	node_fill(conversion, from, node);
	if (!node_holds(kind))
		return true;
	conversion->open = node;
	if (++conversion->depth <= DEEPEST)
		return true;
	diag_add(conversion->diags, DIAG_P102, node->at,
		"the text is nested more than %d deep here", DEEPEST);
	return false;
}

/* Two capital letters. */
static bool
is_country(struct text code)
{
	return code.size == 2 && code.at[0] >= 'A' && code.at[0] <= 'Z' &&
	       code.at[1] >= 'A' && code.at[1] <= 'Z';
}

/* A quote whose first line is `[!country AZ]` is a call-out; the line goes. */
static void
callout_take(struct conversion *conversion, struct node *quote)
{
	static const struct text sign = TEXT_CONSTANT("[!country ");
	struct node *paragraph = quote->first;
	struct node *first = paragraph && paragraph->kind == NODE_PARAGRAPH
				     ? paragraph->first
				     : NULL;
	struct text code;

	if (!first || first->kind != NODE_TEXT || !text_starts(first->text, sign) ||
		!text_ends(first->text, TEXT("]")) ||
		(first->next && first->next->kind != NODE_SOFT_BREAK))
		return;
	code = text_slice(first->text, sign.size, first->text.size - 1);
	if (!is_country(code)) {
		diag_add(conversion->diags, DIAG_P105, first->at,
			"\"%.*s\" is no country code", TEXT_ARG(code));
		diag_help(conversion->diags,
			"write two capital letters, like [!country AZ]");
		return;
	}
	quote->kind = NODE_CALLOUT;
	quote->callout.country = code;
	if (first->next)
		node_unlink(first->next);
	node_unlink(first);
	if (paragraph->first)
		paragraph->at = paragraph->first->at;
	else
		node_unlink(paragraph);
}

static void
node_leave(struct conversion *conversion, cmark_node *from)
{
	struct node *node = conversion->open;

	if (kind_of(from) == NODE_DOCUMENT)
		return;
	if (node->kind == NODE_QUOTE)
		callout_take(conversion, node);
	conversion->open = node->parent;
	conversion->depth--;
}

static void
tree_convert(struct conversion *conversion, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	bool going = true;

	while (going && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER)
			going = node_enter(conversion, node);
		else
			node_leave(conversion, node);
	}
	cmark_iter_free(iter);
}

bool
convert_markdown(struct arena *arena, struct diag_list *diags,
	struct positions *positions, struct document *document)
{
	struct conversion conversion = { .arena = arena,
		.diags = diags,
		.positions = positions,
		.document = document,
		.open = document->root };
	size_t before = diags->errors;
	cmark_node *root = cmark_parse_document(positions->lines.bytes.at,
		positions->lines.bytes.size, CMARK_OPT_DEFAULT);

	comments_drop(root);
	tree_convert(&conversion, root);
	cmark_node_free(root);
	return diags->errors == before;
}
