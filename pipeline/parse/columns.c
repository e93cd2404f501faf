#include "columns.h"

#include "base/diag.h"
#include "model/document.h"
#include "parse/language.h"

enum {
	COLUMNS_LEAST = 2,
	COLUMNS_MOST = 4,
	DEEPEST = 8, /* divisions inside each other */
};

/* What a division that is open is for. */
enum division_kind { DIVISION_OTHER, DIVISION_COLUMNS, DIVISION_REFUSED };

struct divisions {
	struct arena *arena;
	struct diag_list *diags;
	struct node *columns; /* that blocks go to, or NULL */
	enum division_kind open[DEEPEST];
	size_t depth;
};

/* The columns that a block of HTML asks for. */
static bool
columns_asked(const struct node *node, struct division *ret_says)
{
	return node->kind == NODE_HTML_BLOCK && division_opens(node->text, ret_says) &&
	       ret_says->columns.size;
}

static bool
count_parse(struct text columns, int *ret_count)
{
	if (columns.size != 1 || columns.at[0] < '0' + COLUMNS_LEAST ||
		columns.at[0] > '0' + COLUMNS_MOST)
		return false;
	*ret_count = columns.at[0] - '0';
	return true;
}

/* Says why there will be no columns. */
static bool
columns_judge(struct divisions *divisions, const struct node *tag,
	const struct division *says, int *ret_count)
{
	if (divisions->columns) {
		diag_add(divisions->diags, DIAG_P109, tag->at,
			"these columns stand within others");
		diag_help(divisions->diags, "close those before it with </div>");
		return false;
	}
	if (count_parse(says->columns, ret_count))
		return true;
	diag_add(divisions->diags, DIAG_P109, tag->at,
		"there cannot be \"%.*s\" columns", TEXT_ARG(says->columns));
	diag_help(divisions->diags, "write <div columns=\"2\">, or 3 or 4");
	return false;
}

static void
division_begin(struct divisions *divisions, struct node *tag,
	const struct division *says, enum division_kind *ret_kind)
{
	int count;

	*ret_kind = DIVISION_OTHER;
	if (!says->columns.size)
		return;
	*ret_kind = DIVISION_REFUSED;
	if (!columns_judge(divisions, tag, says, &count))
		return;
	*ret_kind = DIVISION_COLUMNS;
	divisions->columns = node_make(divisions->arena, NODE_COLUMNS, tag->at);
	divisions->columns->columns.count = count;
	divisions->columns->language = says->language;
	node_insert(tag, divisions->columns);
}

/* True when a block opens or closes a division that no one else looks at. */
static bool
tag_take(struct divisions *divisions, struct node *node)
{
	enum division_kind kind = DIVISION_OTHER;
	struct division says;

	if (node->kind != NODE_HTML_BLOCK)
		return false;
	if (divisions->depth < DEEPEST && division_opens(node->text, &says)) {
		division_begin(divisions, node, &says, &kind);
		divisions->open[divisions->depth++] = kind;
	} else if (divisions->depth && division_closes(node->text)) {
		kind = divisions->open[--divisions->depth];
		if (kind == DIVISION_COLUMNS)
			divisions->columns = NULL;
	}
	return kind != DIVISION_OTHER;
}

static void
section_divide(struct arena *arena, struct diag_list *diags, struct node *section)
{
	struct divisions divisions = { .arena = arena, .diags = diags };
	struct node *node = section->first;

	/* Notes are at the end. */
	while (node && node->kind != NODE_NOTE) {
		struct node *next = node->next, *into = divisions.columns;

		if (tag_take(&divisions, node)) {
			node_unlink(node);
		} else if (into) {
			node_unlink(node);
			node_append(into, node);
		}
		node = next;
	}
	if (divisions.columns) {
		diag_add(diags, DIAG_P108, divisions.columns->at,
			"these columns are not closed");
		diag_help(diags, "write </div> where they end");
	}
}

/* Tags that stand where columns cannot be go, and so do their ends. */
static void
children_refuse(struct diag_list *diags, struct node *parent)
{
	size_t open = 0;

	for (struct node *node = parent->first, *next; node; node = next) {
		struct division says;

		next = node->next;
		if (columns_asked(node, &says)) {
			diag_add(diags, DIAG_P109, node->at,
				"columns cannot stand in a list, a quotation or a box");
			diag_help(diags, "write the passage outside of it");
			open++;
			node_unlink(node);
		} else if (open && node->kind == NODE_HTML_BLOCK &&
			   division_closes(node->text)) {
			open--;
			node_unlink(node);
		}
	}
}

static bool
asks_for_columns(const struct node *parent)
{
	struct division says;

	for (const struct node *node = parent->first; node; node = node->next)
		if (columns_asked(node, &says))
			return true;
	return false;
}

void
columns_apply(struct arena *arena, struct diag_list *diags, struct document *document)
{
	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		if (!walk.entering || !asks_for_columns(walk.node))
			continue;
		if (walk.node->kind == NODE_SECTION)
			section_divide(arena, diags, walk.node);
		else
			children_refuse(diags, walk.node);
	}
}
