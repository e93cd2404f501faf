#include "xml.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

static void
document_close(void *document)
{
	xmlFreeDoc(document);
}

static void
refuse(struct diag_list *diags, struct text name, const char *root, const char *why,
	int line)
{
	struct place at = { .file = name, .line = line > 0 ? (uint32_t)line : 0 };

	diag_add(diags, DIAG_G102, at, "this is no <%s> XML: %s", root, why);
	diag_help(diags, "the stages run in this order: read validate compose parse "
			 "layout write");
}

/* Ends the parse at the first entity that is declared or used: entities can make
 * a few bytes grow past all bounds, or vanish. */
static void
entity_refuse(xmlParserCtxt *parser)
{
	parser->_private = parser;
	parser->wellFormed = 0;
	xmlStopParser(parser);
}

static void
entity_declare(void *context, const xmlChar *name, int type, const xmlChar *public_id,
	const xmlChar *system_id, xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	entity_refuse(context);
}

static xmlEntity *
entity_find(void *context, const xmlChar *name)
{
	(void)name;
	entity_refuse(context);
	return NULL;
}

/* The first line of what libxml2 says. */
static const char *
parser_reason(struct arena *arena, const xmlParserCtxt *parser)
{
	struct text message, line;

	if (parser->_private)
		return "it declares or uses an entity";
	if (!parser->lastError.message)
		return "it cannot be read";
	message = text_of(parser->lastError.message);
	return text_cut(&message, '\n', &line) ? text_string(arena, line) : "";
}

bool
xml_open(struct arena *arena, struct diag_list *diags, struct text name,
	struct text xml, const char *root, struct _xmlDoc **ret_document)
{
	const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *document;

	if (!parser)
		arena_exhaust(arena);
	if (xml.size > INT_MAX) {
		xmlFreeParserCtxt(parser);
		refuse(diags, name, root, "it is larger than 2 GB", 0);
		return false;
	}
	parser->sax->entityDecl = entity_declare;
	parser->sax->getEntity = entity_find;
	document = xmlCtxtReadMemory(
		parser, xml.at, (int)xml.size, NULL, "UTF-8", options);
	if (!document)
		refuse(diags, name, root, parser_reason(arena, parser),
			parser->lastError.line);
	xmlFreeParserCtxt(parser);
	if (!document)
		return false;
	arena_adopt(arena, document_close, document);
	/* A document type without declarations is harmless: cmark writes one. */
	if (document->intSubset && document->intSubset->children) {
		refuse(diags, name, root, "its document type declares something", 0);
		return false;
	}
	if (!xml_is(xmlDocGetRootElement(document), root)) {
		refuse(diags, name, root, "its root element has another name", 1);
		return false;
	}
	*ret_document = document;
	return true;
}

bool
xml_is(const struct _xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE &&
	       strcmp((const char *)node->name, name) == 0;
}

const struct _xmlNode *
xml_child(const struct _xmlNode *node, const char *name)
{
	for (const xmlNode *child = node ? node->children : NULL; child;
		child = child->next)
		if (xml_is(child, name))
			return child;
	return NULL;
}

struct _xmlNode *
xml_element(struct _xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

/* The attribute's text inside the tree.  With entities refused and references
 * resolved by the parser, a value is one text node. */
static struct text
attribute_borrow(const struct _xmlNode *node, const char *name, const char *space)
{
	for (const xmlAttr *attribute = node->properties; attribute;
		attribute = attribute->next) {
		const char *found =
			attribute->ns ? (const char *)attribute->ns->href : NULL;

		if (strcmp((const char *)attribute->name, name) != 0)
			continue;
		if (space ? !found || strcmp(found, space) != 0 : found != NULL)
			continue;
		if (!attribute->children || !attribute->children->content)
			return TEXT("");
		return text_of((const char *)attribute->children->content);
	}
	return TEXT("");
}

struct text
xml_attribute(struct arena *arena, const struct _xmlNode *node, const char *name)
{
	return text_keep(arena, attribute_borrow(node, name, NULL));
}

struct text
xml_attribute_of(struct arena *arena, const struct _xmlNode *node, const char *name,
	const char *space)
{
	return text_keep(arena, attribute_borrow(node, name, space));
}

int64_t
xml_number(const struct _xmlNode *node, const char *name)
{
	struct text value = attribute_borrow(node, name, NULL);
	bool negative = value.size && value.at[0] == '-';
	int64_t number;

	if (!text_number(text_slice(value, negative, value.size), &number))
		return 0;
	return negative ? -number : number;
}

length
xml_length(const struct _xmlNode *node, const char *name)
{
	length value;

	return length_parse(attribute_borrow(node, name, NULL), &value) ? value : 0;
}

uint32_t
xml_colour(const struct _xmlNode *node, const char *name)
{
	struct text value = attribute_borrow(node, name, NULL);
	uint32_t colour = 0;

	if (value.size != 7 || value.at[0] != '#')
		return 0;
	for (size_t i = 1; i < 7; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *digit = strchr(digits, value.at[i]);

		if (!digit)
			return 0;
		colour = colour << 4 | (uint32_t)(digit - digits);
	}
	return colour;
}

struct text
xml_content(struct arena *arena, const struct _xmlNode *node)
{
	xmlChar *content;
	struct text kept;

	/* Most leaves hold one text node. */
	if (!node->children)
		return TEXT("");
	if (node->children->type == XML_TEXT_NODE && !node->children->next)
		return text_keep(arena, text_of((const char *)node->children->content));
	content = xmlNodeGetContent(node);
	if (!content)
		arena_exhaust(arena);
	kept = text_keep(arena, text_of((const char *)content));
	xmlFree(content);
	return kept;
}

void
xml_add(struct buffer *buffer, const char *name, struct text value)
{
	buffer_byte(buffer, ' ');
	buffer_string(buffer, name);
	buffer_string(buffer, "=\"");
	buffer_xml(buffer, value);
	buffer_byte(buffer, '"');
}

void
xml_add_some(struct buffer *buffer, const char *name, struct text value)
{
	if (value.size)
		xml_add(buffer, name, value);
}

void
xml_add_number(struct buffer *buffer, const char *name, int64_t value)
{
	buffer_byte(buffer, ' ');
	buffer_string(buffer, name);
	buffer_string(buffer, "=\"");
	buffer_number(buffer, value);
	buffer_byte(buffer, '"');
}

void
xml_add_length(struct buffer *buffer, const char *name, length value)
{
	buffer_byte(buffer, ' ');
	buffer_string(buffer, name);
	buffer_string(buffer, "=\"");
	length_print(buffer, value);
	buffer_byte(buffer, '"');
}

void
xml_add_colour(struct buffer *buffer, const char *name, uint32_t value)
{
	buffer_format(buffer, " %s=\"#%06x\"", name, value);
}
