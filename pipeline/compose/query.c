#include "query.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "date.h"
#include "model/records.h"
#include "names.h"
#include "registry.h"
#include "words.h"

enum {
	LONGEST = 2000,       /* bytes of an expression */
	MOST_STEPS = 5000000, /* of one answer: some seconds */
};

struct queries {
	struct arena *arena;
	struct diag_list *diags;
	const struct fields *fields;
	const struct registry *registry;
	const struct records *records;
	struct text language;
	xmlXPathContext *context;
	const struct query *asked; /* what is being compiled or answered */
	bool complained;           /* about it */
	const xmlNode *source;     /* what a function made its text from, or NULL */
};

static const char *
reason_of(int code)
{
	switch (code - XML_XPATH_EXPRESSION_OK) {
	case XPATH_NUMBER_ERROR:
		return "this number cannot be read";
	case XPATH_UNFINISHED_LITERAL_ERROR:
	case XPATH_START_LITERAL_ERROR:
		return "the quote opened here is never closed";
	case XPATH_VARIABLE_REF_ERROR:
	case XPATH_UNDEF_VARIABLE_ERROR:
	case XPATH_FORBID_VARIABLE_ERROR:
		return "there are no $variables";
	case XPATH_INVALID_PREDICATE_ERROR:
		return "the condition in [ ] cannot be read";
	case XPATH_UNCLOSED_ERROR:
		return "a bracket opened before is never closed";
	case XPATH_INVALID_TYPE:
	case XPATH_INVALID_OPERAND:
		return "this works on records only, not on a text or a number";
	case XPATH_INVALID_ARITY:
		return "a function has too few or too many arguments";
	case XPATH_UNDEF_PREFIX_ERROR:
		return "names have no prefix here";
	case XPATH_OP_LIMIT_EXCEEDED:
		return "this takes too many steps";
	case XPATH_RECURSION_LIMIT_EXCEEDED:
		return "this is nested too deeply";
	default:
		return "the path cannot be read from here on";
	}
}

static struct place
place_of(const struct query *query, size_t offset)
{
	struct place at = names_place(query->source, query->at, offset);

	if (offset == 0 && text_find(query->source, '\n', 0) == query->source.size)
		at.end = at.column + (uint32_t)text_length(query->source);
	return at;
}

/* libxml2's own complaints.  While an expression is being read it says where. */
static void
complain(void *context, xmlError *error)
{
	struct queries *queries = context;
	const struct query *query = queries->asked;
	bool reading = !query->compiled;
	size_t offset = reading && error->int1 > 0 ? (size_t)error->int1 : 0;

	if (error->code - XML_XPATH_EXPRESSION_OK == XPATH_MEMORY_ERROR)
		arena_exhaust(queries->arena);
	if (queries->complained)
		return;
	queries->complained = true;
	diag_add(queries->diags, reading ? DIAG_C105 : DIAG_C109,
		place_of(query, offset), "%s", reason_of(error->code));
}

/* Ends the answer with our own complaint. */
static void
refuse(xmlXPathParserContext *parser, const char *wanted, struct text value)
{
	struct queries *queries = parser->context->userData;

	if (!queries->complained)
		diag_add(queries->diags, DIAG_C109, place_of(queries->asked, 0),
			"%s, not \"%.*s\"", wanted, TEXT_ARG(value));
	queries->complained = true;
	xmlXPathSetError(parser, XPATH_EXPR_ERROR);
}

static bool
arity_check(xmlXPathParserContext *parser, bool fits)
{
	if (!fits)
		xmlXPathErr(parser, XPATH_INVALID_ARITY);
	return fits;
}

static struct text
string_keep(struct queries *queries, xmlChar *string)
{
	struct text kept;

	if (!string)
		arena_exhaust(queries->arena);
	kept = text_keep(queries->arena, text_of((const char *)string));
	xmlFree(string);
	return kept;
}

static xmlNodeSet *
nodes_open(struct queries *queries)
{
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);

	if (!nodes)
		arena_exhaust(queries->arena);
	return nodes;
}

static void
record_add(struct queries *queries, xmlNodeSet *nodes, struct text kind, struct text id)
{
	xmlNode *record = registry_find(queries->registry, kind, id);

	if (record && xmlXPathNodeSetAdd(nodes, record) < 0)
		arena_exhaust(queries->arena);
}

