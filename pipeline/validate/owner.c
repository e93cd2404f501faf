#include "owner.h"

#include <libxml/tree.h>

#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "validate/judge.h"

/* A longer title is cut. */
enum { TITLE_BYTES = 120 };

/* A walk over one file beside its diagnostics: both are in the order of lines. */
struct walk {
	const struct judge *judge;
	struct diag *next, *end;
	const xmlNode *record; /* the one that was walked over last, or NULL */
	const xmlNode *named;  /* the record that these are of: */
	struct text name, title;
};

/* The title, or the first of its languages. */
static struct text
title_of(const xmlNode *record)
{
	const xmlNode *title = records_child(record, "title");
	const xmlNode *first = title ? records_first(title) : NULL;

	return judge_cut(records_value(first ? first : title), TITLE_BYTES);
}

static void
record_name(struct walk *walk)
{
	const struct judge *judge = walk->judge;
	struct arena *arena = judge->diags->arena;
	const struct field *identity =
		fields_of(judge->fields, walk->record)->type->identity;
	struct text id = records_value(records_child(
		walk->record, text_string(judge->scratch, identity->name)));

	walk->named = walk->record;
	walk->title = text_keep(arena, title_of(walk->record));
	walk->name = text_format(arena, "%.*s%s%.*s", TEXT_ARG(identity->identifies),
		id.size ? " " : "", TEXT_ARG(id));
}

/* Diagnostics above a line belong to the record that was walked over last. */
static void
line_reach(struct walk *walk, uint32_t line)
{
	for (; walk->next < walk->end && walk->next->at.line < line; walk->next++) {
		if (!walk->record || walk->next->record.size)
			continue;
		if (walk->record != walk->named)
			record_name(walk);
		walk->next->record = walk->name;
		walk->next->title = walk->title;
	}
}

static bool
is_record(const struct judge *judge, const xmlNode *node)
{
	const struct field *field = records_origin(node)->shape == SHAPE_MAP
					    ? fields_of(judge->fields, node)
					    : NULL;

	return field && field->type->identity;
}

/* read sees to it that nothing nests deeply.  `record` is the one around the node. */
static void
node_walk(struct walk *walk, const xmlNode *node, const xmlNode *record)
{
	const struct origin *origin = records_origin(node);

	line_reach(walk, origin->key.line ? origin->key.line : origin->value.line);
	walk->record = is_record(walk->judge, node) ? node : record;
	record = walk->record;
	for (const xmlNode *child = records_first(node);
		child && walk->next < walk->end; child = records_next(child))
		node_walk(walk, child, record);
}

static const xmlNode *
file_find(const struct records *records, struct text path)
{
	const xmlNode *root = xmlDocGetRootElement(records->xml);

	for (const xmlNode *file = records_first(root); file; file = records_next(file))
		if (text_equal(records_path(file), path))
			return file;
	return NULL;
}

void
owner_name(struct judge *judge, const struct records *records, size_t from, size_t to)
{
	struct diag *items = judge->diags->items;

	for (size_t start = from, end; start < to; start = end) {
		struct walk walk = { .judge = judge, .next = &items[start] };
		const xmlNode *file = file_find(records, items[start].at.file);

		for (end = start; end < to; end++)
			if (!text_equal(items[end].at.file, items[start].at.file))
				break;
		walk.end = &items[end];
		if (file && records_first(file))
			node_walk(&walk, records_first(file), NULL);
		line_reach(&walk, UINT32_MAX);
	}
}
