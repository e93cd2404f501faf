#include "copy.h"

#include <libxml/tree.h>

#include "model/records.h"

static xmlNode *
element_copy(
	struct records *records, const xmlNode *node, xmlNode *to, struct text path)
{
	struct origin origin = *records_origin(node);
	struct text value = records_first(node) ? TEXT("") : records_value(node);

	origin.key.file = path;
	origin.value.file = path;
	return records_add(
		records, to, text_of((const char *)node->name), value, &origin);
}

/* All elements below `from`, without recursion: a stream may be deeper than the
 * stack. */
static void
tree_copy(struct records *records, const xmlNode *from, xmlNode *to, struct text path)
{
	const xmlNode *node = records_first(from);

	while (node) {
		xmlNode *copy = element_copy(records, node, to, path);

		if (records_first(node)) {
			node = records_first(node);
			to = copy;
			continue;
		}
		while (node != from && !records_next(node)) {
			node = node->parent;
			to = to->parent;
		}
		node = node == from ? NULL : records_next(node);
	}
}

struct records *
copy_records(struct arena *arena, const struct records *from)
{
	struct records *records = records_make(arena, from->report);
	const xmlNode *root = xmlDocGetRootElement(from->xml);

	for (const xmlNode *file = records_first(root); file;
		file = records_next(file)) {
		struct text path = text_keep(arena, records_path(file));

		tree_copy(records, file, records_add_file(records, path), path);
	}
	return records;
}
