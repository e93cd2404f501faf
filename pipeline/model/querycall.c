#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "asking.h"
#include "base/arena.h"
#include "model/records.h"

struct text
asking_keep(struct queries *queries, xmlChar *string)
{
	struct text kept;

	if (!string)
		arena_exhaust(queries->arena);
	kept = text_keep(queries->arena, text_of((const char *)string));
	xmlFree(string);
	return kept;
}

xmlNodeSet *
asking_nodes(struct queries *queries)
{
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);

	if (!nodes)
		arena_exhaust(queries->arena);
	return nodes;
}

void
query_refuse(struct query_call *call, const char *wanted, struct text value)
{
	struct queries *queries = call->queries;

	if (!queries->complained)
		diag_add(queries->diags, queries->setup.unanswered,
			asking_place(queries->asked, 0), "%s, not \"%.*s\"", wanted,
			TEXT_ARG(value));
	if (!queries->complained)
		asking_tell_subject(queries);
	queries->complained = true;
	xmlXPathSetError(call->parser, XPATH_EXPR_ERROR);
}

void
query_refuse_node(
	struct query_call *call, const char *wanted, const struct _xmlNode *node)
{
	bool complained = call->queries->complained;

	query_refuse(call, wanted,
		records_first(node) ? TEXT("a group of values") : records_value(node));
	if (!complained && records_origin(node)->value.line)
		diag_other(call->queries->diags, records_origin(node)->value,
			"it was typed here");
}

static void
record_add(struct queries *queries, xmlNodeSet *nodes, struct text kind, struct text id)
{
	xmlNode *record = queries->setup.find(queries->setup.finder, kind, id);

	if (record && xmlXPathNodeSetAdd(nodes, record) < 0)
		arena_exhaust(queries->arena);
}

/* Rules ask this of every record: no memory stays behind. */
static void
record_add_by(struct queries *queries, xmlNodeSet *nodes, struct text kind, xmlChar *id)
{
	if (!id)
		arena_exhaust(queries->arena);
	record_add(queries, nodes, kind, text_of((const char *)id));
	xmlFree(id);
}

static void
record_add_named(
	struct queries *queries, xmlNodeSet *nodes, struct text kind, xmlNode *name)
{
	if (name->type == XML_ELEMENT_NODE)
		record_add(queries, nodes, kind, records_value(name));
	else
		record_add_by(queries, nodes, kind, xmlXPathCastNodeToString(name));
}

/* record(ID) and record(KIND, ID).  Several ids give several records. */
static void
record_call(struct query_call *call)
{
	xmlXPathObject *ids = valuePop(call->parser);
	xmlChar *string = call->count == 2 ? xmlXPathPopString(call->parser) : NULL;
	struct text kind = string ? text_of((const char *)string) : TEXT("");
	xmlNodeSet *nodes = asking_nodes(call->queries);

	if (ids && ids->type == XPATH_NODESET) {
		for (int i = 0; ids->nodesetval && i < ids->nodesetval->nodeNr; i++)
			record_add_named(call->queries, nodes, kind,
				ids->nodesetval->nodeTab[i]);
	} else {
		record_add_by(call->queries, nodes, kind, xmlXPathCastToString(ids));
	}
	xmlFree(string);
	xmlXPathFreeObject(ids);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

struct _xmlNode *
query_record(const struct query_call *call, struct text kind, struct text id)
{
	const struct query_setup *setup = &call->queries->setup;

	return setup->find(setup->finder, kind, id);
}

static void
report_call(struct query_call *call)
{
	xmlNodeSet *nodes = asking_nodes(call->queries);
	const struct query_setup *setup = &call->queries->setup;

	if (setup->report && xmlXPathNodeSetAdd(nodes, setup->report) < 0)
		arena_exhaust(call->arena);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

struct text
query_argument(struct query_call *call)
{
	const xmlXPathObject *value = call->parser->value;

	if (value && value->type == XPATH_NODESET && value->nodesetval &&
		value->nodesetval->nodeNr == 1)
		call->queries->source = value->nodesetval->nodeTab[0];
	return asking_keep(call->queries, xmlXPathPopString(call->parser));
}

void
query_from(struct query_call *call, const struct _xmlNode *node)
{
	call->queries->source = node;
}

struct place
query_place(const struct query_call *call)
{
	return asking_place(call->queries->asked, 0);
}

void
query_answer(struct query_call *call, struct buffer *answer)
{
	buffer_byte(answer, '\0');
	valuePush(call->parser, xmlXPathNewCString(answer->at));
}

static void
current_call(struct query_call *call)
{
	valuePush(call->parser, xmlXPathNewNodeSet(call->subject));
}

const struct query_function asking_functions[] = {
	{ TEXT_CONSTANT("current"), 0, 0, current_call },
	{ TEXT_CONSTANT("record"), 1, 2, record_call },
	{ TEXT_CONSTANT("report"), 0, 0, report_call },
	{ .name.size = 0 },
};

const struct query_hint asking_hints[] = {
	{ TEXT_CONSTANT("record"), REACH_RECORD, NULL, NULL },
	{ TEXT_CONSTANT("report"), REACH_REPORT, NULL, NULL },
	{ TEXT_CONSTANT("current"), REACH_SUBJECT, NULL, NULL },
	{ .name.size = 0 },
};
