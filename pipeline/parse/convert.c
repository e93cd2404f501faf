#include "convert.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <assert.h>
#include <cmark.h>

#include "base/arena.h"
#include "guard.h"
#include "html.h"
#include "instruction.h"
#include "language.h"
#include "model/document.h"
#include "parse/caption.h"
#include "parse/commonmark.h"
#include "parse/conversion.h"
#include "parse/fence.h"
#include "parse/figure.h"
#include "parse/footnote.h"
#include "parse/fragment.h"
#include "parse/literal.h"
#include "parse/notehome.h"
#include "parse/notesign.h"
#include "parse/pipetable.h"
#include "positions.h"
#include "quote.h"
#include "stage.h"

enum { DEEPEST = 2 * GUARD_DEPTH }; /* blocks and inlines inside each other */

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

/* cmark has NULL for what is empty. */
static struct text
kept(struct arena *arena, const char *literal)
{
	return literal_keep(arena, text_of(literal ? literal : ""));
}

/* In a cell, a pipe has a backslash before it even in code, where that means itself
 * otherwise. */
static struct text
code_kept(const struct conversion *conversion, const char *literal)
{
	struct text code = text_of(literal ? literal : "");
	struct buffer plain;

	if (!conversion->in_cell)
		return literal_keep(conversion->arena, code);
	plain = buffer_make(conversion->arena);
	for (size_t i = 0; i < code.size; i++)
		if (code.at[i] != '\\' || i + 1 == code.size || code.at[i + 1] != '|')
			buffer_byte(&plain, code.at[i]);
	return literal_keep(conversion->arena, buffer_text(&plain));
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
	if (from == conversion->lead)
		column += (int)FRAGMENT_SIGN.size;
	if (cmark_node_get_type(from) == CMARK_NODE_TEXT && literal)
		positions_settle(conversion->positions, line, column, text_of(literal));
	return positions_place(conversion->positions, line, column, ret_record);
}

/* Adds a text, and notes where its ends were typed so that they are no signs. */
static void
text_add(struct conversion *conversion, cmark_node *from)
{
	struct node *open = conversion->open, *before = open->last, *first;
	struct place at = place_of(conversion, from, NULL);
	int line = cmark_node_get_start_line(from);
	int lead = from == conversion->lead ? (int)FRAGMENT_SIGN.size : 0;
	int begin = cmark_node_get_start_column(from) + lead;
	int end = cmark_node_get_end_column(from);
	/* A text that begins behind a backslash may have been found behind it. */
	char sign = positions_byte(conversion->positions, line, begin);
	char before_sign = positions_byte(conversion->positions, line, begin - 1);

	footnote_text(conversion, at, text_of(cmark_node_get_literal(from)));
	first = before ? before->next : open->first;
	if (!first || !open->last || line < 1)
		return;
	first->plain_first = sign == '\\' || sign == '&' || before_sign == '\\';
	open->last->plain_last =
		positions_byte(conversion->positions, line, end - 1) == '\\';
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

static bool
has_definitions(struct text whole)
{
	for (size_t at = 0; (at = text_find(whole, ']', at)) < whole.size; at++)
		if (at + 1 < whole.size && whole.at[at + 1] == ':')
			return true;
	return false;
}

static void
node_fill(
	struct conversion *conversion, cmark_node *from, struct node *node, bool record)
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
		node->code.info = kept(arena, cmark_node_get_fence_info(from));
		node->code.text = kept(arena, cmark_node_get_literal(from));
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		node->link.url = kept(arena, cmark_node_get_url(from));
		node->link.title = kept(arena, cmark_node_get_title(from));
		break;
	case NODE_HTML_BLOCK:
	case NODE_HTML:
		node->text = kept(arena, cmark_node_get_literal(from));
		html_complain(conversion->diags, node, record);
		break;
	case NODE_CODE:
		node->text = code_kept(conversion, cmark_node_get_literal(from));
		break;
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_PARAGRAPH:
	case NODE_QUOTE:
	case NODE_SPEAKER:
	case NODE_CALLOUT:
	case NODE_ITEM:
	case NODE_TABLE:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_FIGURE:
	case NODE_PICTURE:
	case NODE_CREDIT:
	case NODE_COLUMNS:
	case NODE_CHART:
	case NODE_KEY_NUMBERS:
	case NODE_KEY_NUMBER:
	case NODE_CONTENTS:
	case NODE_INDEX:
	case NODE_ENTRY:
	case NODE_MENTION:
	case NODE_ANCHOR:
	case NODE_CARDS:
	case NODE_CARD:
	case NODE_NOTE:
	case NODE_RULE:
	case NODE_SOFT_BREAK:
	case NODE_LINE_BREAK:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_SPAN:
	case NODE_TEXT:
	case NODE_MARK:
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

void
conversion_add(struct conversion *conversion, struct node *node)
{
	if (conversion->open == conversion->document->root)
		section_open(conversion, node->at);
	node_append(conversion->open, node);
}

/* The instructions that begin a section, and where it stands. */
static const struct opening {
	const char *name;
	enum node_place place;
} openings[] = {
	{ "section", PLACE_BODY },
	{ "imprint", PLACE_IMPRINT },
	{ "foreword", PLACE_FOREWORD },
	{ "back", PLACE_BACK },
};

static const struct opening *
opening_find(struct text name)
{
	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (text_is(name, openings[i].name))
			return &openings[i];
	return NULL;
}

/* `<?section ID NUMBER?>`, the number if there is one. */
static void
section_begin(struct conversion *conversion, const struct opening *opening,
	struct place at, struct text value)
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
	conversion->open->section.place = opening->place;
}

