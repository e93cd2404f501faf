#include "daycall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "model/query.h"
#include "model/records.h"
#include "validate/operand.h"
#include "validate/ruleday.h"

/* The first of the earliest or the last of the latest days of some dates. */
static void
days_call(struct query_call *call, bool (*day_of)(struct text, int64_t *), int sign)
{
	xmlXPathObject *dates = valuePop(call->parser);
	const xmlNodeSet *nodes =
		dates && dates->type == XPATH_NODESET ? dates->nodesetval : NULL;
	double found = xmlXPathNAN;
	int64_t day;

	for (int i = 0; nodes && i < nodes->nodeNr; i++)
		if (day_of(records_value(nodes->nodeTab[i]), &day) &&
			(xmlXPathIsNaN(found) || (double)(sign * day) < sign * found))
			found = (double)day;
	if (dates && dates->type == XPATH_STRING &&
		day_of(text_of((const char *)dates->stringval), &day))
		found = (double)day;
	xmlXPathFreeObject(dates);
	operand_give_number(call, found);
}

void
daycall_earliest(struct query_call *call)
{
	days_call(call, ruleday_earliest, 1);
}

void
daycall_latest(struct query_call *call)
{
	days_call(call, ruleday_latest, -1);
}

void
daycall_weekday(struct query_call *call)
{
	void *held;
	struct text date = operand_take(call, &held);
	int64_t day;

	operand_give_number(call,
		ruleday_earliest(date, &day) ? ruleday_weekday(day) : xmlXPathNAN);
	operand_drop(held);
}
