#include "records.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <string.h>

#include "base/arena.h"
#include "model/allowance.h"
#include "model/treenode.h"
#include "model/xml.h"

static const char *const shape_names[] = {
	[SHAPE_SCALAR] = "scalar",
	[SHAPE_MAP] = "map",
	[SHAPE_LIST] = "list",
	[SHAPE_EMPTY] = "empty",
	[SHAPE_LOST] = "lost",
};

/* The envelope's two elements: they have attributes and were typed nowhere. */
static xmlNode *
envelope_add(struct records *records, xmlNode *parent, const char *name)
{
	xmlNode *node =
		treenode_element(records->arena, records->xml, text_of(name), 0);

	treenode_append(parent, node);
	return node;
}

struct records *
records_make(struct arena *arena, struct text report)
{
	struct records *records = arena_make(arena, struct records);
	xmlNode *root;

	records->arena = arena;
	records->report = text_keep(arena, report);
	records->xml = treenode_document(arena);
	root = envelope_add(records, (xmlNode *)records->xml, "records");
	if (report.size)
		treenode_attribute(arena, root, "report", report);
	return records;
}

struct _xmlNode *
records_add_file(struct records *records, struct text path)
{
	xmlNode *file =
		envelope_add(records, xmlDocGetRootElement(records->xml), "file");

	treenode_attribute(records->arena, file, "path", path);
	return file;
}

struct _xmlNode *
records_file(const struct records *records)
{
	return records_first(xmlDocGetRootElement(records->xml));
}

struct _xmlNode *
records_add(struct records *records, struct _xmlNode *parent, struct text name,
	struct text value, const struct origin *origin)
{
	xmlNode *node =
		treenode_element(records->arena, records->xml, name, sizeof *origin);

	*(struct origin *)node->_private = *origin;
	if (value.size)
		treenode_append(
			node, treenode_text(records->arena, records->xml, value));
	treenode_append(parent, node);
	return node;
}

struct _xmlNode *
records_add_lost(struct records *records, struct _xmlNode *parent, struct text name,
	struct place at)
{
	const struct origin origin = { .key = at, .value = at, .shape = SHAPE_LOST };

	return records_add(records, parent, name, TEXT(""), &origin);
}

void
records_clear_file(struct _xmlNode *file)
{
	while (file->children)
		treenode_remove(file->children);
}

bool
records_lacks(const struct _xmlNode *node)
{
	for (const xmlNode *child = records_first(node); child;
		child = records_next(child))
		if (records_origin(child)->shape == SHAPE_LOST &&
			xml_is(child, "unknown"))
			return true;
	return false;
}

const struct origin *
records_origin(const struct _xmlNode *node)
{
	static const struct origin unknown;

	return node && node->type == XML_ELEMENT_NODE && node->_private ? node->_private
									: &unknown;
}

void
records_order(const struct records *records)
{
	xmlXPathOrderDocElems(records->xml);
}

/* The element after a node, depth first, less `top` itself; NULL after the last. */
static xmlNode *
tree_next(const xmlNode *node, const xmlNode *top)
{
	xmlNode *next = records_first(node);

	for (; !next && node != top; node = node->parent)
		next = records_next(node);
	return next;
}

void
records_turn(struct _xmlNode *file, void (*turn)(void *, struct place *), void *owner)
{
	for (xmlNode *node = tree_next(file, file); node;
		node = tree_next(node, file)) {
		struct origin *origin = node->_private;

		if (!origin)
			continue;
		turn(owner, &origin->key);
		turn(owner, &origin->value);
	}
}

struct text
records_path(const struct _xmlNode *node)
{
	while (node && !(xml_is(node, "file") && xml_is(node->parent, "records")))
		node = node->parent;
	if (!node || !node->properties || !node->properties->children)
		return TEXT("");
	return text_of((const char *)node->properties->children->content);
}

struct _xmlNode *
records_first(const struct _xmlNode *node)
{
	return node ? xml_element(node->children) : NULL;
}

struct _xmlNode *
records_next(const struct _xmlNode *node)
{
	return node ? xml_element(node->next) : NULL;
}

struct _xmlNode *
records_child(const struct _xmlNode *node, const char *name)
{
	for (xmlNode *child = node ? node->children : NULL; child; child = child->next)
		if (xml_is(child, name))
			return child;
	return NULL;
}

struct text
records_name(const struct _xmlNode *node)
{
	return text_of((const char *)node->name);
}

struct text
records_value(const struct _xmlNode *node)
{
	for (const xmlNode *child = node ? node->children : NULL; child;
		child = child->next)
		if (child->type == XML_TEXT_NODE ||
			child->type == XML_CDATA_SECTION_NODE)
			return text_of((const char *)child->content);
	return TEXT("");
}

struct _xmlNode *
records_root(const struct records *records, const char *name)
{
	const xmlNode *root = xmlDocGetRootElement(records->xml);

	for (const xmlNode *file = root->children; file; file = file->next) {
		xmlNode *found = records_child(file, name);

		if (found)
			return found;
	}
	return NULL;
}

static void
origin_print(const struct origin *origin, struct buffer *buffer)
{
	if (!origin->value.line)
		return;
	buffer_string(buffer, "<?at ");
	if (origin->key.line)
		place_print(buffer, origin->key);
	else
		buffer_byte(buffer, '-');
	buffer_byte(buffer, ' ');
	place_print(buffer, origin->value);
	buffer_format(buffer, " %s?>", shape_names[origin->shape]);
}

static void
indent(struct buffer *buffer, size_t depth)
{
	buffer_byte(buffer, '\n');
	buffer_fill(buffer, ' ', depth);
}