/* True when a block of HTML was an instruction and has been obeyed. */
static bool
instruction_take(struct conversion *conversion, cmark_node *from)
{
	const char *literal = cmark_node_get_literal(from);
	const struct opening *opening;
	struct text name, value;

	if (cmark_node_get_type(from) != CMARK_NODE_HTML_BLOCK ||
		cmark_node_get_type(cmark_node_parent(from)) != CMARK_NODE_DOCUMENT ||
		!instruction_parse(conversion->arena, text_of(literal ? literal : ""),
			&name, &value))
		return false;
	opening = opening_find(name);
	if (!opening)
		return instruction_apply(conversion->document, name, value);
	section_begin(conversion, opening, place_of(conversion, from, NULL), value);
	return true;
}

/* False when the tree gets too deep to go on. */
static bool
node_enter(struct conversion *conversion, cmark_node *from)
{
	enum node_kind kind = kind_of(from);
	bool record = false;
	struct node *node;

	if (node_is_block(kind))
		positions_begin(conversion->positions);
	if (kind == NODE_LINE_BREAK)
		positions_break(conversion->positions);
	if (kind == NODE_TEXT) {
		text_add(conversion, from);
		return true;
	}
	if (instruction_take(conversion, from))
		return true;
	node = node_make(conversion->arena, kind, place_of(conversion, from, &record));
	conversion_add(conversion, node);
	node_fill(conversion, from, node, record);
	if (!node_holds(kind))
		return true;
	conversion->open = node;
	if (++conversion->depth <= DEEPEST)
		return true;
	diag_add(conversion->diags, DIAG_P102, node->at,
		"the text is nested more than %d deep here", DEEPEST);
	return false;
}

static void
node_leave(struct conversion *conversion)
{
	struct node *node = conversion->open;

	conversion->open = node->parent;
	if (node->kind == NODE_QUOTE)
		quote_take(conversion->arena, conversion->diags, node);
	else if (node->kind == NODE_PARAGRAPH)
		footnote_define(conversion->arena, node);
	if (node->kind == NODE_PARAGRAPH)
		figure_take(conversion, node);
	conversion->depth--;
}

/* True when a node became something else as a whole. */
static bool
node_take(struct conversion *conversion, cmark_node *from)
{
	enum node_kind kind = kind_of(from);

	if (kind == NODE_PARAGRAPH)
		return pipetable_take(conversion, from);
	return kind == NODE_CODE_BLOCK &&
	       (footnote_continue(conversion, from) || fence_take(conversion, from));
}

