#include "query.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "asking.h"
#include "base/arena.h"
#include "model/names.h"
#include "model/records.h"

enum {
	LONGEST = 2000,       /* bytes of an expression */
	MOST_STEPS = 5000000, /* of one answer: some seconds */
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

struct place
asking_place(const struct query *query, size_t offset)
{
	struct place at = names_place(query->source, query->at, offset);

	if (offset == 0 && text_find(query->source, '\n', 0) == query->source.size)
		at.end = at.column + (uint32_t)text_length(query->source);
	return at;
}

/* The nearest record round a node that has a name. */
static const xmlNode *
name_round(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		const xmlNode *name = records_child(node, "id");

		if (!name)
			name = records_child(node, "iso2");
		if (!name)
			name = records_child(node, "code");
		if (name)
			return name;
	}
	return NULL;
}

void
query_tell_record(struct diag_list *diags, const struct _xmlNode *node)
{
	const xmlNode *name = name_round(node);

	while (!name && node && node->parent && node->parent->parent &&
		node->parent->parent->parent)
		node = node->parent;
	if (name)
		diag_other(diags, records_origin(name)->value, "in the record %.*s",
			TEXT_ARG(records_value(name)));
	else if (node && node->type == XML_ELEMENT_NODE &&
		 records_origin(node)->value.line)
		diag_other(diags, records_origin(node)->value, "of what begins here");
}

/* Templates look at many records with one expression. */
void
asking_tell_subject(struct queries *queries)
{
	if (queries->setup.is_template)
		query_tell_record(queries->diags, queries->subject);
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
		asking_place(query, offset), "%s", reason_of(error->code));
	if (!reading)
		asking_tell_subject(queries);
}

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
	struct called *called =
		&queries->called[((uintptr_t)name >> 4) % ASKING_CALLED];
	struct text words = text_of((const char *)name);

	if (called->name == name)
		return called->function;
	called->name = name;
	called->function = function_find(queries->setup.functions, words);
	if (!called->function)
		called->function = function_find(asking_functions, words);
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

/* A function as the check of paths knows it. */
static struct reach_function
function_reach(const struct query_function *function, const struct query_hint *hints)
{
	struct reach_function reach = {
		.name = function->name, .least = function->least, .most = function->most
	};

	for (; hints && hints->name.size; hints++)
		if (text_equal(hints->name, function->name)) {
			reach.gives = hints->gives;
			reach.noun = hints->noun;
			reach.knows = hints->knows;
		}
	return reach;
}

static void
functions_register(struct queries *queries, const struct query_function *functions,
	const struct query_hint *hints, struct text *names,
	struct reach_function *reached)
{
	for (; functions->name.size; functions++) {
		reached[queries->names.function_count] =
			function_reach(functions, hints);
		names[queries->names.function_count++] = functions->name;
		/* One of ours takes the place of one of XPath. */
		xmlXPathRegisterFunc(
			queries->context, BAD_CAST functions->name.at, NULL);
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
	size_t count = functions_count(asking_functions) + functions_count(functions);
	struct text *names = arena_array(queries->arena, struct text, count);
	struct reach_function *reached =
		arena_array(queries->arena, struct reach_function, count);

	functions_register(queries, asking_functions, asking_hints, names, reached);
	functions_register(queries, functions, queries->setup.hints, names, reached);
	queries->names.fields = queries->setup.fields;
	queries->names.functions = names;
	queries->names.unknown = queries->setup.unknown;
	queries->world = (struct reach_world){ .terrain = { queries->arena,
						       queries->setup.fields, NULL },
		.diags = queries->diags,
		.functions = reached,
		.function_count = count,
		.owner = queries->setup.owner,
		.unknown = queries->setup.unknown,
		.never = queries->setup.never,
		.extract = queries->setup.extract };
}

static xmlXPathObject *
nodes_wrap(struct queries *queries, const struct query_binding *binding)
{
	xmlNodeSet *nodes = asking_nodes(queries);

	for (size_t i = 0; i < binding->count; i++)
		if (xmlXPathNodeSetAddUnique(nodes, binding->nodes[i]) < 0)
			arena_exhaust(queries->arena);
	return xmlXPathWrapNodeSet(nodes);
}

/* What libxml2 asks of a $NAME. */
static xmlXPathObject *
variable_find(void *context, const xmlChar *name, const xmlChar *space)
{
	struct queries *queries = context;
	const struct query_binding *binding =
		queries->setup.bound(queries->setup.owner, text_of((const char *)name));

	if (!binding || space)
		return NULL;
	return binding->is_text
		       ? xmlXPathNewCString(text_string(queries->arena, binding->text))
		       : nodes_wrap(queries, binding);
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
	if (setup->bound)
		xmlXPathRegisterVariableLookup(context, variable_find, queries);
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
	if (queries->setup.is_template) {
		queries->context->proximityPosition = (int)queries->position;
		queries->context->contextSize = (int)queries->last;
	}
}

void
queries_stand(struct queries *queries, size_t position, size_t last)
{
	queries->position = position;
	queries->last = last;
}

static bool
source_compile(struct queries *queries, struct text source, struct place at,
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
				asking_place(query, 0), "this is no path to a value");
		return false;
	}
	arena_adopt(queries->arena, expression_close, query->compiled);
	*ret_query = query;
	return true;
}

bool
query_compile(struct queries *queries, struct text source, struct place at,
	struct query **ret_query)
{
	return source_compile(queries, source, at, ret_query) &&
	       names_check(queries->diags, &queries->names, source, at);
}

