#include "tree.h"

#include <string.h>

#include "base/lines.h"
#include "read/keyname.h"
#include "read/keyset.h"
#include "read/mended.h"
#include "read/mistake.h"
#include "read/scan.h"
#include "read/typedline.h"

struct name
tree_unknown(struct place at)
{
	return (struct name){ .bytes = "unknown", .size = 7, .at = at, .lost = true };
}

static struct text
name_text(const struct name *name)
{
	return (struct text){ name->bytes, name->size };
}

bool
tree_next(struct tree *tree)
{
	if (tree->diags->errors - tree->errors_before >= BOUND_FAULTS)
		return mistake_stop(tree->diags, tree->event.at);
	tree->event = events_next(tree->events);
	tree->stuck = tree->event.kind == EVENT_NONE;
	return !tree->stuck;
}

static void
anchor_complain(struct tree *tree, const char *what)
{
	diag_add(tree->diags, DIAG_R301, tree->event.at, "%s stands here", what);
	diag_help(tree->diags, "write the value out where it belongs; if this is text, "
			       "put it in quotes");
}

/* Anchors and tags on the event. */
static void
properties_refuse(struct tree *tree)
{
	if (tree->event.has_anchor)
		anchor_complain(tree, "a YAML anchor (&)");
	if (!tree->event.has_tag)
		return;
	diag_add(tree->diags, DIAG_R302, tree->event.at, "a YAML tag (!) stands here");
	diag_help(tree->diags, "delete it; if this is text, put it in quotes");
}

void
tree_key(struct tree *tree, struct name *ret_name)
{
	struct text key = tree->event.value;

	*ret_name = tree_unknown(tree->event.at);
	if (text_is(key, "<<")) {
		anchor_complain(tree, "a YAML merge key (<<)");
	} else if (keyname_check(tree->diags, ret_name->at, key)) {
		memcpy(ret_name->bytes, key.at, key.size);
		ret_name->size = key.size;
		ret_name->lost = false;
	}
}

/* The second of two equal keys is lost. */
static void
duplicate_check(struct tree *tree, struct keyset *keys, struct name *name)
{
	struct text key = name_text(name);
	const struct place *first;

	if (name->lost)
		return;
	first = keyset_add(keys, key, name->at);
	if (!first)
		return;
	diag_add(tree->diags, DIAG_R305, name->at, "the key \"%.*s\" stands twice",
		TEXT_ARG(key));
	diag_label(tree->diags, "again here");
	diag_other(tree->diags, *first, "first here");
	diag_help(tree->diags, "keep one of them");
	name->lost = true;
}

/* No value: nothing at all, ~ or null without quotes. */
static bool
is_empty(const struct event *event)
{
	struct text value = event->value;

	return event->is_plain &&
	       (value.size == 0 || text_is(value, "~") || text_is(value, "null") ||
		       text_is(value, "Null") || text_is(value, "NULL"));
}

/* The line that an event is on, or an empty text where that is so long that looking
 * at it for every event would take for ever. */
static struct text
short_line(const struct tree *tree, uint32_t number)
{
	struct text line = lines_at(tree->source.typed, number);

	return line.size <= BOUND_LINE_BYTES ? line : TEXT("");
}

/* "Solar plant #4 opened" is "Solar plant" to YAML.  A comment in earnest has a
 * blank after its #. */
static void
swallowed_check(struct tree *tree)
{
	struct place at = tree->event.after;
	struct text line = short_line(tree, at.line);
	size_t end, hash;

	if (!tree->event.is_plain || text_find(line, '#', 0) == line.size)
		return;
	end = hash = lines_offset(line, at.column);
	while (hash < line.size && line.at[hash] == ' ')
		hash++;
	if (hash == end || hash + 1 >= line.size || line.at[hash] != '#' ||
		line.at[hash + 1] == ' ' || line.at[hash + 1] == '#')
		return;
	at.column = lines_column(line, hash);
	at.end = lines_column(line, line.size);
	diag_add(tree->diags, DIAG_R312, at, "this part of the line is not read");
	diag_label(tree->diags, "YAML takes it for a comment");
	diag_help(tree->diags,
		"put the whole text in quotes; a comment in earnest has a "
		"space after its #");
}