/* Adds what stands below the root to what is open. */
static bool
tree_convert(struct conversion *conversion, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	bool going = true;

	while (going && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (node == root)
			continue;
		if (event == CMARK_EVENT_EXIT)
			node_leave(conversion);
		else if (node_take(conversion, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		else
			going = node_enter(conversion, node);
	}
	cmark_iter_free(iter);
	return going;
}

/* Takes the sign off that made the first words of a fragment a paragraph. */
static void
sign_cut(struct conversion *conversion, cmark_node *paragraph)
{
	cmark_node *text = cmark_node_first_child(paragraph);
	struct text literal = text_of(cmark_node_get_literal(text));

	assert(text_starts(literal, FRAGMENT_SIGN));
	conversion->lead = text;
	if (literal.size > FRAGMENT_SIGN.size)
		cmark_node_set_literal(text,
			text_string(conversion->scratch,
				text_slice(literal, FRAGMENT_SIGN.size, literal.size)));
	else
		cmark_node_free(text);
}

static bool
fragment_convert(struct conversion *conversion, const struct fragment *fragment,
	cmark_node *quote)
{
	conversion->open = fragment->into;
	conversion->depth = fragment->depth;
	conversion->in_cell = fragment->into->kind == NODE_CELL;
	conversion->lead = NULL;
	if (!fragment->inlines)
		return tree_convert(conversion, quote);
	sign_cut(conversion, cmark_node_first_child(quote));
	if (!tree_convert(conversion, cmark_node_first_child(quote)))
		return false;
	if (fragment->into->kind == NODE_PARAGRAPH)
		footnote_define(conversion->arena, fragment->into);
	return true;
}

/* Reads what was gathered.  Definitions of links stand in the whole text, which is
 * read once more behind it if it has any. */
static bool
fragments_convert(struct conversion *conversion, struct fragment_list *list)
{
	struct text whole = conversion->source;
	struct lines read;
	cmark_node *root, *quote;
	bool going = true;

	if (list->count == 0)
		return true;
	read = lines_make(conversion->scratch,
		text_keep(conversion->scratch, buffer_text(&list->text)));
	if (has_definitions(whole)) {
		buffer_byte(&list->text, '\n');
		buffer_add(&list->text, whole);
	}
	root = commonmark_read(buffer_text(&list->text));
	html_drop_comments(root, buffer_text(&list->text));
	positions_turn(conversion->positions, read, list->origins);
	quote = cmark_node_first_child(root);
	for (size_t i = 0; going && i < list->count; i++) {
		going = fragment_convert(conversion, &list->items[i], quote);
		quote = cmark_node_next(quote);
	}
	return going;
}

/* Fragments may hold others, which are smaller. */
static void
rounds_convert(struct conversion *conversion, cmark_node *root)
{
	struct fragment_list list, more = fragments_make(conversion->scratch);
	bool going;

	conversion->fragments = &more;
	going = tree_convert(conversion, root);
	while (going && more.count) {
		list = more;
		more = fragments_make(conversion->scratch);
		going = fragments_convert(conversion, &list);
	}
	conversion->fragments = NULL;
}

bool
convert_markdown(struct arena *arena, struct job *job, struct positions *positions,
	struct document *document)
{
	struct conversion conversion = { .arena = arena,
		.scratch = job->scratch,
		.diags = job->diags,
		.files = job->files,
		.positions = positions,
		.document = document,
		.open = document->root };
	size_t before = job->diags->errors;
	struct lines read = positions->lines;
	cmark_node *root;

	read.bytes = conversion.source = notesign_mask(job->scratch, read.bytes);
	positions_turn(positions, read, NULL);
	commonmark_begin(job->scratch);
	root = commonmark_read(read.bytes);
	html_drop_comments(root, read.bytes);
	rounds_convert(&conversion, root);
	commonmark_drop();
	captions_take(document);
	figures_judge(arena, job->diags, document);
	notehome_find(arena, job->scratch, job->diags, document);
	return job->diags->errors == before;
}
