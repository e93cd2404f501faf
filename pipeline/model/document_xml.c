#include "document.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "model/attribute.h"
#include "model/xml.h"

#define COMMONMARK "http://commonmark.org/xml/1.0"
#define XML_ITSELF "http://www.w3.org/XML/1998/namespace"

/* The element of each kind; ours carry the prefix. */
static const char *const names[NODE_KINDS] = {
	[NODE_DOCUMENT] = "document",
	[NODE_SECTION] = "p:section",
	[NODE_HEADING] = "heading",
	[NODE_PARAGRAPH] = "paragraph",
	[NODE_QUOTE] = "block_quote",
	[NODE_SPEAKER] = "p:speaker",
	[NODE_CALLOUT] = "p:callout",
	[NODE_LIST] = "list",
	[NODE_ITEM] = "item",
	[NODE_CODE_BLOCK] = "code_block",
	[NODE_HTML_BLOCK] = "html_block",
	[NODE_TABLE] = "p:table",
	[NODE_CAPTION] = "p:caption",
	[NODE_ROW] = "p:row",
	[NODE_CELL] = "p:cell",
	[NODE_FIGURE] = "p:figure",
	[NODE_PICTURE] = "p:picture",
	[NODE_CREDIT] = "p:credit",
	[NODE_CHART] = "p:chart",
	[NODE_KEY_NUMBERS] = "p:key-numbers",
	[NODE_KEY_NUMBER] = "p:key-number",
	[NODE_CONTENTS] = "p:contents",
	[NODE_COLUMNS] = "p:columns",
	[NODE_INDEX] = "p:index",
	[NODE_ENTRY] = "p:entry",
	[NODE_MENTION] = "p:mention",
	[NODE_ANCHOR] = "p:anchor",
	[NODE_CARDS] = "p:cards",
	[NODE_CARD] = "p:card",
	[NODE_NOTE] = "p:note",
	[NODE_RULE] = "thematic_break",
	[NODE_TEXT] = "text",
	[NODE_SOFT_BREAK] = "softbreak",
	[NODE_LINE_BREAK] = "linebreak",
	[NODE_CODE] = "code",
	[NODE_HTML] = "html_inline",
	[NODE_EMPHASIS] = "emph",
	[NODE_STRONG] = "strong",
	[NODE_LINK] = "link",
	[NODE_IMAGE] = "image",
	[NODE_SPAN] = "p:span",
	[NODE_MARK] = "p:mark",
};

static const char *const changes[] = {
	[CHANGE_NONE] = "",
	[CHANGE_TEXT] = "text",
	[CHANGE_GAP] = "gap",
};

enum { CHANGES = sizeof changes / sizeof *changes };

enum { CELLS_MOST = 1000 }; /* in a row of a table */

/* The facts of the whole, as attributes of the root. */
static const struct fact {
	const char *name;
	size_t offset;
} facts[] = {
	{ "p:title", offsetof(struct document, title) },
	{ "p:subtitle", offsetof(struct document, subtitle) },
	{ "p:language", offsetof(struct document, language) },
	{ "p:publisher", offsetof(struct document, publisher) },
	{ "p:date", offsetof(struct document, date) },
	{ "p:dated", offsetof(struct document, dated) },
	{ "p:cover", offsetof(struct document, cover) },
	{ "p:cover-alt", offsetof(struct document, cover_alt) },
	{ "p:since", offsetof(struct document, since) },
	{ "p:style", offsetof(struct document, style) },
};

enum { FACTS = sizeof facts / sizeof *facts };

static struct text *
fact_of(struct document *document, const struct fact *fact)
{
	return (struct text *)(void *)((char *)document + fact->offset);
}

static void
place_attribute(struct arena *arena, struct place at, struct buffer *buffer)
{
	struct buffer whole = buffer_make(arena);

	if (!at.line)
		return;
	place_print_whole(&whole, at);
	xml_add(buffer, "p:at", buffer_text(&whole));
}

static struct text *
text_within(struct node *node)
{
	if (node->kind == NODE_CODE_BLOCK)
		return &node->code.text;
	if (node->kind == NODE_TEXT || node->kind == NODE_CODE ||
		node->kind == NODE_HTML || node->kind == NODE_HTML_BLOCK)
		return &node->text;
	return NULL;
}

static void
indent(struct buffer *buffer, const struct node *node)
{
	for (; node->parent; node = node->parent)
		buffer_string(buffer, "  ");
}

static void
enter_print(struct node *node, struct buffer *buffer)
{
	const struct text *text = text_within(node);

	indent(buffer, node);
	buffer_format(buffer, "<%s", names[node->kind]);
	attributes_print(node, buffer);
	xml_add_some(buffer, "xml:lang", node->language);
	xml_add_some(buffer, "p:change", text_of(changes[node->change]));
	place_attribute(buffer->arena, node->at, buffer);
	if (text) {
		buffer_string(buffer, " xml:space=\"preserve\">");
		buffer_xml(buffer, *text);
		buffer_format(buffer, "</%s>\n", names[node->kind]);
	} else {
		buffer_string(buffer, node_holds(node->kind) ? ">\n" : " />\n");
	}
}

