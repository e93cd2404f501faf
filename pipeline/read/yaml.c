#include "yaml.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/lines.h"
#include "model/records.h"
#include "read/events.h"
#include "read/keyname.h"
#include "read/keyset.h"
#include "read/scan.h"
#include "read/schemaline.h"

/* More than any record needs; libyaml is only safe with a bound on the depth. */
enum {
	DEPTH = 32,
	NODES = 500 * 1000,
	FAULTS = 100,
	SCALAR_BYTES = 64 * 1024,
	LINE_BYTES = 4 * 1024,
};

struct yaml {
	struct arena *arena;
	struct records *records;
	struct diag_list *diags;
	struct keyset *keys[DEPTH + 1]; /* one for each depth, made when needed */

	/* The file being read. */
	struct text path;
	struct lines lines;
	struct events *events;
	struct event event; /* the one being looked at */
	size_t nodes, errors_before;
};

/* A key, copied out of its event. */
struct name {
	char bytes[KEYNAME_BYTES];
	size_t size;
	struct place at;
};

struct yaml *
yaml_make(struct arena *arena, struct records *records, struct diag_list *diags)
{
	struct yaml *yaml = arena_make(arena, struct yaml);

	yaml->arena = arena;
	yaml->records = records;
	yaml->diags = diags;
	return yaml;
}

/* Steps to the next event; false when the file cannot be read further. */
static bool
next_event(struct yaml *yaml)
{
	if (yaml->diags->errors - yaml->errors_before >= FAULTS)
		return false;
	yaml->event = events_next(yaml->events);
	return yaml->event.kind != EVENT_NONE;
}

static void
anchor_complain(struct yaml *yaml, const char *what)
{
	diag_add(yaml->diags, DIAG_R301, yaml->event.at, "%s stands here", what);
	diag_help(yaml->diags, "write the value out where it belongs; if this is text, "
			       "put it in quotes");
}

/* Anchors and tags on the event. */
static void
properties_refuse(struct yaml *yaml)
{
	if (yaml->event.has_anchor)
		anchor_complain(yaml, "a YAML anchor (&)");
	if (!yaml->event.has_tag)
		return;
	diag_add(yaml->diags, DIAG_R302, yaml->event.at, "a YAML tag (!) stands here");
	diag_help(yaml->diags, "delete it; if this is text, put it in quotes");
}

/* Copies the key out of the event.  A key that is no name becomes "unknown", so
 * that its value is read all the same. */
static void
name_take(struct yaml *yaml, struct name *ret_name)
{
	struct text key = yaml->event.value;

	*ret_name =
		(struct name){ .bytes = "unknown", .size = 7, .at = yaml->event.at };
	if (text_is(key, "<<")) {
		anchor_complain(yaml, "a YAML merge key (<<)");
	} else if (keyname_check(yaml->diags, ret_name->at, key)) {
		memcpy(ret_name->bytes, key.at, key.size);
		ret_name->size = key.size;
	}
}

