#include "taken.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/records.h"

/* XPath prints larger numbers with an exponent. */
enum { MOST_PRINTED = 1000000000 };

/* A number that XPath has calculated: only whole ones are sure to be exact. */
static enum taken
calculated_take(struct query_call *call, const char *wanted, exact *ret_number)
{
	const xmlXPathObject *value = call->parser->value;
	int64_t whole = 0;

	if (value->floatval > -9e15 && value->floatval < 9e15)
		whole = (int64_t)value->floatval;
	if (value->floatval > (double)whole || value->floatval < (double)whole) {
		query_refuse(call, wanted, query_argument(call));
		return TAKEN_WRONG;
	}
	xmlXPathFreeObject(valuePop(call->parser));
	*ret_number = exact_of(whole);
	return TAKEN;
}

static enum taken
node_number_take(struct query_call *call, const char *wanted, exact *ret_number)
{
	struct _xmlNode *node;
	enum taken taken = taken_node(call, wanted, &node);

	if (taken != TAKEN)
		return taken;
	if (exact_parse(records_value(node), ret_number))
		return TAKEN;
	query_refuse_node(call, wanted, node);
	return TAKEN_WRONG;
}

enum taken
taken_number(struct query_call *call, const char *wanted, exact *ret_number)
{
	const xmlXPathObject *value = call->parser->value;
	struct text text;

	if (value && value->type == XPATH_NUMBER)
		return calculated_take(call, wanted, ret_number);
	if (value && value->type == XPATH_NODESET)
		return node_number_take(call, wanted, ret_number);
	text = query_argument(call);
	if (text.size == 0)
		return TAKEN_NOTHING;
	if (exact_parse(text, ret_number))
		return TAKEN;
	query_refuse(call, wanted, text);
	return TAKEN_WRONG;
}

enum taken
taken_node(struct query_call *call, const char *wanted, struct _xmlNode **ret_node)
{
	xmlXPathObject *value = valuePop(call->parser);
	const xmlNodeSet *nodes =
		value && value->type == XPATH_NODESET ? value->nodesetval : NULL;
	int count = nodes ? nodes->nodeNr : 0;
	enum taken taken = TAKEN_NOTHING;

	if (value && value->type != XPATH_NODESET) {
		query_refuse(call, wanted, TEXT("a text"));
		taken = TAKEN_WRONG;
	} else if (count > 1) {
		query_refuse(call, wanted, TEXT("several values"));
		taken = TAKEN_WRONG;
	} else if (count == 1) {
		*ret_node = nodes->nodeTab[0];
		query_from(call, *ret_node);
		taken = TAKEN;
	}
	xmlXPathFreeObject(value);
	return taken;
}

void
taken_answer(struct query_call *call, exact number)
{
	struct buffer buffer = buffer_make(call->arena);
	int64_t whole;

	if (exact_is_whole(number, &whole) && whole <= MOST_PRINTED &&
		whole >= -MOST_PRINTED) {
		valuePush(call->parser, xmlXPathNewFloat((int)whole));
		return;
	}
	exact_print(&buffer, number, 0);
	query_answer(call, &buffer);
}

void
taken_answer_nothing(struct query_call *call)
{
	valuePush(call->parser, xmlXPathNewCString(""));
}