static void
root_print(const struct document *document, struct buffer *buffer)
{
	struct document copy = *document;

	buffer_string(buffer,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<document xmlns=\"" COMMONMARK "\" xmlns:p=\"" DOCUMENT_SPACE "\"");
	for (size_t i = 0; i < FACTS; i++)
		xml_add_some(buffer, facts[i].name, *fact_of(&copy, &facts[i]));
	if (document->front)
		xml_add(buffer, "p:front", TEXT("true"));
	if (document->draft)
		xml_add(buffer, "p:draft", TEXT("true"));
	buffer_string(buffer, ">\n");
}

void
document_print(const struct document *document, struct buffer *buffer)
{
	struct walk walk = walk_of(document->root);

	while (walk_next(&walk)) {
		if (walk.node->kind == NODE_DOCUMENT && walk.entering) {
			root_print(document, buffer);
		} else if (walk.entering) {
			enter_print(walk.node, buffer);
		} else {
			indent(buffer, walk.node);
			buffer_format(buffer, "</%s>\n", names[walk.node->kind]);
		}
	}
}

static bool
kind_find(const xmlNode *xml, enum node_kind *ret_kind)
{
	bool ours = xml->ns && strcmp((const char *)xml->ns->href, DOCUMENT_SPACE) == 0;

	for (size_t i = 0; i < NODE_KINDS; i++) {
		const char *name = names[i];
		bool prefixed = strncmp(name, "p:", 2) == 0;

		if (prefixed != ours || !xml_is(xml, prefixed ? name + 2 : name))
			continue;
		*ret_kind = (enum node_kind)i;
		return true;
	}
	return false;
}

/* A parse in progress. */
struct reading {
	struct arena *arena;
	struct diag_list *diags;
	struct text name;
};

static bool
refuse(struct reading *reading, const xmlNode *xml, const char *why)
{
	struct place at = { .file = reading->name, .line = xml->line };

	diag_add(reading->diags, DIAG_G102, at, "<%s> %s in this document XML",
		(const char *)xml->name, why);
	return false;
}

static bool
holds_inlines(enum node_kind kind)
{
	return kind == NODE_HEADING || kind == NODE_PARAGRAPH || kind == NODE_SPEAKER ||
	       kind == NODE_CAPTION || kind == NODE_CELL || kind == NODE_CREDIT ||
	       kind == NODE_KEY_NUMBER || kind == NODE_CARD || !node_is_block(kind);
}

/* Kinds that hold none but those whose home they are. */
static bool
holds_others(enum node_kind kind)
{
	return kind == NODE_LIST || kind == NODE_TABLE || kind == NODE_FIGURE ||
	       kind == NODE_ROW || kind == NODE_KEY_NUMBERS || kind == NODE_INDEX ||
	       kind == NODE_ENTRY || kind == NODE_CARDS;
}

/* What may stand in what; document.h says which kinds are blocks. */
static bool
fits(enum node_kind parent, enum node_kind kind)
{
	/* These stand in one kind alone, */
	static const struct {
		enum node_kind kind, parent;
	} homes[] = { { NODE_SECTION, NODE_DOCUMENT }, { NODE_ITEM, NODE_LIST },
		{ NODE_ROW, NODE_TABLE }, { NODE_CELL, NODE_ROW },
		{ NODE_PICTURE, NODE_FIGURE }, { NODE_CREDIT, NODE_FIGURE },
		{ NODE_CHART, NODE_FIGURE }, { NODE_SPEAKER, NODE_QUOTE },
		{ NODE_KEY_NUMBER, NODE_KEY_NUMBERS }, { NODE_ENTRY, NODE_INDEX },
		{ NODE_MENTION, NODE_ENTRY }, { NODE_CARD, NODE_CARDS } };

	if (holds_inlines(parent))
		return !node_is_block(kind);
	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if (homes[i].kind == kind)
			return homes[i].parent == parent;
	if (parent == NODE_CHART)
		return kind == NODE_TABLE;
	if (kind == NODE_CAPTION)
		return parent == NODE_TABLE || parent == NODE_FIGURE;
	if (kind == NODE_NOTE)
		return parent == NODE_DOCUMENT || parent == NODE_SECTION ||
		       parent == NODE_TABLE || parent == NODE_FIGURE ||
		       parent == NODE_CALLOUT;
	/* and nothing else stands in these. */
	return node_is_block(kind) && kind != NODE_DOCUMENT && !holds_others(parent);
}

