#include "query.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/names.h"
#include "model/records.h"

enum {
	LONGEST = 2000,       /* bytes of an expression */
	MOST_STEPS = 5000000, /* of one answer: some seconds */
	CALLED = 256,
};

/* A function that was called, by its name in an expression. */
struct called {
	const xmlChar *name;
	const struct query_function *function;
};

struct queries {
	struct arena *arena;
	struct diag_list *diags;
	struct query_setup setup;
	struct names names;
	xmlXPathContext *context;
	const struct query *asked; /* what is being compiled or answered */
	xmlNode *subject;          /* what it is asked of */
	bool complained;           /* about it */
	const xmlNode *source;     /* what a function made its text from, or NULL */
	struct called called[CALLED];
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
	diag_add(queries->diags,
		reading ? queries->setup.unreadable : queries->setup.unanswered,
		place_of(query, offset), "%s", reason_of(error->code));
}

void
query_refuse(struct query_call *call, const char *wanted, struct text value)
{
	struct queries *queries = call->queries;

	if (!queries->complained)
		diag_add(queries->diags, queries->setup.unanswered,
			place_of(queries->asked, 0), "%s, not \"%.*s\"", wanted,
			TEXT_ARG(value));
	queries->complained = true;
	xmlXPathSetError(call->parser, XPATH_EXPR_ERROR);
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
	xmlNodeSet *nodes = nodes_open(call->queries);

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
	xmlNodeSet *nodes = nodes_open(call->queries);
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
	return string_keep(call->queries, xmlXPathPopString(call->parser));
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

static const struct query_function own_functions[] = {
	{ TEXT_CONSTANT("current"), 0, 0, current_call },
	{ TEXT_CONSTANT("record"), 1, 2, record_call },
	{ TEXT_CONSTANT("report"), 0, 0, report_call },
	{ .name.size = 0 },
};

static const struct query_function *
function_find(const struct query_function *functions, struct text name)
{
	for (; functions->name.size; functions++)
		if (text_equal(functions->name, name))
			return functions;
	return NULL;
}

/* The function of a name in a compiled expression, which stays where it is. */
static const struct query_function *
function_of(struct queries *queries, const xmlChar *name)
{
	struct called *called = &queries->called[((uintptr_t)name >> 4) % CALLED];
	struct text words = text_of((const char *)name);

	if (called->name == name)
		return called->function;
	called->name = name;
	called->function = function_find(own_functions, words);
	if (!called->function)
		called->function = function_find(queries->setup.functions, words);
	return called->function;
}

/* What libxml2 calls for every function of ours. */
static void
function_call(xmlXPathParserContext *parser, int count)
{
	struct queries *queries = parser->context->userData;
	const struct query_function *function =
		function_of(queries, parser->context->function);
	struct query_call call = { .queries = queries,
		.parser = parser,
		.count = count,
		.arena = queries->arena,
		.language = queries->setup.language,
		.owner = queries->setup.owner,
		.subject = queries->subject };

	if (count < function->least || count > function->most)
		xmlXPathErr(parser, XPATH_INVALID_ARITY);
	else
		function->call(&call);
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

static void
functions_register(struct queries *queries, const struct query_function *functions,
	struct text *names)
{
	for (; functions->name.size; functions++) {
		names[queries->names.function_count++] = functions->name;
		if (xmlXPathRegisterFunc(queries->context, BAD_CAST functions->name.at,
			    function_call) != 0)
			arena_exhaust(queries->arena);
	}
}

static size_t
functions_count(const struct query_function *functions)
{
	size_t count = 0;

	while (functions[count].name.size)
		count++;
	return count;
}

/* Makes all functions known, to libxml2 and to the check of names. */
static void
names_gather(struct queries *queries)
{
	const struct query_function *functions = queries->setup.functions;
	size_t count = functions_count(own_functions) + functions_count(functions);
	struct text *names = arena_array(queries->arena, struct text, count);

	functions_register(queries, own_functions, names);
	functions_register(queries, functions, names);
	queries->names.fields = queries->setup.fields;
	queries->names.functions = names;
	queries->names.unknown = queries->setup.unknown;
}

struct queries *
queries_make(
	struct arena *arena, struct diag_list *diags, const struct query_setup *setup)
{
	struct queries *queries = arena_make(arena, struct queries);
	xmlXPathContext *context = xmlXPathNewContext(NULL);

	if (!context)
		arena_exhaust(arena);
	arena_adopt(arena, context_close, context);
	*queries = (struct queries){
		.arena = arena, .diags = diags, .setup = *setup, .context = context
	};
	/* Objects are used again: most of what a rule costs is taking them. */
	if (xmlXPathContextSetCache(context, 1, 100, 0) != 0)
		arena_exhaust(arena);
	context->userData = queries;
	context->error = complain;
	names_gather(queries);
	return queries;
}

static void
query_begin(struct queries *queries, const struct query *query, xmlNode *subject)
{
	queries->asked = query;
	queries->subject = subject;
	queries->complained = false;
	queries->source = NULL;
	queries->context->node = subject;
	queries->context->doc = subject ? subject->doc : NULL;
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
		diag_add(queries->diags, queries->setup.unreadable, at,
			"this is longer than %d bytes", LONGEST);
		return false;
	}
	query_begin(queries, query, NULL);
	query->compiled = xmlXPathCtxtCompile(queries->context, BAD_CAST string);
	if (!query->compiled) {
		if (!queries->complained)
			diag_add(queries->diags, queries->setup.unreadable,
				place_of(query, 0), "this is no path to a value");
		return false;
	}
	arena_adopt(queries->arena, expression_close, query->compiled);
	*ret_query = query;
	return names_check(queries->diags, &queries->names, source, at);
}

/* NULL when a diagnostic has been added. */
static xmlXPathObject *
query_ask(struct queries *queries, const struct query *query, xmlNode *node)
{
	xmlXPathObject *answer;

	query_begin(queries, query, node);
	answer = xmlXPathCompiledEval(query->compiled, queries->context);
	if (answer && !queries->complained)
		return answer;
	if (!queries->complained)
		diag_add(queries->diags, queries->setup.unanswered, place_of(query, 0),
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
		diag_add(queries->diags, queries->setup.unanswered, place_of(query, 0),
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
		diag_add(queries->diags, queries->setup.unanswered, place_of(query, 0),
			"this gives %d values where there is room for one",
			nodes->nodeNr);
		diag_help(queries->diags, "go through them with {{#each %.*s}}",
			TEXT_ARG(query->source));
		return false;
	}
	if (value_of(queries->arena, nodes->nodeTab[0], queries->setup.language,
		    ret_value))
		return true;
	diag_add(queries->diags, queries->setup.unanswered, place_of(query, 0),
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