/* A line as it is read; empty where it is very long. */
static struct text
read_line(const struct tree *tree, uint32_t number)
{
	struct text line = short_line(tree, number);

	return tree->source.mended && line.size
		       ? mended_line(tree->source.mended, number)
		       : line;
}

/* A dash that stands deeper than the entry above it begins no entry: YAML folds its
 * line into the text.  False where it does. */
static bool
dash_check(struct tree *tree)
{
	struct place at = tree->event.at;

	if (!tree->event.is_plain)
		return true;
	while (at.line < tree->event.after.line) {
		struct text line = read_line(tree, ++at.line);

		if (!typedline_is_entry(line))
			continue;
		at.column = (uint32_t)typedline_indent(line) + 1;
		at.end = at.column + 1;
		diag_add(tree->diags, DIAG_R205, at,
			"this line begins with a dash and is read as part of the text "
			"above it");
		diag_other(tree->diags, tree->event.at, "the text begins here");
		diag_help(tree->diags,
			"let the dashes of a list begin in the same column; if this is "
			"text, put the whole of it in quotes");
		return false;
	}
	return true;
}

/* False where the value of the current event cannot be used. */
static bool
value_check(struct tree *tree)
{
	struct text value = tree->event.value;

	properties_refuse(tree);
	if (!dash_check(tree))
		return false;
	swallowed_check(tree);
	if (value.size > BOUND_SCALAR_BYTES) {
		diag_add(tree->diags, DIAG_R308, tree->event.at,
			"a text of %zu bytes stands here", value.size);
		diag_help(
			tree->diags, "a text has at most %d bytes", BOUND_SCALAR_BYTES);
		return false;
	}
	return !tree->event.has_escapes ||
	       scan_value(tree->diags, tree->event.at, value);
}

static void
scalar_add(struct tree *tree, struct _xmlNode *parent, const struct name *name)
{
	bool empty = is_empty(&tree->event);
	struct text value = empty ? TEXT("") : tree->event.value;
	struct origin origin = {
		.key = name->at,
		.value = tree->event.at,
		.shape = empty ? SHAPE_EMPTY : SHAPE_SCALAR,
	};

	if (!value_check(tree) || name->lost) {
		origin.shape = SHAPE_LOST;
		value = TEXT("");
	}
	records_add(tree->records, parent, name_text(name), value, &origin);
}

bool
tree_stop(struct tree *tree, struct _xmlNode *parent, const char *name)
{
	records_add_lost(tree->records, parent, text_of(name), tree->event.at);
	return false;
}

static bool
depth_check(struct tree *tree, size_t depth)
{
	if (depth <= BOUND_DEPTH)
		return true;
	diag_add(tree->diags, DIAG_R309, tree->event.at,
		"lists and groups stand more than %d deep in one another", BOUND_DEPTH);
	diag_help(tree->diags, "if this is text, put it in quotes");
	return false;
}

/* Passes over the list or the group that the current event opens. */
static bool
branch_skip(struct tree *tree, size_t depth)
{
	size_t inside = depth + 1;

	while (inside > depth) {
		if (!depth_check(tree, inside) || !tree_next(tree))
			return false;
		if (tree->event.kind == EVENT_LIST || tree->event.kind == EVENT_MAP)
			inside++;
		else if (tree->event.kind == EVENT_LIST_END ||
			 tree->event.kind == EVENT_MAP_END)
			inside--;
	}
	return true;
}

static bool
branch_as_key(struct tree *tree, size_t depth)
{
	diag_add(tree->diags, DIAG_R307, tree->event.at,
		"a list or a group stands where a key belongs");
	diag_help(tree->diags, "if this is text, put it in quotes");
	return branch_skip(tree, depth);
}