/* The envelope's two elements have attributes and no origin. */
static void
element_open(const xmlNode *node, struct buffer *buffer)
{
	buffer_byte(buffer, '<');
	buffer_string(buffer, (const char *)node->name);
	for (const xmlAttr *attribute = node->properties; attribute;
		attribute = attribute->next)
		xml_add(buffer, (const char *)attribute->name,
			attribute->children
				? text_of((const char *)attribute->children->content)
				: TEXT(""));
	buffer_byte(buffer, '>');
	origin_print(records_origin(node), buffer);
	allowance_print(node, buffer);
}

static void
element_close(const xmlNode *node, struct buffer *buffer)
{
	buffer_string(buffer, "</");
	buffer_string(buffer, (const char *)node->name);
	buffer_byte(buffer, '>');
}

static void
value_print(struct text value, struct buffer *buffer)
{
	for (size_t i = 0; i < value.size; i++) {
		if (value.at[i] == '\n')
			buffer_byte(buffer, '\n');
		else
			buffer_xml(buffer, text_slice(value, i, i + 1));
	}
}

/* Depth first without recursion: a leaf on one line, a branch around its own. */
static void
tree_print(const xmlNode *root, struct buffer *buffer)
{
	const xmlNode *node = root;
	size_t depth = 0;

	while (node) {
		const xmlNode *child = xml_element(node->children);

		indent(buffer, depth);
		element_open(node, buffer);
		if (child) {
			node = child;
			depth++;
			continue;
		}
		value_print(records_value(node), buffer);
		element_close(node, buffer);
		while (node != root && !xml_element(node->next)) {
			node = node->parent;
			depth--;
			indent(buffer, depth);
			element_close(node, buffer);
		}
		node = node == root ? NULL : xml_element(node->next);
	}
}

void
records_print(const struct records *records, struct buffer *buffer)
{
	buffer_string(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	tree_print(xmlDocGetRootElement(records->xml), buffer);
	buffer_byte(buffer, '\n');
}

static enum shape
shape_parse(struct text name, const xmlNode *node)
{
	for (size_t i = 0; i < sizeof shape_names / sizeof *shape_names; i++)
		if (text_is(name, shape_names[i]))
			return (enum shape)i;
	/* What another tool made says nothing: guess. */
	if (!xml_element(node->children))
		return SHAPE_SCALAR;
	return records_child(node, "item") ? SHAPE_LIST : SHAPE_MAP;
}

/* "KEY VALUE SHAPE"; what is missing stays unknown. */
static struct origin
origin_parse(struct arena *arena, struct text at, struct text path, const xmlNode *node)
{
	struct origin origin = { .key.file = path, .value.file = path };
	struct text rest = text_keep(arena, at), word;

	if (text_cut(&rest, ' ', &word))
		place_parse(word, path, &origin.key);
	if (text_cut(&rest, ' ', &word))
		place_parse(word, path, &origin.value);
	origin.shape = shape_parse(rest, node);
	return origin;
}

static struct text
at_content(const xmlNode *node)
{
	const xmlNode *first = node->children;

	if (!first || first->type != XML_PI_NODE || !first->content ||
		strcmp((const char *)first->name, "at") != 0)
		return TEXT("");
	return text_of((const char *)first->content);
}

/* What the element of a stream, or of other records, was typed as. */
static struct origin
origin_find(struct arena *arena, const xmlNode *node, struct text path)
{
	struct origin origin = *records_origin(node);

	if (!node->_private)
		return origin_parse(arena, at_content(node), path, node);
	origin.key.file = origin.value.file = path;
	return origin;
}

/* Copies the elements below `from` under `to`, without recursion, with their
 * origins and less the white space between elements. */
static void
tree_copy(struct records *records, const xmlNode *from, xmlNode *to, struct text path)
{
	const xmlNode *node = records_first(from);

	while (node) {
		struct origin origin = origin_find(records->arena, node, path);
		const xmlNode *child = records_first(node);
		struct text value =
			child ? TEXT("") : xml_content(records->arena, node);
		xmlNode *copy = records_add(
			records, to, text_of((const char *)node->name), value, &origin);

		if (child) {
			node = child;
			to = copy;
			continue;
		}
		while (node && !records_next(node)) {
			node = node->parent == from ? NULL : node->parent;
			to = to->parent;
		}
		node = node ? records_next(node) : NULL;
	}
}

static void
allowances_copy(struct records *records, const xmlNode *from, xmlNode *to)
{
	struct allowance allowance;
	const xmlNode *node = NULL;

	for (size_t i = 0; i < ALLOWANCE_MOST; i++) {
		node = allowance_next(records->arena, from, node, &allowance);
		if (!node)
			break;
		allowance_add(records->arena, to, &allowance);
	}
}

static void
files_copy(struct records *records, const xmlNode *root)
{
	for (const xmlNode *file = records_first(root); file;
		file = records_next(file)) {
		struct text path = xml_attribute(records->arena, file, "path");
		xmlNode *copy = records_add_file(records, path);

		tree_copy(records, file, copy, path);
		allowances_copy(records, file, copy);
	}
}

struct records *
records_copy(struct arena *arena, const struct records *from)
{
	struct records *records = records_make(arena, from->report);

	files_copy(records, xmlDocGetRootElement(from->xml));
	return records;
}

bool
records_parse(struct arena *arena, struct diag_list *diags, struct text name,
	struct text xml, struct records **ret_records)
{
	struct records *records;
	const xmlNode *root;
	xmlDoc *stream;

	if (!xml_open(arena, diags, name, xml, "records", &stream))
		return false;
	root = xmlDocGetRootElement(stream);
	records = records_make(arena, xml_attribute(arena, root, "report"));
	files_copy(records, root);
	*ret_records = records;
	return true;
}
