#include "owner.h"

#include <libxml/tree.h>

#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/xml.h"
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

/* "milestone az-2023-nuf-2" */
static struct text
name_of(const struct judge *judge, const xmlNode *record)
{
	const struct field *identity = fields_of(judge->fields, record)->type->identity;
	struct text id = records_value(
		records_child(record, text_string(judge->scratch, identity->name)));

	return text_format(judge->diags->arena, "%.*s%s%.*s",
		TEXT_ARG(identity->identifies), id.size ? " " : "", TEXT_ARG(id));
}

static void
record_name(struct walk *walk)
{
	walk->named = walk->record;
	walk->title = text_keep(walk->judge->diags->arena, title_of(walk->record));
	walk->name = name_of(walk->judge, walk->record);
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

/* read sees to it that nothing nests deeply.  `record` is the one around the node; what
 * stands in an entry of a list, its evidence for one, is a part of that entry. */
static void
node_walk(struct walk *walk, const xmlNode *node, const xmlNode *record)
{
	const struct origin *origin = records_origin(node);
	bool is_part = record && xml_is(record, "item");

	line_reach(walk, origin->key.line ? origin->key.line : origin->value.line);
	walk->record = !is_part && is_record(walk->judge, node) ? node : record;
	record = walk->record;
	for (const xmlNode *child = records_first(node);
		child && walk->next < walk->end; child = records_next(child))
		node_walk(walk, child, record);
}

void
owner_name(struct judge *judge, const struct _xmlNode *file, size_t from, size_t to)
{
	struct diag *items = judge->diags->items;
	struct walk walk = { .judge = judge };

	while (from < to && !text_equal(items[from].at.file, records_path(file)))
		from++;
	while (to > from && !text_equal(items[to - 1].at.file, records_path(file)))
		to--;
	if (from == to)
		return;
	walk.next = &items[from];
	walk.end = &items[to];
	if (records_first(file))
		node_walk(&walk, records_first(file), NULL);
	line_reach(&walk, UINT32_MAX);
}

void
owner_set(struct judge *judge, const struct _xmlNode *node)
{
	struct diag *diag = &judge->diags->items[judge->diags->count - 1];

	while (node && node->type == XML_ELEMENT_NODE && !is_record(judge, node))
		node = node->parent;
	if (!node || node->type != XML_ELEMENT_NODE)
		return;
	diag->record = name_of(judge, node);
	diag->title = text_keep(judge->diags->arena, title_of(node));
}