bool
tree_pair(struct tree *tree, struct _xmlNode *map, struct keyset *keys, size_t depth)
{
	struct name name = tree_unknown(tree->event.at);

	if (tree->event.kind == EVENT_ALIAS) {
		anchor_complain(tree, "a YAML alias (*)");
	} else if (tree->event.kind == EVENT_SCALAR) {
		properties_refuse(tree);
		tree_key(tree, &name);
		duplicate_check(tree, keys, &name);
	} else if (tree->event.kind != EVENT_LOST && !branch_as_key(tree, depth)) {
		return false;
	}
	return tree_next(tree) && tree_value(tree, map, &name, depth);
}

struct keyset *
tree_keys(struct tree *tree, size_t depth)
{
	if (!tree->keys[depth])
		tree->keys[depth] = keyset_make(tree->arena);
	keyset_clear(tree->keys[depth]);
	return tree->keys[depth];
}

bool
tree_map(struct tree *tree, struct _xmlNode *map, struct keyset *keys, size_t depth)
{
	while (tree_next(tree)) {
		if (tree->event.kind == EVENT_MAP_END)
			return true;
		if (!tree_pair(tree, map, keys, depth))
			break;
	}
	return tree_stop(tree, map, "unknown");
}

/* The dash before an item, or the item itself where there is none. */
static struct place
dash_place(const struct tree *tree)
{
	struct place at = tree->event.at;
	struct text line = short_line(tree, at.line);
	size_t dash = lines_offset(line, at.column);

	while (dash > 0 && line.at[dash - 1] == ' ')
		dash--;
	if (dash == 0 || line.at[dash - 1] != '-')
		return at;
	at.column = lines_column(line, dash - 1);
	at.end = at.column + 1;
	return at;
}

static bool
list_read(struct tree *tree, struct _xmlNode *list, size_t depth)
{
	while (tree_next(tree)) {
		struct name name = { .bytes = "item", .size = 4 };

		if (tree->event.kind == EVENT_LIST_END)
			return true;
		name.at = dash_place(tree);
		if (!tree_value(tree, list, &name, depth))
			break;
	}
	return tree_stop(tree, list, "item");
}

struct _xmlNode *
tree_branch(struct tree *tree, struct _xmlNode *parent, const struct name *name,
	struct place value, enum shape shape)
{
	struct origin origin = { .key = name->at,
		.value = value,
		.shape = name->lost ? SHAPE_LOST : shape };

	return records_add(tree->records, parent, name_text(name), TEXT(""), &origin);
}

static bool
count_check(struct tree *tree)
{
	if (++tree->nodes <= BOUND_NODES)
		return true;
	diag_add(tree->diags, DIAG_R310, tree->event.at,
		"this file holds more than %d values", BOUND_NODES);
	diag_help(tree->diags, "divide it into several files");
	return false;
}

/* The value whose first event is the current one; `depth` is that of the list or
 * group it stands in. */
bool
tree_value(struct tree *tree, struct _xmlNode *parent, const struct name *name,
	size_t depth)
{
	struct place start = tree->event.at;

	if (!count_check(tree))
		return false;
	start.end = 0;
	if (tree->event.kind == EVENT_ALIAS)
		anchor_complain(tree, "a YAML alias (*)");
	if (tree->event.kind == EVENT_ALIAS || tree->event.kind == EVENT_LOST) {
		records_add_lost(
			tree->records, parent, name_text(name), tree->event.at);
		return true;
	}
	if (tree->event.kind == EVENT_SCALAR) {
		scalar_add(tree, parent, name);
		return true;
	}
	properties_refuse(tree);
	if (!depth_check(tree, ++depth))
		return false;
	if (tree->event.kind == EVENT_LIST)
		return list_read(tree,
			tree_branch(tree, parent, name, start, SHAPE_LIST), depth);
	return tree_map(tree, tree_branch(tree, parent, name, start, SHAPE_MAP),
		tree_keys(tree, depth), depth);
}