static enum node_change
change_parse(struct arena *arena, const xmlNode *xml)
{
	struct text word = xml_attribute_of(arena, xml, "change", DOCUMENT_SPACE);
	size_t change = CHANGES - 1;

	while (change && !text_is(word, changes[change]))
		change--;
	return (enum node_change)change;
}

static bool
node_parse(struct reading *reading, const xmlNode *xml, struct node *parent,
	struct node **ret_node)
{
	struct place at = { 0 };
	enum node_kind kind;
	struct text *text;

	if (!kind_find(xml, &kind))
		return refuse(reading, xml, "is not known");
	if (!fits(parent->kind, kind))
		return refuse(reading, xml, "cannot stand where it stands");
	place_parse(xml_attribute_of(reading->arena, xml, "at", DOCUMENT_SPACE),
		reading->name, &at);
	*ret_node = node_make(reading->arena, kind, at);
	attributes_parse(reading->arena, xml, *ret_node);
	(*ret_node)->change = change_parse(reading->arena, xml);
	(*ret_node)->language =
		xml_attribute_of(reading->arena, xml, "lang", XML_ITSELF);
	text = text_within(*ret_node);
	if (text)
		*text = xml_content(reading->arena, xml);
	node_append(parent, *ret_node);
	return true;
}

/* Copies the elements below `root`, without recursion. */
static bool
tree_parse(struct reading *reading, const xmlNode *root, struct node *to)
{
	const xmlNode *xml = xml_element(root->children);

	while (xml) {
		const xmlNode *child;
		struct node *node;

		if (!node_parse(reading, xml, to, &node))
			return false;
		child = node_holds(node->kind) ? xml_element(xml->children) : NULL;
		if (child) {
			xml = child;
			to = node;
			continue;
		}
		while (xml && !xml_element(xml->next)) {
			xml = xml->parent == root ? NULL : xml->parent;
			to = to->parent;
		}
		xml = xml ? xml_element(xml->next) : NULL;
	}
	return true;
}

/* A row with so many cells would take room in every other row. */
static bool
rows_check(struct reading *reading, struct node *root)
{
	for (struct walk walk = walk_of(root); walk_next(&walk);) {
		size_t count = 0;

		if (walk.node->kind != NODE_ROW || !walk.entering)
			continue;
		for (const struct node *cell = walk.node->first; cell;
			cell = cell->next)
			count += (size_t)cell->cell.columns;
		if (count <= CELLS_MOST)
			continue;
		diag_add(reading->diags, DIAG_G102, walk.node->at,
			"a row has more than %d cells in this document XML",
			CELLS_MOST);
		return false;
	}
	return true;
}

/* A figure shows one thing. */
static bool
figures_check(struct reading *reading, struct node *root)
{
	for (struct walk walk = walk_of(root); walk_next(&walk);) {
		size_t count = 0;

		if (walk.node->kind != NODE_FIGURE || !walk.entering)
			continue;
		for (const struct node *child = walk.node->first; child;
			child = child->next)
			count += child->kind == NODE_PICTURE ||
				 child->kind == NODE_CHART;
		if (count == 1)
			continue;
		diag_add(reading->diags, DIAG_G102, walk.node->at,
			"a figure shows %s in this document XML",
			count ? "more than one thing" : "nothing");
		return false;
	}
	return true;
}

/* cmark's own XML has no sections: blocks between sections go into one. */
static void
sections_wrap(struct arena *arena, struct node *root)
{
	struct node *rest = root->first, *section = NULL;

	root->first = root->last = NULL;
	while (rest) {
		struct node *node = rest;

		rest = node->next;
		node->prev = node->next = NULL;
		if (node->kind == NODE_SECTION) {
			section = NULL;
			node_append(root, node);
			continue;
		}
		if (!section) {
			section = node_make(arena, NODE_SECTION, node->at);
			node_append(root, section);
		}
		node_append(section, node);
	}
}

bool
document_parse(struct arena *arena, struct diag_list *diags, struct text name,
	struct text xml, struct document **ret_document)
{
	struct reading reading = { arena, diags, name };
	struct document *document = document_make(arena);
	const xmlNode *root;
	xmlDoc *stream;

	if (!xml_open(arena, diags, name, xml, "document", &stream))
		return false;
	root = xmlDocGetRootElement(stream);
	for (size_t i = 0; i < FACTS; i++)
		*fact_of(document, &facts[i]) = xml_attribute_of(
			arena, root, facts[i].name + strlen("p:"), DOCUMENT_SPACE);
	document->front =
		text_is(xml_attribute_of(arena, root, "front", DOCUMENT_SPACE), "true");
	document->draft =
		text_is(xml_attribute_of(arena, root, "draft", DOCUMENT_SPACE), "true");
	if (!tree_parse(&reading, root, document->root) ||
		!rows_check(&reading, document->root) ||
		!figures_check(&reading, document->root))
		return false;
	sections_wrap(arena, document->root);
	*ret_document = document;
	return true;
}
