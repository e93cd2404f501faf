#include "expand.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <unicode/ucol.h>

#include "base/arena.h"
#include "escape.h"
#include "model/query.h"
#include "model/records.h"
#include "prose.h"
#include "template.h"

enum { MOST_COMPLAINTS = 50 }; /* one tag may fail for a thousand records */

struct expansion {
	struct arena *arena;
	struct diag_list *diags;
	struct queries *queries;
	struct prose *prose;
	UCollator *order;
	size_t errors; /* before it began */
};

static bool parts_expand(struct expansion *, const struct part *, xmlNode *node);

/* The nearest record round a node that has an id. */
static const xmlNode *
record_round(const xmlNode *node)
{
	for (; node; node = node->parent)
		if (records_child(node, "id") || records_child(node, "iso2"))
			return node;
	return NULL;
}

static void
missing_complain(
	struct expansion *expansion, const struct part *part, const xmlNode *node)
{
	const xmlNode *record = record_round(node);
	const xmlNode *id = records_child(record, "id");

	if (!id)
		id = records_child(record, "iso2");
	diag_add(expansion->diags, DIAG_C107, part->at, "{{%.*s}} has no value here",
		TEXT_ARG(part->text));
	if (record)
		diag_other(expansion->diags, records_origin(id)->value,
			"in the record %.*s", TEXT_ARG(records_value(id)));
	diag_help(expansion->diags,
		"give it a value in the record, or put {{#if …}} and {{/if}} round it");
}

static bool
value_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	struct buffer buffer = buffer_make(expansion->arena);
	struct value value;

	if (!query_value(expansion->queries, part->query, node, &value))
		return false;
	if (text_trim(value.text).size == 0) {
		missing_complain(expansion, part, node);
		return false;
	}
	if (value.from.line == 0)
		value.from = part->at;
	if (part->kind == PART_VALUE) {
		escape_text(&buffer, value.text);
	} else if (!escape_url(&buffer, value.text)) {
		diag_add(expansion->diags, DIAG_C108, value.from,
			"\"%.*s\" is no address that a link may lead to",
			TEXT_ARG(value.text));
		diag_other(expansion->diags, part->at, "it is needed here");
		diag_help(
			expansion->diags, "write https:// and the rest of the address");
		return false;
	}
	prose_fix(expansion->prose, buffer_text(&buffer), value.from);
	return true;
}

struct sorted {
	xmlNode *node;
	struct text key;
	const UCollator *order;
	size_t index;
};

static int
sorted_compare(const void *a, const void *b)
{
	const struct sorted *one = a, *other = b;
	UErrorCode status = U_ZERO_ERROR;
	UCollationResult result =
		ucol_strcollUTF8(one->order, one->key.at, (int32_t)one->key.size,
			other->key.at, (int32_t)other->key.size, &status);

	if (U_SUCCESS(status) && result != UCOL_EQUAL)
		return result == UCOL_LESS ? -1 : 1;
	return one->index < other->index ? -1 : one->index > other->index;
}

/* Puts the nodes in the order of their keys; one without a key comes first. */
static bool
nodes_sort(
	struct expansion *expansion, const struct part *each, struct query_nodes nodes)
{
	struct sorted *sorted =
		arena_array(expansion->arena, struct sorted, nodes.count);

	for (size_t i = 0; i < nodes.count; i++) {
		struct value key;

		if (!query_value(expansion->queries, each->sort, nodes.items[i], &key))
			return false;
		sorted[i] = (struct sorted){ nodes.items[i], key.text, expansion->order,
			i };
	}
	if (nodes.count)
		qsort(sorted, nodes.count, sizeof *sorted, sorted_compare);
	for (size_t i = 0; i < nodes.count; i++)
		nodes.items[i] = sorted[i].node;
	return true;
}

/* What stands before the item at `index`. */
static struct text
separator_before(const struct part *each, size_t index, size_t count)
{
	if (index == 0)
		return TEXT("");
	return each->has_last && index == count - 1 ? each->last : each->separator;
}

static bool
each_expand(struct expansion *expansion, const struct part *each, xmlNode *node)
{
	struct query_nodes nodes;
	bool done = true;

	if (!query_nodes(expansion->queries, each->query, node, &nodes))
		return false;
	if (each->sort && !nodes_sort(expansion, each, nodes))
		return false;
	for (size_t i = 0; i < nodes.count; i++) {
		prose_run(expansion->prose, separator_before(each, i, nodes.count),
			each->at);
		done = parts_expand(expansion, each->body, nodes.items[i]) && done;
		if (expansion->diags->errors - expansion->errors >= MOST_COMPLAINTS)
			return false;
	}
	return done;
}

static bool
if_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	bool truth;

	if (!query_truth(expansion->queries, part->query, node, &truth))
		return false;
	return parts_expand(expansion, truth ? part->body : part->otherwise, node);
}

static bool
part_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	switch (part->kind) {
	case PART_TEXT:
		prose_run(expansion->prose, part->text, part->at);
		return true;
	case PART_VALUE:
	case PART_URL:
		return value_expand(expansion, part, node);
	case PART_EACH:
		return each_expand(expansion, part, node);
	case PART_IF:
		return if_expand(expansion, part, node);
	}
	return false;
}

static bool
parts_expand(struct expansion *expansion, const struct part *part, xmlNode *node)
{
	bool done = true;

	for (; part; part = part->next)
		done = part_expand(expansion, part, node) && done;
	return done;
}

bool
expand_parts(struct arena *arena, struct diag_list *diags, struct queries *queries,
	struct text language, const struct part *parts, struct _xmlNode *node,
	struct prose *prose)
{
	UErrorCode status = U_ZERO_ERROR;
	struct expansion expansion = { .arena = arena,
		.diags = diags,
		.queries = queries,
		.prose = prose,
		.order = ucol_open(text_string(arena, language), &status),
		.errors = diags->errors };
	bool done;

	if (!expansion.order)
		arena_exhaust(arena);
	/* 2 comes before 10. */
	ucol_setAttribute(expansion.order, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	done = parts_expand(&expansion, parts, node);
	ucol_close(expansion.order);
	return done;
}
