#include "document.h"

#include <stddef.h>

#include "base/arena.h"

struct document *
document_make(struct arena *arena)
{
	struct document *document = arena_make(arena, struct document);

	document->root = node_make(arena, NODE_DOCUMENT, (struct place){ 0 });
	return document;
}

/* Most nodes are words, lines that end, and cells: they are made without room for what
 * only others have.  Of these only a paragraph becomes another kind: a figure or a
 * caption. */
static size_t
node_size(enum node_kind kind)
{
	size_t shared = offsetof(struct node, text);

	if (kind == NODE_SOFT_BREAK || kind == NODE_LINE_BREAK ||
		kind == NODE_EMPHASIS || kind == NODE_STRONG)
		return shared;
	if (kind == NODE_TEXT || kind == NODE_ROW)
		return shared + sizeof(struct text);
	if (kind == NODE_LINK || kind == NODE_CELL || kind == NODE_PARAGRAPH)
		return shared + 2 * sizeof(struct text);
	return sizeof(struct node);
}

struct node *
node_make(struct arena *arena, enum node_kind kind, struct place at)
{
	struct node *node = arena_take(arena, node_size(kind));

	node->kind = kind;
	node->at = at;
	if (kind == NODE_CELL)
		node->cell.columns = node->cell.rows = 1;
	return node;
}

void
node_append(struct node *parent, struct node *child)
{
	child->parent = parent;
	child->prev = parent->last;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
}

void
node_prepend(struct node *parent, struct node *child)
{
	child->parent = parent;
	child->next = parent->first;
	if (parent->first)
		parent->first->prev = child;
	else
		parent->last = child;
	parent->first = child;
}

void
node_insert(struct node *next, struct node *node)
{
	node->parent = next->parent;
	node->prev = next->prev;
	node->next = next;
	if (next->prev)
		next->prev->next = node;
	else
		next->parent->first = node;
	next->prev = node;
}

void
node_unlink(struct node *node)
{
	if (node->prev)
		node->prev->next = node->next;
	else if (node->parent)
		node->parent->first = node->next;
	if (node->next)
		node->next->prev = node->prev;
	else if (node->parent)
		node->parent->last = node->prev;
	node->parent = node->prev = node->next = NULL;
}

bool
node_is_block(enum node_kind kind)
{
	return kind <= NODE_RULE;
}

bool
node_holds(enum node_kind kind)
{
	switch (kind) {
	case NODE_DOCUMENT:
	case NODE_SECTION:
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_QUOTE:
	case NODE_SPEAKER:
	case NODE_CALLOUT:
	case NODE_LIST:
	case NODE_ITEM:
	case NODE_TABLE:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_CELL:
	case NODE_FIGURE:
	case NODE_CREDIT:
	case NODE_CHART:
	case NODE_KEY_NUMBERS:
	case NODE_KEY_NUMBER:
	case NODE_COLUMNS:
	case NODE_INDEX:
	case NODE_ENTRY:
	case NODE_CARDS:
	case NODE_CARD:
	case NODE_NOTE:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_LINK:
	case NODE_IMAGE:
	case NODE_SPAN:
		return true;
	case NODE_CODE_BLOCK:
	case NODE_HTML_BLOCK:
	case NODE_PICTURE:
	case NODE_CONTENTS:
	case NODE_MENTION:
	case NODE_ANCHOR:
	case NODE_RULE:
	case NODE_TEXT:
	case NODE_SOFT_BREAK:
	case NODE_LINE_BREAK:
	case NODE_CODE:
	case NODE_HTML:
	case NODE_MARK:
	case NODE_KINDS:
		break;
	}
	return false;
}

const char *
chart_name(enum chart_kind kind)
{
	static const char *const names[CHART_KINDS] = {
		[CHART_NONE] = "",
		[CHART_BAR] = "bar",
		[CHART_STACKED] = "stacked",
		[CHART_GROUPED] = "grouped",
		[CHART_LINE] = "line",
		[CHART_DOT] = "dot",
		[CHART_PROGRESS] = "progress",
		[CHART_TIMELINE] = "timeline",
		[CHART_MATRIX] = "matrix",
	};

	return names[kind];
}

struct walk
walk_of(struct node *root)
{
	return (struct walk){ .root = root };
}

struct walk
walk_blocks(struct node *root)
{
	return (struct walk){ .root = root, .blocks = true };
}

static bool
is_passed(const struct walk *walk, const struct node *node)
{
	return walk->blocks &&
	       (node->kind == NODE_PARAGRAPH || node->kind == NODE_HEADING);
}

bool
walk_next(struct walk *walk)
{
	struct node *node = walk->node;

	if (!node) {
		walk->node = walk->root;
		walk->entering = true;
		return walk->root != NULL;
	}
	if (walk->entering && node->first && !is_passed(walk, node)) {
		walk->node = node->first;
		return true;
	}
	if (walk->entering && node_holds(node->kind)) {
		walk->entering = false;
		return true;
	}
	if (node == walk->root)
		return false;
	walk->entering = node->next != NULL;
	walk->node = node->next ? node->next : node->parent;
	return true;
}

struct text
node_language(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->language.size)
			return node->language;
	return TEXT("");
}

struct text
node_plain(struct arena *arena, struct node *node)
{
	struct buffer buffer = buffer_make(arena);

	for (struct walk walk = walk_of(node); walk_next(&walk);) {
		if (!walk.entering)
			continue;
		if (walk.node->kind == NODE_TEXT || walk.node->kind == NODE_CODE)
			buffer_add(&buffer, walk.node->text);
		else if (walk.node->kind == NODE_SOFT_BREAK ||
			 walk.node->kind == NODE_LINE_BREAK)
			buffer_byte(&buffer, ' ');
	}
	return buffer_text(&buffer);
}
