#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/records.h"
#include "pattern.h"
#include "speech.h"
#include "taken.h"
#include "words.h"

/* Adds up the nodes of the last argument. */
static bool
total_take(struct query_call *call, exact *ret_total)
{
	xmlXPathObject *parts = valuePop(call->parser);
	const xmlNodeSet *nodes =
		parts && parts->type == XPATH_NODESET ? parts->nodesetval : NULL;
	exact total = 0, number;
	bool done = true;

	if (parts && parts->type != XPATH_NODESET) {
		query_refuse(call, "sum() takes fields of records", TEXT("a text"));
		done = false;
	}
	for (int i = 0; done && nodes && i < nodes->nodeNr; i++) {
		const xmlNode *node = nodes->nodeTab[i];

		done = exact_parse(records_value(node), &number) &&
		       exact_add(total, number, &total);
		if (!done)
			query_refuse_node(call, "sum() takes numbers", node);
	}
	xmlXPathFreeObject(parts);
	*ret_total = total;
	return done;
}

void
exactcall_sum(struct query_call *call)
{
	exact total;

	if (total_take(call, &total))
		taken_answer(call, total);
}

/* The two arguments; false where nothing is left to do. */
static bool
pair_take(struct query_call *call, const char *wanted, exact *ret_one, exact *ret_other)
{
	enum taken other = taken_number(call, wanted, ret_other), one;

	if (other == TAKEN_WRONG)
		return false;
	one = taken_number(call, wanted, ret_one);
	if (one == TAKEN && other == TAKEN)
		return true;
	if (one != TAKEN_WRONG)
		taken_answer_nothing(call);
	return false;
}

void
exactcall_difference(struct query_call *call)
{
	exact one, other, difference;

	if (!pair_take(call, "difference() takes two numbers", &one, &other))
		return;
	if (exact_add(one, -other, &difference))
		taken_answer(call, difference);
	else
		query_refuse(call, "difference() takes numbers of 15 digits",
			TEXT("larger ones"));
}

void
exactcall_product(struct query_call *call)
{
	exact one, other, product;

	if (!pair_take(call, "product() takes two numbers", &one, &other))
		return;
	if (exact_multiply(one, other, &product))
		taken_answer(call, product);
	else
		query_refuse(call, "product() takes numbers of 15 digits",
			TEXT("larger ones"));
}

/* share() in a round with shares="…". */
static void
round_share(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	const struct scope *scope = speaker->scope;
	exact share;

	while (scope && scope->share.size == 0)
		scope = scope->outer;
	if (!scope || !exact_parse(scope->share, &share))
		query_refuse(call,
			"share() without numbers stands in {{#each …}} with "
			"shares=\"…\"",
			TEXT("here"));
	else
		taken_answer(call, share);
}

/* The places of the last argument: 0 to 3. */
static bool
places_take(struct query_call *call, int *ret_places)
{
	const char *wanted = "the places after the point are 0, 1, 2 or 3";
	exact number;
	int64_t places;
	enum taken taken = taken_number(call, wanted, &number);

	if (taken == TAKEN && exact_is_whole(number, &places) && places >= 0 &&
		places <= 3) {
		*ret_places = (int)places;
		return true;
	}
	if (taken != TAKEN_WRONG)
		query_refuse(call, wanted, TEXT("others"));
	return false;
}

void
exactcall_share(struct query_call *call)
{
	exact part, whole, share;
	int places = 1;

	if (call->count == 0) {
		round_share(call);
		return;
	}
	if (call->count == 1) {
		query_refuse(
			call, "share() takes a part and a whole", TEXT("one value"));
		return;
	}
	if ((call->count == 3 && !places_take(call, &places)) ||
		!pair_take(call, "share() takes a part and a whole", &part, &whole))
		return;
	if (exact_multiply(part, exact_of(100), &part) &&
		exact_divide(part, whole, places, &share))
		taken_answer(call, share);
	else
		query_refuse(call, "share() takes a whole that is not 0", TEXT("0"));
}

void
exactcall_percent(struct query_call *call)
{
	struct buffer figures = buffer_make(call->arena);
	struct buffer decimal = buffer_make(call->arena);
	struct buffer answer = buffer_make(call->arena);
	struct text form = call->count == 2 ? query_argument(call) : TEXT("");
	const char *key = text_is(form, "table") ? "per-cent-table" : "per-cent";
	exact number;
	enum taken taken = taken_number(call, "percent() takes a number", &number);

	if (taken == TAKEN_NOTHING)
		taken_answer_nothing(call);
	if (taken != TAKEN)
		return;
	exact_print(&decimal, number, 0);
	words_figures(&figures, buffer_text(&decimal), speaker_formats(call));
	pattern_fill(&answer, speaker_word(call, TEXT(""), text_of(key)),
		buffer_text(&figures));
	query_answer(call, &answer);
}

/* adds-up(NODES, PLACES): whether the rounded numbers make the rounded sum. */
void
exactcall_adds_up(struct query_call *call)
{
	xmlXPathObject *parts;
	exact total = 0, rounded = 0, number;
	int places;

	if (!places_take(call, &places))
		return;
	parts = valuePop(call->parser);
	for (int i = 0; parts && parts->type == XPATH_NODESET && parts->nodesetval &&
			i < parts->nodesetval->nodeNr;
		i++) {
		if (!exact_parse(records_value(parts->nodesetval->nodeTab[i]), &number))
			continue;
		exact_add(total, number, &total);
		exact_add(rounded, exact_round(number, places), &rounded);
	}
	xmlXPathFreeObject(parts);
	valuePush(call->parser,
		xmlXPathNewBoolean(exact_round(total, places) == rounded));
}
