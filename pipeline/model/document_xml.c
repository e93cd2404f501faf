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

/* How a member of a node stands in its attribute. */
enum spelling {
	SPELT_TEXT,
	SPELT_SOME,   /* a text, if it is not empty */
	SPELT_NUMBER, /* an int */
	SPELT_FLAG,   /* true or false */
};

/* The attributes of the kinds, in the order in which they are printed; those of ours
 * on an element of CommonMark carry the prefix. */
static const struct attribute {
	enum node_kind kind;
	const char *name;
	enum spelling spelling;
	size_t offset; /* of the member in struct node */
} attributes[] = {
	{ NODE_SECTION, "id", SPELT_SOME, offsetof(struct node, section.id) },
	{ NODE_SECTION, "number", SPELT_SOME, offsetof(struct node, section.number) },
	{ NODE_HEADING, "level", SPELT_NUMBER, offsetof(struct node, heading.level) },
	{ NODE_HEADING, "p:id", SPELT_SOME, offsetof(struct node, heading.id) },
	{ NODE_HEADING, "p:number", SPELT_SOME, offsetof(struct node, heading.number) },
	{ NODE_CALLOUT, "country", SPELT_TEXT, offsetof(struct node, callout.country) },
	{ NODE_LIST, "tight", SPELT_FLAG, offsetof(struct node, list.tight) },
	{ NODE_CODE_BLOCK, "info", SPELT_SOME, offsetof(struct node, code.info) },
	{ NODE_LINK, "destination", SPELT_TEXT, offsetof(struct node, link.url) },
	{ NODE_LINK, "title", SPELT_TEXT, offsetof(struct node, link.title) },
	{ NODE_IMAGE, "destination", SPELT_TEXT, offsetof(struct node, link.url) },
	{ NODE_IMAGE, "title", SPELT_TEXT, offsetof(struct node, link.title) },
};

enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static void *
member_of(struct node *node, const struct attribute *attribute)
{
	return (char *)node + attribute->offset;
}

/* CommonMark's list says its number and its delimiter only where it has them. */
static void
list_print(const struct node *node, struct buffer *buffer)
{
	buffer_format(
		buffer, " type=\"%s\"", node->list.ordered ? "ordered" : "bullet");
	if (!node->list.ordered)
		return;
	xml_add_number(buffer, "start", node->list.start);
	xml_add(buffer, "delim",
		node->list.delimiter == ')' ? TEXT("paren") : TEXT("period"));
}

static void
attribute_print(
	const struct attribute *attribute, const void *member, struct buffer *buffer)
{
	switch (attribute->spelling) {
	case SPELT_TEXT:
		xml_add(buffer, attribute->name, *(const struct text *)member);
		break;
	case SPELT_SOME:
		xml_add_some(buffer, attribute->name, *(const struct text *)member);
		break;
	case SPELT_NUMBER:
		xml_add_number(buffer, attribute->name, *(const int *)member);
		break;
	case SPELT_FLAG:
		xml_add(buffer, attribute->name,
			*(const bool *)member ? TEXT("true") : TEXT("false"));
		break;
	}
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
attributes_print(struct node *node, struct buffer *buffer)
{
	if (node->kind == NODE_LIST)
		list_print(node, buffer);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (attributes[i].kind == node->kind)
			attribute_print(&attributes[i], member_of(node, &attributes[i]),
				buffer);
	xml_add_some(buffer, "xml:lang", node->language);
	place_attribute(buffer->arena, node->at, buffer);
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
	node->list.start = (int)xml_number(xml, "start");
	node->list.delimiter =
		text_is(xml_attribute(arena, xml, "delim"), "paren") ? ')' : '.';
}

static struct text
attribute_find(struct arena *arena, const xmlNode *xml, const char *name)
{
	return strncmp(name, "p:", 2) == 0 ? our_attribute(arena, xml, name)
					   : xml_attribute(arena, xml, name);
}

static void
attribute_parse(struct arena *arena, const xmlNode *xml,
	const struct attribute *attribute, void *member)
{
	switch (attribute->spelling) {
	case SPELT_TEXT:
	case SPELT_SOME:
		*(struct text *)member = attribute_find(arena, xml, attribute->name);
		break;
	case SPELT_NUMBER:
		*(int *)member = (int)xml_number(xml, attribute->name);
		break;
	case SPELT_FLAG:
		*(bool *)member =
			text_is(attribute_find(arena, xml, attribute->name), "true");
		break;
	}
}

static void
attributes_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	struct text *text = text_within(node);

	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (attributes[i].kind == node->kind)
			attribute_parse(arena, xml, &attributes[i],
				member_of(node, &attributes[i]));
	if (text)
		*text = xml_content(arena, xml);
	if (node->kind == NODE_LIST)
		list_parse(arena, xml, node);
	if (node->kind == NODE_HEADING && node->heading.level < 1)
		node->heading.level = 1;
	if (node->kind == NODE_HEADING && node->heading.level > 6)
		node->heading.level = 6;
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