/* record(ID) and record(KIND, ID).  Several ids give several records. */
static void
record_call(xmlXPathParserContext *parser, int count)
{
	struct queries *queries = parser->context->userData;
	xmlNodeSet *nodes;
	xmlXPathObject *ids;
	struct text kind = TEXT("");

	if (!arity_check(parser, count == 1 || count == 2))
		return;
	ids = valuePop(parser);
	if (count == 2)
		kind = string_keep(queries, xmlXPathPopString(parser));
	nodes = nodes_open(queries);
	if (ids && ids->type == XPATH_NODESET) {
		for (int i = 0; ids->nodesetval && i < ids->nodesetval->nodeNr; i++)
			record_add(queries, nodes, kind,
				string_keep(
					queries, xmlXPathCastNodeToString(
							 ids->nodesetval->nodeTab[i])));
	} else {
		record_add(queries, nodes, kind,
			string_keep(queries, xmlXPathCastToString(ids)));
	}
	xmlXPathFreeObject(ids);
	valuePush(parser, xmlXPathWrapNodeSet(nodes));
}

static void
report_call(xmlXPathParserContext *parser, int count)
{
	struct queries *queries = parser->context->userData;
	xmlNodeSet *nodes;
	xmlNode *report = records_root(queries->records, "report");

	if (!arity_check(parser, count == 0))
		return;
	nodes = nodes_open(queries);
	if (report && xmlXPathNodeSetAdd(nodes, report) < 0)
		arena_exhaust(queries->arena);
	valuePush(parser, xmlXPathWrapNodeSet(nodes));
}

/* The one argument of words() and date(), with a note of where it was typed. */
static struct text
argument_pop(xmlXPathParserContext *parser)
{
	struct queries *queries = parser->context->userData;
	const xmlXPathObject *value = parser->value;

	if (value && value->type == XPATH_NODESET && value->nodesetval &&
		value->nodesetval->nodeNr == 1)
		queries->source = value->nodesetval->nodeTab[0];
	return string_keep(queries, xmlXPathPopString(parser));
}

static void
text_push(xmlXPathParserContext *parser, struct buffer *buffer)
{
	buffer_byte(buffer, '\0');
	valuePush(parser, xmlXPathNewCString(buffer->at));
}

static void
words_call(xmlXPathParserContext *parser, int count)
{
	struct queries *queries = parser->context->userData;
	struct buffer buffer = buffer_make(queries->arena);
	struct text argument;
	int64_t number;

	if (!arity_check(parser, count == 1))
		return;
	argument = argument_pop(parser);
	if (argument.size && (!text_number(argument, &number) ||
				     !words_print(&buffer, number, queries->language)))
		refuse(parser, "words() takes a whole number", argument);
	else
		text_push(parser, &buffer);
}

static void
date_call(xmlXPathParserContext *parser, int count)
{
	struct queries *queries = parser->context->userData;
	struct buffer buffer = buffer_make(queries->arena);
	struct text argument;

	if (!arity_check(parser, count == 1))
		return;
	argument = argument_pop(parser);
	if (argument.size && !text_is(argument, "/") &&
		!date_print(&buffer, argument, queries->language))
		refuse(parser, "date() takes a date like 2023-05", argument);
	else
		text_push(parser, &buffer);
}

static void
context_close(void *context)
{
	xmlXPathFreeContext(context);
}

static void
expression_close(void *compiled)
{
	xmlXPathFreeCompExpr(compiled);
}

struct queries *
queries_make(struct arena *arena, struct diag_list *diags, const struct fields *fields,
	const struct registry *registry, const struct records *records,
	struct text language)
{
	static const struct {
		const char *name;
		xmlXPathFunction call;
	} calls[] = { { "record", record_call }, { "report", report_call },
		{ "words", words_call }, { "date", date_call } };
	struct queries *queries = arena_make(arena, struct queries);
	xmlXPathContext *context = xmlXPathNewContext(records->xml);

	if (!context)
		arena_exhaust(arena);
	arena_adopt(arena, context_close, context);
	/* With its elements counted, two nodes are compared without a walk. */
	xmlXPathOrderDocElems(records->xml);
	*queries = (struct queries){ .arena = arena,
		.diags = diags,
		.fields = fields,
		.registry = registry,
		.records = records,
		.language = language,
		.context = context };
	context->userData = queries;
	context->error = complain;
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (xmlXPathRegisterFunc(
			    context, BAD_CAST calls[i].name, calls[i].call) != 0)
			arena_exhaust(arena);
	return queries;
}