bool
query_compile_from(struct queries *queries, struct text source, struct place at,
	const struct reach_from *from, struct query **ret_query,
	const struct reach **ret_reach)
{
	*ret_reach = NULL;
	return source_compile(queries, source, at, ret_query) &&
	       reach_check(&queries->world, source, at, from, ret_reach);
}

/* True when all answers together have taken more steps than they may. */
static bool
is_spent(struct queries *queries, const struct query *query)
{
	size_t most = queries->setup.most_steps;

	queries->steps += queries->context->opCount + 1;
	if (most == 0 || queries->steps <= most)
		return false;
	if (!queries->complained)
		diag_add(queries->diags, queries->setup.unanswered,
			asking_place(query, 0),
			"the template takes too many steps, here at the latest");
	queries->complained = true;
	return true;
}

/* NULL when a diagnostic has been added. */
static xmlXPathObject *
query_ask(struct queries *queries, const struct query *query, xmlNode *node)
{
	xmlXPathObject *answer;

	query_begin(queries, query, node);
	answer = xmlXPathCompiledEval(query->compiled, queries->context);
	if (!is_spent(queries, query) && answer && !queries->complained)
		return answer;
	if (!queries->complained) {
		diag_add(queries->diags, queries->setup.unanswered,
			asking_place(query, 0), "this cannot be answered");
		asking_tell_subject(queries);
	}
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

/* The nodes of an answer in document order. */
static struct query_nodes
nodes_keep(struct queries *queries, const xmlXPathObject *answer)
{
	struct query_nodes nodes = { 0 };

	if (answer->nodesetval && answer->nodesetval->nodeNr) {
		xmlXPathNodeSetSort(answer->nodesetval);
		nodes.count = (size_t)answer->nodesetval->nodeNr;
		nodes.items = arena_keep(queries->arena, answer->nodesetval->nodeTab,
			nodes.count * sizeof(struct _xmlNode *));
	}
	return nodes;
}

bool
query_nodes(struct queries *queries, const struct query *query, struct _xmlNode *node,
	struct query_nodes *ret_nodes)
{
	xmlXPathObject *answer = query_ask(queries, query, node);

	if (!answer)
		return false;
	if (answer->type != XPATH_NODESET) {
		diag_add(queries->diags, queries->setup.unanswered,
			asking_place(query, 0), "this gives no records to go through");
		xmlXPathFreeObject(answer);
		return false;
	}
	*ret_nodes = nodes_keep(queries, answer);
	xmlXPathFreeObject(answer);
	return true;
}

/* The value of the only node in a set. */
static bool
node_value(struct queries *queries, const struct query *query, const xmlNodeSet *nodes,
	struct value *ret_value)
{
	if (nodes->nodeNr > 1) {
		diag_add(queries->diags, queries->setup.unanswered,
			asking_place(query, 0),
			"this gives %d values where there is room for one",
			nodes->nodeNr);
		asking_tell_subject(queries);
		diag_help(queries->diags, "go through them with {{#each %.*s}}",
			TEXT_ARG(query->source));
		return false;
	}
	if (value_of(queries->arena, nodes->nodeTab[0], queries->setup.language,
		    ret_value))
		return true;
	diag_add(queries->diags, queries->setup.unanswered, asking_place(query, 0),
		"this is a group of values or a list, not one value");
	diag_other(queries->diags, records_origin(nodes->nodeTab[0])->key,
		"it stands here");
	return false;
}

/* XPath calculates with floating point: only whole numbers that it cannot have rounded
 * are printed. */
static bool
number_print(struct queries *queries, const struct query *query,
	const xmlXPathObject *number, struct text *ret_text)
{
	struct buffer digits = buffer_make(queries->arena);
	int64_t most = INT64_C(1) << 53, whole = 0;

	if (number->floatval > -most && number->floatval < most)
		whole = (int64_t)number->floatval;
	if (whole != number->floatval) {
		diag_add(queries->diags, queries->setup.inexact, asking_place(query, 0),
			"this is no whole number, and may have been rounded");
		asking_tell_subject(queries);
		diag_help(queries->diags,
			"calculate with sum(), difference(), product() and share()");
		return false;
	}
	buffer_number(&digits, whole);
	*ret_text = buffer_text(&digits);
	return true;
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
	if (answer->type == XPATH_NUMBER && queries->setup.is_template) {
		done = number_print(queries, query, answer, &value.text);
	} else if (answer->type != XPATH_NODESET) {
		value.text = asking_keep(queries, xmlXPathCastToString(answer));
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

bool
query_bind(struct queries *queries, const struct query *query, struct _xmlNode *node,
	struct query_binding *ret_binding)
{
	xmlXPathObject *answer = query_ask(queries, query, node);
	struct query_binding binding = { .is_text = true };
	bool done = true;

	if (!answer)
		return false;
	if (answer->type == XPATH_NODESET) {
		struct query_nodes nodes = nodes_keep(queries, answer);

		binding = (struct query_binding){ .nodes = nodes.items,
			.count = nodes.count };
	} else if (answer->type == XPATH_NUMBER) {
		done = number_print(queries, query, answer, &binding.text);
	} else {
		binding.text = asking_keep(queries, xmlXPathCastToString(answer));
	}
	xmlXPathFreeObject(answer);
	if (done)
		*ret_binding = binding;
	return done;
}
