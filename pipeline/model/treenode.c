#include "treenode.h"

#include <libxml/parserInternals.h>
#include <libxml/tree.h>

#include "base/arena.h"

/* All that libxml2 may free is the document itself and its dictionary. */
static void
document_close(void *document)
{
	xmlDoc *doc = document;

	doc->children = doc->last = NULL;
	xmlFreeDoc(doc);
}

struct _xmlDoc *
treenode_document(struct arena *arena)
{
	xmlDoc *document = xmlNewDoc(BAD_CAST "1.0");

	if (!document)
		arena_exhaust(arena);
	arena_adopt(arena, document_close, document);
	document->dict = xmlDictCreate();
	if (!document->dict)
		arena_exhaust(arena);
	return document;
}

static const xmlChar *
name_find(struct arena *arena, xmlDoc *document, struct text name)
{
	const xmlChar *found =
		xmlDictLookup(document->dict, BAD_CAST name.at, (int)name.size);

	if (!found)
		arena_exhaust(arena);
	return found;
}

struct _xmlNode *
treenode_element(
	struct arena *arena, struct _xmlDoc *document, struct text name, size_t extra)
{
	xmlNode *node = arena_take(arena, sizeof *node + extra);

	node->type = XML_ELEMENT_NODE;
	node->doc = document;
	node->name = name_find(arena, document, name);
	if (extra)
		node->_private = node + 1;
	return node;
}

struct _xmlNode *
treenode_text(struct arena *arena, struct _xmlDoc *document, struct text text)
{
	xmlNode *node = arena_make(arena, xmlNode);

	node->type = XML_TEXT_NODE;
	node->doc = document;
	node->name = xmlStringText;
	node->content = BAD_CAST text_string(arena, text);
	return node;
}

struct _xmlNode *
treenode_instruction(struct arena *arena, struct _xmlDoc *document, const char *name,
	struct text text)
{
	xmlNode *node = arena_make(arena, xmlNode);

	node->type = XML_PI_NODE;
	node->doc = document;
	node->name = name_find(arena, document, text_of(name));
	node->content = BAD_CAST text_string(arena, text);
	return node;
}

void
treenode_attribute(struct arena *arena, struct _xmlNode *element, const char *name,
	struct text value)
{
	xmlAttr *attribute = arena_make(arena, xmlAttr), **end = &element->properties;

	attribute->type = XML_ATTRIBUTE_NODE;
	attribute->doc = element->doc;
	attribute->parent = element;
	attribute->name = name_find(arena, element->doc, text_of(name));
	attribute->children = attribute->last =
		treenode_text(arena, element->doc, value);
	attribute->children->parent = (xmlNode *)attribute;
	for (; *end; end = &(*end)->next)
		attribute->prev = *end;
	*end = attribute;
}

void
treenode_append(struct _xmlNode *parent, struct _xmlNode *node)
{
	treenode_insert(parent, parent->last, node);
}

void
treenode_insert(struct _xmlNode *parent, struct _xmlNode *before, struct _xmlNode *node)
{
	node->parent = parent;
	node->prev = before;
	node->next = before ? before->next : parent->children;
	if (before)
		before->next = node;
	else
		parent->children = node;
	if (node->next)
		node->next->prev = node;
	else
		parent->last = node;
}

void
treenode_remove(struct _xmlNode *node)
{
	xmlUnlinkNode(node);
}
