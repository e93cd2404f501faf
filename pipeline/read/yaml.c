#include "yaml.h"

#include <string.h>

#include "base/arena.h"
#include "base/lines.h"
#include "read/keyset.h"
#include "read/mended.h"
#include "read/repair.h"
#include "read/schemaline.h"
#include "read/tree.h"

struct yaml {
	struct tree tree;
	struct mended *mended; /* of the file being read; NULL while nothing was */
};

struct yaml *
yaml_make(struct arena *arena, struct records *records, struct diag_list *diags)
{
	struct yaml *yaml = arena_make(arena, struct yaml);

	yaml->tree.arena = arena;
	yaml->tree.records = records;
	yaml->tree.diags = diags;
	return yaml;
}

/* Takes the first pair where it is the schema's, and leaves the current event at
 * its value. */
static bool
schema_take(struct tree *tree, struct name *ret_root, struct name *ret_key)
{
	size_t errors = tree->diags->errors;
	struct text name = TEXT("");

	if (tree->event.kind != EVENT_SCALAR || !text_is(tree->event.value, "schema"))
		return tree->event.kind != EVENT_LOST &&
		       schemaline_missing(tree->diags, tree->event.at);
	tree_key(tree, ret_key);
	if (!tree_next(tree))
		return false;
	if (tree->event.kind == EVENT_SCALAR)
		name = schemaline_read(tree->diags, tree->event.at, tree->event.value);
	else if (tree->event.kind != EVENT_LOST)
		schemaline_missing(tree->diags, tree->event.at);
	ret_key->lost |= tree->diags->errors > errors;
	if (name.size == 0)
		return true;
	memcpy(ret_root->bytes, name.at, name.size);
	ret_root->size = name.size;
	ret_root->lost = false;
	return true;
}

/* The first pair says what the file is: its value names the root element.  A file
 * that does not say it is read all the same, for its other faults. */
static bool
root_read(struct tree *tree, struct _xmlNode *file)
{
	struct name root = tree_unknown(tree->event.at), key = root;
	struct keyset *keys = tree_keys(tree, 1);
	struct _xmlNode *node;

	root.at.end = 0;
	if (!tree_next(tree))
		return tree_stop(tree, file, "unknown");
	if (schema_take(tree, &root, &key)) {
		keyset_add(keys, TEXT("schema"), key.at);
		node = tree_branch(tree, file, &root, root.at, SHAPE_MAP);
		if (!tree_value(tree, node, &key, 1))
			return tree_stop(tree, node, "unknown");
		return tree_map(tree, node, keys, 1);
	}
	node = tree_branch(tree, file, &root, root.at, SHAPE_MAP);
	if (tree->event.kind == EVENT_MAP_END)
		return true;
	return tree->event.kind != EVENT_NONE && tree_pair(tree, node, keys, 1) &&
	       tree_map(tree, node, keys, 1);
}

static bool
no_mapping(struct tree *tree, struct _xmlNode *file)
{
	struct place at = { .file = tree->source.path, .line = 1, .column = 1 };

	tree_stop(tree, file, "unknown");
	if (tree->event.kind == EVENT_SCALAR &&
		text_starts(tree->event.value, TEXT("schema:")))
		return schemaline_missing(tree->diags, tree->event.at);
	if (tree->event.kind == EVENT_LOST)
		return false;
	diag_add(tree->diags, DIAG_R402, at, "this file holds no keys and values");
	diag_help(tree->diags,
		"write lines such as \"title: Second forum\", the first one "
		"\"schema: plgs-submission/1\"");
	return false;
}

/* After the one document nothing may follow. */
static bool
end_read(struct tree *tree, struct _xmlNode *file)
{
	bool ended = tree_next(tree);

	if (ended && tree_next(tree)) {
		if (tree->event.kind == EVENT_STREAM_END)
			return true;
		diag_add(tree->diags, DIAG_R303, tree->event.at,
			"a second document starts here");
		diag_help(tree->diags, "delete the line ---, or put what follows in a "
				       "file of its own");
	}
	return tree_stop(tree, records_first(file), "unknown");
}

static bool
stream_read(struct tree *tree, struct _xmlNode *file)
{
	bool begun = tree_next(tree);

	if (!begun || !tree_next(tree))
		return tree_stop(tree, file, "unknown");
	if (tree->event.kind != EVENT_DOCUMENT)
		return no_mapping(tree, file);
	if (!tree_next(tree))
		return tree_stop(tree, file, "unknown");
	if (tree->event.kind != EVENT_MAP)
		return no_mapping(tree, file);
	return root_read(tree, file) && end_read(tree, file);
}

/* Reads the source from its start; false where it was left before the end. */
static bool
source_read(struct tree *tree, struct _xmlNode *file)
{
	bool whole;

	tree->nodes = 0;
	tree->errors_before = tree->diags->errors;
	tree->events = events_open(tree->arena, &tree->source);
	whole = stream_read(tree, file);
	events_close(tree->events);
	return whole;
}

/* Mends the source and reads it once more.  What was said of its faults before the
 * mistake is said again then. */
static void
source_mend(struct yaml *yaml, struct _xmlNode *file, struct diag_list before)
{
	struct source *source = &yaml->tree.source;

	*yaml->tree.diags = before;
	records_clear_file(file);
	if (!yaml->mended)
		yaml->mended = mended_make(yaml->tree.arena, source->typed);
	repair_file(yaml->tree.arena, yaml->tree.diags, source, yaml->mended);
	source->mended = yaml->mended;
	source->bytes =
		mended_text(yaml->mended, yaml->tree.arena, 1, source->typed->count);
	source_read(&yaml->tree, file);
}

bool
yaml_convert(struct yaml *yaml, struct _xmlNode *file, struct text path,
	const struct lines *lines, struct mended *mended)
{
	struct diag_list before = *yaml->tree.diags;

	yaml->tree.source = (struct source){
		.path = path, .typed = lines, .mended = mended, .first = 1
	};
	yaml->tree.source.bytes =
		mended ? mended_text(mended, yaml->tree.arena, 1, lines->count)
		       : lines->bytes;
	yaml->mended = mended;
	source_read(&yaml->tree, file);
	if (yaml->tree.stuck)
		source_mend(yaml, file, before);
	return yaml->tree.diags->errors == before.errors;
}
