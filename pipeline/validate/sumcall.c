#include "sumcall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "model/query.h"
#include "model/records.h"
#include "validate/operand.h"
#include "validate/rulesum.h"

/* The sum of the nodes on top of the stack. */
static struct rulesum
sum_take(struct query_call *call)
{
	xmlXPathObject *parts = valuePop(call->parser);
	const xmlNodeSet *nodes =
		parts && parts->type == XPATH_NODESET ? parts->nodesetval : NULL;
	struct rulesum sum = { 0 };

	for (int i = 0; nodes && i < nodes->nodeNr; i++)
		rulesum_add(&sum, records_value(nodes->nodeTab[i]));
	xmlXPathFreeObject(parts);
	return sum;
}

void
sumcall_adds_up(struct query_call *call)
{
	void *held;
	struct text qualifier = operand_take(call, &held);
	struct rulesum parts = sum_take(call), total = sum_take(call);
	int order = rulesum_compare(parts, total);
	bool fits = order == 0;

	if (text_is(qualifier, "about"))
		fits = true;
	else if (text_is(qualifier, "over"))
		fits = order >= 0;
	else if (text_is(qualifier, "up-to"))
		fits = order <= 0;
	operand_give_truth(call, fits);
	operand_drop(held);
}

/* Half a per cent is left for rounding. */
void
sumcall_hundred(struct query_call *call)
{
	const struct rulesum least = { 99, 500000 }, most = { 100, 500000 };
	struct rulesum sum = sum_take(call);

	operand_give_truth(call,
		rulesum_compare(sum, least) >= 0 && rulesum_compare(sum, most) <= 0);
}
