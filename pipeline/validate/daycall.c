#include "daycall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "model/query.h"
#include "model/records.h"
#include "validate/filecall.h"
#include "validate/operand.h"
#include "validate/ruleday.h"

enum { MONTH = 7 }; /* bytes of "2023-05" */

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

/* The latest first day, or with `sign` -1 the earliest last day, of some dates. */
static bool
days_take(struct query_call *call, bool (*day_of)(struct text, int64_t *), int sign,
	int64_t *ret_day)
{
	xmlXPathObject *dates = valuePop(call->parser);
	const xmlNodeSet *nodes =
		dates && dates->type == XPATH_NODESET ? dates->nodesetval : NULL;
	int64_t found = 0, day;
	bool any = false;

	for (int i = 0; nodes && i < nodes->nodeNr; i++)
		if (day_of(records_value(nodes->nodeTab[i]), &day) &&
			(!any || sign * day > sign * found)) {
			found = day;
			any = true;
		}
	xmlXPathFreeObject(dates);
	*ret_day = found;
	return any;
}

void
daycall_after(struct query_call *call)
{
	int64_t last = 0, first = 0;
	bool ended = days_take(call, ruleday_latest, -1, &last);
	bool begins = days_take(call, ruleday_earliest, 1, &first);

	operand_give_truth(call, ended && begins && first > last);
}

/* What is not known is open. */
struct span {
	int64_t first, last;
};

static const struct span always = { INT64_MIN, INT64_MAX };

static void
span_narrow(struct span *span, const xmlNode *first, const xmlNode *last)
{
	int64_t day;

	if (ruleday_earliest(records_value(first), &day))
		span->first = day;
	if (ruleday_latest(records_value(last), &day))
		span->last = day;
}

static void
span_widen(struct span *span, const xmlNode *date)
{
	struct span other = always;

	span_narrow(&other, date, date);
	if (other.last == INT64_MAX)
		return;
	if (span->first == INT64_MIN || other.first < span->first)
		span->first = other.first;
	if (span->last == INT64_MAX || other.last > span->last)
		span->last = other.last;
}

/* Its date, and the days of its event. */
static struct span
own_span(const struct query_call *call)
{
	struct text id = records_value(records_child(call->subject, "event"));
	struct span span = always;

	span_widen(&span, records_child(call->subject, "date"));
	if (id.size) {
		const xmlNode *event = query_record(call, TEXT("event"), id);

		span_widen(&span, records_child(event, "start"));
		span_widen(&span, records_child(event, "end"));
	}
	return span;
}

/* "2023-05"; of a year alone "2023". */
void
daycall_month(struct query_call *call)
{
	const xmlNode *date = records_child(call->subject, "date");
	struct text event = records_value(records_child(call->subject, "event"));
	struct text month;

	if (!date && event.size)
		date = records_child(query_record(call, TEXT("event"), event), "start");
	month = records_value(date);
	operand_give_text(
		call, text_slice(month, 0, month.size < MONTH ? month.size : MONTH));
}

/* From the start to the end of the record that the file names, or of its period. */
static struct span
named_span(const struct query_call *call, const char *kind)
{
	const xmlNode *root = filecall_root(call->subject);
	const xmlNode *record = query_record(
		call, text_of(kind), records_value(records_child(root, kind)));
	const xmlNode *period = records_child(record, "period");
	struct span span = always;

	if (!period)
		period = record;
	span_narrow(
		&span, records_child(period, "start"), records_child(period, "end"));
	return span;
}

void
daycall_outside(struct query_call *call)
{
	void *held;
	struct text kind = operand_take(call, &held);
	struct span span = named_span(call, kind.at), own = own_span(call);

	operand_give_truth(
		call, (own.last < INT64_MAX && own.last < span.first) ||
			      (own.first > INT64_MIN && own.first > span.last));
	operand_drop(held);
}