static void
query_begin(struct queries *queries, const struct query *query)
{
	queries->asked = query;
	queries->complained = false;
	queries->source = NULL;
	queries->context->opLimit = MOST_STEPS;
	queries->context->opCount = 0;
}

bool
query_compile(struct queries *queries, struct text source, struct place at,
	struct query **ret_query)
{
	struct query *query = arena_make(queries->arena, struct query);
	const char *string = text_string(queries->arena, source);

	query->source = source;
	query->at = at;
	if (source.size > LONGEST) {
		diag_add(queries->diags, DIAG_C105, at, "this is longer than %d bytes",
			LONGEST);
		return false;
	}
	query_begin(queries, query);
	query->compiled = xmlXPathCtxtCompile(queries->context, BAD_CAST string);
	if (!query->compiled) {
		if (!queries->complained)
			diag_add(queries->diags, DIAG_C105, place_of(query, 0),
				"this is no path to a value");
		return false;
	}
	arena_adopt(queries->arena, expression_close, query->compiled);
	*ret_query = query;
	return names_check(queries->diags, queries->fields, source, at);
}

/* NULL when a diagnostic has been added. */
static xmlXPathObject *
query_ask(struct queries *queries, const struct query *query, xmlNode *node)
{
	xmlXPathObject *answer;

	query_begin(queries, query);
	queries->context->node = node;
	answer = xmlXPathCompiledEval(query->compiled, queries->context);
	if (answer && !queries->complained)
		return answer;
	if (!queries->complained)
		diag_add(queries->diags, DIAG_C109, place_of(query, 0),
			"this cannot be answered");
	xmlXPathFreeObject(answer);
	return NULL;
}

bool
query_truth(struct queries *queries, const struct query *query, struct _xmlNode *node,
	bool *ret_truth)
{
	xmlXPathObject *answer = query_ask(queries, query, node);

	if (!answer)
		return false;
	*ret_truth = xmlXPathCastToBoolean(answer) != 0;
	xmlXPathFreeObject(answer);
	return true;
}

bool
query_nodes(struct queries *queries, const struct query *query, struct _xmlNode *node,
	struct query_nodes *ret_nodes)
{
	xmlXPathObject *answer = query_ask(queries, query, node);
	struct query_nodes nodes = { 0 };

	if (!answer)
		return false;
	if (answer->type != XPATH_NODESET) {
		diag_add(queries->diags, DIAG_C109, place_of(query, 0),
			"this gives no records to go through");
		xmlXPathFreeObject(answer);
		return false;
	}
	if (answer->nodesetval && answer->nodesetval->nodeNr) {
		xmlXPathNodeSetSort(answer->nodesetval);
		nodes.count = (size_t)answer->nodesetval->nodeNr;
		nodes.items = arena_keep(queries->arena, answer->nodesetval->nodeTab,
			nodes.count * sizeof *nodes.items);
	}
	xmlXPathFreeObject(answer);
	*ret_nodes = nodes;
	return true;
}

/* The value of the only node in a set. */
static bool
node_value(struct queries *queries, const struct query *query, const xmlNodeSet *nodes,
	struct value *ret_value)
{
	if (nodes->nodeNr > 1) {
		diag_add(queries->diags, DIAG_C109, place_of(query, 0),
			"this gives %d values where there is room for one",
			nodes->nodeNr);
		diag_help(queries->diags, "go through them with {{#each %.*s}}",
			TEXT_ARG(query->source));
		return false;
	}
	if (value_of(queries->arena, nodes->nodeTab[0], queries->language, ret_value))
		return true;
	diag_add(queries->diags, DIAG_C109, place_of(query, 0),
		"this is a group of values or a list, not one value");
	diag_other(queries->diags, records_origin(nodes->nodeTab[0])->key,
		"it stands here");
	return false;
}

bool
query_value(struct queries *queries, const struct query *query, struct _xmlNode *node,
	struct value *ret_value)
{
	xmlXPathObject *answer = query_ask(queries, query, node);
	struct value value = { .text = TEXT("") };
	bool done = true;

	if (!answer)
		return false;
	if (answer->type != XPATH_NODESET) {
		value.text = string_keep(queries, xmlXPathCastToString(answer));
		if (queries->source)
			value.from = records_origin(queries->source)->value;
	} else if (answer->nodesetval && answer->nodesetval->nodeNr) {
		done = node_value(queries, query, answer->nodesetval, &value);
	}
	xmlXPathFreeObject(answer);
	if (done)
		*ret_value = value;
	return done;
}
