#include "document.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "model/xml.h"

#define COMMONMARK "http://commonmark.org/xml/1.0"
#define OURS "urn:plgs:document:1"
#define XML_ITSELF "http://www.w3.org/XML/1998/namespace"

/* The element of each kind; ours carry the prefix. */
static const char *const names[NODE_KINDS] = {
	[NODE_DOCUMENT] = "document",
	[NODE_SECTION] = "p:section",
	[NODE_HEADING] = "heading",
	[NODE_PARAGRAPH] = "paragraph",
	[NODE_QUOTE] = "block_quote",
	[NODE_CALLOUT] = "p:callout",
	[NODE_LIST] = "list",
	[NODE_ITEM] = "item",
	[NODE_CODE_BLOCK] = "code_block",
	[NODE_HTML_BLOCK] = "html_block",
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
};

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
	{ "p:style", offsetof(struct document, style) },
};

enum { FACTS = sizeof facts / sizeof *facts };

static struct text *
fact_of(struct document *document, const struct fact *fact)
{
	return (struct text *)(void *)((char *)document + fact->offset);
}

static void
list_print(const struct node *node, struct buffer *buffer)
{
	buffer_format(
		buffer, " type=\"%s\"", node->list.ordered ? "ordered" : "bullet");
	if (node->list.ordered) {
		xml_add_number(buffer, "start", node->list.start);
		xml_add(buffer, "delim",
			node->list.delimiter == ')' ? TEXT("paren") : TEXT("period"));
	}
	xml_add(buffer, "tight", node->list.tight ? TEXT("true") : TEXT("false"));
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

static void
attributes_print(const struct node *node, struct buffer *buffer)
{
	switch (node->kind) {
	case NODE_SECTION:
		xml_add_some(buffer, "id", node->section.id);
		xml_add_some(buffer, "number", node->section.number);
		break;
	case NODE_HEADING:
		xml_add_number(buffer, "level", node->heading.level);
		xml_add_some(buffer, "p:id", node->heading.id);
		xml_add_some(buffer, "p:number", node->heading.number);
		break;
	case NODE_CALLOUT:
		xml_add(buffer, "country", node->callout.country);
		break;
	case NODE_LIST:
		list_print(node, buffer);
		break;
	case NODE_CODE_BLOCK:
		xml_add_some(buffer, "info", node->code.info);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		xml_add(buffer, "destination", node->link.url);
		xml_add(buffer, "title", node->link.title);
		break;
	case NODE_DOCUMENT:
	case NODE_PARAGRAPH:
	case NODE_QUOTE:
	case NODE_ITEM:
	case NODE_HTML_BLOCK:
	case NODE_RULE:
	case NODE_TEXT:
	case NODE_SOFT_BREAK:
	case NODE_LINE_BREAK:
	case NODE_CODE:
	case NODE_HTML:
	case NODE_EMPHASIS:
	case NODE_STRONG:
	case NODE_SPAN:
	case NODE_KINDS:
		break;
	}
	xml_add_some(buffer, "xml:lang", node->language);
	place_attribute(buffer->arena, node->at, buffer);
}

static const struct text *
text_within(const struct node *node)
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
enter_print(const struct node *node, struct buffer *buffer)
{
	const struct text *text = text_within(node);

	indent(buffer, node);
	buffer_format(buffer, "<%s", names[node->kind]);
	attributes_print(node, buffer);
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
		"<document xmlns=\"" COMMONMARK "\" xmlns:p=\"" OURS "\"");
	for (size_t i = 0; i < FACTS; i++)
		xml_add_some(buffer, facts[i].name, *fact_of(&copy, &facts[i]));
	if (document->front)
		xml_add(buffer, "p:front", TEXT("true"));
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

/* The names of the attributes of ours carry no prefix in the tree. */
static struct text
our_attribute(struct arena *arena, const xmlNode *xml, const char *name)
{
	return xml_attribute_of(arena, xml, name + strlen("p:"), OURS);
}

static bool
kind_find(const xmlNode *xml, enum node_kind *ret_kind)
{
	bool ours = xml->ns && strcmp((const char *)xml->ns->href, OURS) == 0;

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

static void
list_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	node->list.ordered = text_is(xml_attribute(arena, xml, "type"), "ordered");
	node->list.tight = text_is(xml_attribute(arena, xml, "tight"), "true");
	node->list.start = (int)xml_number(xml, "start");
	node->list.delimiter =
		text_is(xml_attribute(arena, xml, "delim"), "paren") ? ')' : '.';
}

static void
heading_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	int64_t level = xml_number(xml, "level");

	node->heading.level = level < 1 ? 1 : level > 6 ? 6 : (int)level;
	node->heading.id = our_attribute(arena, xml, "p:id");
	node->heading.number = our_attribute(arena, xml, "p:number");
}

static void
attributes_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	switch (node->kind) {
	case NODE_SECTION:
		node->section.id = xml_attribute(arena, xml, "id");
		node->section.number = xml_attribute(arena, xml, "number");
		break;
	case NODE_HEADING:
		heading_parse(arena, xml, node);
		break;
	case NODE_CALLOUT:
		node->callout.country = xml_attribute(arena, xml, "country");
		break;
	case NODE_LIST:
		list_parse(arena, xml, node);
		break;
	case NODE_CODE_BLOCK:
		node->code.info = xml_attribute(arena, xml, "info");
		node->code.text = xml_content(arena, xml);
		break;
	case NODE_LINK:
	case NODE_IMAGE:
		node->link.url = xml_attribute(arena, xml, "destination");
		node->link.title = xml_attribute(arena, xml, "title");
		break;
	case NODE_TEXT:
	case NODE_CODE:
	case NODE_HTML:
	case NODE_HTML_BLOCK:
		node->text = xml_content(arena, xml);
		break;
	case NODE_DOCUMENT:
	case NODE_PARAGRAPH:
	case NODE_QUOTE:
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
	node->language = xml_attribute_of(arena, xml, "lang", XML_ITSELF);
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

/* What may stand in what; document.h says which kinds are blocks. */
static bool
fits(const struct node *parent, enum node_kind kind)
{
	if (parent->kind == NODE_HEADING || parent->kind == NODE_PARAGRAPH ||
		!node_is_block(parent->kind))
		return !node_is_block(kind);
	if (parent->kind == NODE_LIST)
		return kind == NODE_ITEM;
	if (kind == NODE_SECTION)
		return parent->kind == NODE_DOCUMENT;
	return node_is_block(kind) && kind != NODE_ITEM && kind != NODE_DOCUMENT;
}

static bool
node_parse(struct reading *reading, const xmlNode *xml, struct node *parent,
	struct node **ret_node)
{
	struct place at = { 0 };
	enum node_kind kind;

	if (!kind_find(xml, &kind))
		return refuse(reading, xml, "is not known");
	if (!fits(parent, kind))
		return refuse(reading, xml, "cannot stand where it stands");
	place_parse(our_attribute(reading->arena, xml, "p:at"), reading->name, &at);
	*ret_node = node_make(reading->arena, kind, at);
	attributes_parse(reading->arena, xml, *ret_node);
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
		*fact_of(document, &facts[i]) =
			our_attribute(arena, root, facts[i].name);
	document->front = text_is(our_attribute(arena, root, "p:front"), "true");
	if (!tree_parse(&reading, root, document->root))
		return false;
	sections_wrap(arena, document->root);
	*ret_document = document;
	return true;
}
