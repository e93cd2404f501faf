#include "faultplace.h"

#include <libxml/tree.h>

#include "model/records.h"

/* How many elements stand above it: <records> is 0. */
enum { DEPTH_ROOT = 2, DEPTH_ENTRY = 4 };

static size_t
depth_of(const xmlNode *node)
{
	size_t depth = 0;

	for (; node->parent && node->parent->type == XML_ELEMENT_NODE;
		node = node->parent)
		depth++;
	return depth;
}

static bool
begins_before(const xmlNode *node, struct place at)
{
	const struct origin *origin = records_origin(node);
	struct place begin = origin->key.line ? origin->key : origin->value;

	if (begin.line == 0 || at.line == 0)
		return false;
	return begin.line < at.line ||
	       (begin.line == at.line && begin.column <= at.column);
}

static const xmlNode *
child_at(const xmlNode *parent, struct place at)
{
	const xmlNode *found = NULL;

	for (const xmlNode *child = records_first(parent); child;
		child = records_next(child))
		if (begins_before(child, at))
			found = child;
	return found;
}

const struct _xmlNode *
faultplace_element(const struct records *records, struct place at)
{
	const xmlNode *found = NULL;

	for (xmlNode *file = records_file(records); file && !found;
		file = records_next(file))
		if (records_first(file) &&
			text_equal(records_path(records_first(file)), at.file))
			found = records_first(file);
	for (const xmlNode *child = found; child; child = child_at(child, at))
		found = child;
	return found;
}

const struct _xmlNode *
faultplace_record(const struct _xmlNode *element)
{
	const xmlNode *node = element;
	size_t depth = depth_of(node);

	for (; depth > DEPTH_ENTRY; depth--)
		node = node->parent;
	if (depth == DEPTH_ENTRY && records_origin(node->parent)->shape == SHAPE_LIST)
		return node;
	for (; depth > DEPTH_ROOT; depth--)
		node = node->parent;
	return node;
}

struct text
faultplace_country(const struct _xmlNode *record)
{
	const xmlNode *root = record;
	struct text code;

	for (size_t depth = depth_of(record); depth > DEPTH_ROOT; depth--)
		root = root->parent;
	code = records_value(records_child(root, "country"));
	if (code.size == 0)
		code = records_value(records_child(record, "country"));
	return code.size ? code : records_value(records_child(record, "iso2"));
}

bool
faultplace_is_left(const struct _xmlNode *node)
{
	while (node->parent && node->type == XML_ELEMENT_NODE)
		node = node->parent;
	return node->type == XML_DOCUMENT_NODE;
}