static void
duplicate_check(struct yaml *yaml, struct keyset *keys, const struct name *name)
{
	struct text key = { name->bytes, name->size };
	const struct place *first;

	if (text_is(key, "unknown"))
		return;
	first = keyset_add(keys, key, name->at);
	if (!first)
		return;
	diag_add(yaml->diags, DIAG_R305, name->at, "the key \"%.*s\" stands twice",
		TEXT_ARG(key));
	diag_label(yaml->diags, "again here");
	diag_other(yaml->diags, *first, "first here");
	diag_help(yaml->diags, "keep one of them");
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
short_line(const struct yaml *yaml, uint32_t number)
{
	struct text line = lines_at(&yaml->lines, number);

	return line.size <= LINE_BYTES ? line : TEXT("");
}

/* "Solar plant #4 opened" is "Solar plant" to YAML.  A comment in earnest has a
 * blank after its #. */
static void
swallowed_check(struct yaml *yaml)
{
	struct place at = yaml->event.after;
	struct text line = short_line(yaml, at.line);
	size_t end = lines_offset(line, at.column), hash = end;

	while (hash < line.size && line.at[hash] == ' ')
		hash++;
	if (!yaml->event.is_plain || hash == end || hash + 1 >= line.size ||
		line.at[hash] != '#' || line.at[hash + 1] == ' ' ||
		line.at[hash + 1] == '#')
		return;
	at.column = lines_column(line, hash);
	at.end = lines_column(line, line.size);
	diag_add(yaml->diags, DIAG_R312, at, "this part of the line is not read");
	diag_label(yaml->diags, "YAML takes it for a comment");
	diag_help(yaml->diags,
		"put the whole text in quotes; a comment in earnest has a "
		"space after its #");
}

/* The value of the current event, empty after a complaint. */
static struct text
value_take(struct yaml *yaml)
{
	struct text value = yaml->event.value;

	properties_refuse(yaml);
	swallowed_check(yaml);
	if (value.size > SCALAR_BYTES) {
		diag_add(yaml->diags, DIAG_R308, yaml->event.at,
			"a text of %zu bytes stands here", value.size);
		diag_help(yaml->diags, "a text has at most %d bytes", SCALAR_BYTES);
		return TEXT("");
	}
	return scan_value(yaml->diags, yaml->event.at, value) ? value : TEXT("");
}

static void
scalar_add(struct yaml *yaml, struct _xmlNode *parent, const struct name *name)
{
	bool empty = is_empty(&yaml->event);
	struct text value = value_take(yaml);
	struct origin origin = {
		.key = name->at,
		.value = yaml->event.at,
		.shape = empty ? SHAPE_EMPTY : SHAPE_SCALAR,
	};

	records_add(yaml->records, parent, (struct text){ name->bytes, name->size },
		empty ? TEXT("") : value, &origin);
}

static bool value_read(
	struct yaml *, struct _xmlNode *parent, const struct name *, size_t depth);

/* The pair whose key is the current event. */
static bool
pair_read(struct yaml *yaml, struct _xmlNode *map, struct keyset *keys, size_t depth)
{
	struct name name;

	if (yaml->event.kind == EVENT_ALIAS) {
		anchor_complain(yaml, "a YAML alias (*)");
		name = (struct name){ .bytes = "unknown", .size = 7 };
	} else if (yaml->event.kind == EVENT_SCALAR) {
		properties_refuse(yaml);
		name_take(yaml, &name);
		duplicate_check(yaml, keys, &name);
	} else {
		diag_add(yaml->diags, DIAG_R307, yaml->event.at,
			"a list or a group stands where a key belongs");
		diag_help(yaml->diags, "if this is text, put it in quotes");
		return false;
	}
	return next_event(yaml) && value_read(yaml, map, &name, depth);
}

static struct keyset *
keys_open(struct yaml *yaml, size_t depth)
{
	if (!yaml->keys[depth])
		yaml->keys[depth] = keyset_make(yaml->arena);
	keyset_clear(yaml->keys[depth]);
	return yaml->keys[depth];
}

static bool
map_read(struct yaml *yaml, struct _xmlNode *map, struct keyset *keys, size_t depth)
{
	while (next_event(yaml)) {
		if (yaml->event.kind == EVENT_MAP_END)
			return true;
		if (!pair_read(yaml, map, keys, depth))
			return false;
	}
	return false;
}

/* The dash before an item, or the item itself where there is none. */
static struct place
dash_place(const struct yaml *yaml)
{
	struct place at = yaml->event.at;
	struct text line = short_line(yaml, at.line);
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
list_read(struct yaml *yaml, struct _xmlNode *list, size_t depth)
{
	while (next_event(yaml)) {
		struct name name = { .bytes = "item", .size = 4 };

		if (yaml->event.kind == EVENT_LIST_END)
			return true;
		name.at = dash_place(yaml);
		if (!value_read(yaml, list, &name, depth))
			return false;
	}
	return false;
}

static struct _xmlNode *
branch_add(struct yaml *yaml, struct _xmlNode *parent, const struct name *name,
	struct place value, enum shape shape)
{
	struct origin origin = { .key = name->at, .value = value, .shape = shape };

	return records_add(yaml->records, parent,
		(struct text){ name->bytes, name->size }, TEXT(""), &origin);
}

static bool
depth_check(struct yaml *yaml, size_t depth)
{
	if (depth <= DEPTH)
		return true;
	diag_add(yaml->diags, DIAG_R309, yaml->event.at,
		"lists and groups stand more than %d deep in one another", DEPTH);
	diag_help(yaml->diags, "if this is text, put it in quotes");
	return false;
}

static bool
count_check(struct yaml *yaml)
{
	if (++yaml->nodes <= NODES)
		return true;
	diag_add(yaml->diags, DIAG_R310, yaml->event.at,
		"this file holds more than %d values", NODES);
	diag_help(yaml->diags, "divide it into several files");
	return false;
}

/* The value whose first event is the current one; `depth` is that of the list or
 * group it stands in. */
static bool
value_read(struct yaml *yaml, struct _xmlNode *parent, const struct name *name,
	size_t depth)
{
	struct place start = yaml->event.at;

	if (!count_check(yaml))
		return false;
	start.end = 0;
	if (yaml->event.kind == EVENT_ALIAS) {
		anchor_complain(yaml, "a YAML alias (*)");
		return true;
	}
	if (yaml->event.kind == EVENT_SCALAR) {
		scalar_add(yaml, parent, name);
		return true;
	}
	properties_refuse(yaml);
	if (!depth_check(yaml, ++depth))
		return false;
	if (yaml->event.kind == EVENT_LIST)
		return list_read(
			yaml, branch_add(yaml, parent, name, start, SHAPE_LIST), depth);
	return map_read(yaml, branch_add(yaml, parent, name, start, SHAPE_MAP),
		keys_open(yaml, depth), depth);
}

/* Takes the first pair where it is the schema's, and leaves the current event at
 * its value. */
static bool
schema_take(struct yaml *yaml, struct name *ret_root, struct name *ret_key)
{
	struct text name = TEXT("unknown");

	if (yaml->event.kind != EVENT_SCALAR || !text_is(yaml->event.value, "schema"))
		return schemaline_missing(yaml->diags, yaml->event.at);
	name_take(yaml, ret_key);
	if (!next_event(yaml))
		return false;
	if (yaml->event.kind == EVENT_SCALAR)
		schemaline_read(yaml->diags, yaml->event.at, yaml->event.value, &name);
	else
		schemaline_missing(yaml->diags, yaml->event.at);
	memcpy(ret_root->bytes, name.at, name.size);
	ret_root->size = name.size;
	return true;
}

/* The first pair says what the file is: its value names the root element.  A file
 * that does not say it is read all the same, for its other faults. */
static bool
root_read(struct yaml *yaml, struct _xmlNode *file)
{
	struct name key, root = { .bytes = "unknown", .size = 7, .at = yaml->event.at };

	struct keyset *keys = keys_open(yaml, 1);
	struct _xmlNode *node;

	root.at.end = 0;
	if (!next_event(yaml))
		return false;
	if (schema_take(yaml, &root, &key)) {
		keyset_add(keys, TEXT("schema"), key.at);
		node = branch_add(yaml, file, &root, root.at, SHAPE_MAP);
		return value_read(yaml, node, &key, 1) && map_read(yaml, node, keys, 1);
	}
	node = branch_add(yaml, file, &root, root.at, SHAPE_MAP);
	if (yaml->event.kind == EVENT_MAP_END)
		return true;
	return yaml->event.kind != EVENT_NONE && pair_read(yaml, node, keys, 1) &&
	       map_read(yaml, node, keys, 1);
}

static bool
no_mapping(struct yaml *yaml)
{
	struct place at = { .file = yaml->path, .line = 1, .column = 1 };

	if (yaml->event.kind == EVENT_SCALAR &&
		text_starts(yaml->event.value, TEXT("schema:")))
		return schemaline_missing(yaml->diags, yaml->event.at);
	diag_add(yaml->diags, DIAG_R402, at, "this file holds no keys and values");
	diag_help(yaml->diags,
		"write lines such as \"title: Second forum\", the first one "
		"\"schema: plgs-submission/1\"");
	return false;
}

/* After the one document nothing may follow. */
static bool
end_read(struct yaml *yaml)
{
	if (!next_event(yaml) || !next_event(yaml))
		return false;
	if (yaml->event.kind == EVENT_STREAM_END)
		return true;
	diag_add(yaml->diags, DIAG_R303, yaml->event.at,
		"a second document starts here");
	diag_help(yaml->diags,
		"delete the line ---, or put what follows in a file of its own");
	return false;
}

static bool
stream_read(struct yaml *yaml, struct _xmlNode *file)
{
	if (!next_event(yaml) || !next_event(yaml))
		return false;
	if (yaml->event.kind != EVENT_DOCUMENT)
		return no_mapping(yaml);
	if (!next_event(yaml))
		return false;
	if (yaml->event.kind != EVENT_MAP)
		return no_mapping(yaml);
	return root_read(yaml, file) && end_read(yaml);
}

bool
yaml_convert(
	struct yaml *yaml, struct _xmlNode *file, struct text path, struct text bytes)
{
	bool whole;

	yaml->path = path;
	yaml->lines = lines_make(yaml->arena, bytes);
	yaml->nodes = 0;
	yaml->errors_before = yaml->diags->errors;
	yaml->events = events_open(yaml->arena, yaml->diags, path, &yaml->lines);
	whole = stream_read(yaml, file);
	events_close(yaml->events);
	return whole && yaml->diags->errors == yaml->errors_before;
}
