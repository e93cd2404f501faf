#include "operand.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/query.h"
#include "model/records.h"

struct text
operand_take(struct query_call *call, void **ret_held)
{
	xmlChar *string = xmlXPathPopString(call->parser);

	if (!string)
		arena_exhaust(call->arena);
	*ret_held = string;
	return text_of((const char *)string);
}

void
operand_drop(void *held)
{
	xmlFree(held);
}

struct _xmlNode *
operand_take_node(struct query_call *call)
{
	xmlXPathObject *value = valuePop(call->parser);
	struct _xmlNode *node = NULL;

	if (value && value->type == XPATH_NODESET && value->nodesetval &&
		value->nodesetval->nodeNr)
		node = value->nodesetval->nodeTab[0];
	xmlXPathFreeObject(value);
	return node;
}

uint64_t
operand_take_hash(struct query_call *call)
{
	const xmlXPathObject *value = call->parser->value;
	void *held;
	uint64_t hash;

	if (value && value->type == XPATH_NODESET)
		return text_hash(records_value(operand_take_node(call)));
	hash = text_hash(operand_take(call, &held));
	operand_drop(held);
	return hash;
}

void
operand_give_number(struct query_call *call, double number)
{
	valuePush(call->parser, xmlXPathNewFloat(number));
}

void
operand_give_truth(struct query_call *call, bool truth)
{
	valuePush(call->parser, xmlXPathNewBoolean(truth));
}

void
operand_give_text(struct query_call *call, struct text text)
{
	xmlChar *string =
		xmlStrndup(BAD_CAST(text.size ? text.at : ""), (int)text.size);

	if (!string)
		arena_exhaust(call->arena);
	valuePush(call->parser, xmlXPathWrapString(string));
}
