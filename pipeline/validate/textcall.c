#include "textcall.h"

#include <inttypes.h>
#include <libxml/xmlregexp.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/query.h"
#include "model/records.h"
#include "model/rulebook.h"
#include "validate/codes.h"
#include "validate/operand.h"
#include "validate/rulecall.h"
#include "validate/rulecount.h"
#include "validate/rulephrase.h"
#include "validate/ruletext.h"

/* Of matches(), compiled once. */
struct pattern {
	struct pattern *next;
	struct text source;
	xmlRegexp *compiled; /* NULL where it is none */
};

void
textcall_word_count(struct query_call *call)
{
	void *held;

	operand_give_number(call, (double)ruletext_words(operand_take(call, &held)));
	operand_drop(held);
}

void
textcall_similarity(struct query_call *call)
{
	void *a, *b;
	struct text left = operand_take(call, &a), right = operand_take(call, &b);

	operand_give_number(call, ruletext_similarity(left, right));
	operand_drop(a);
	operand_drop(b);
}

void
textcall_isbn_holds(struct query_call *call)
{
	void *held;
	bool holds = ruletext_isbn(operand_take(call, &held));

	operand_give_truth(call, holds);
	operand_drop(held);
}

void
textcall_rank(struct query_call *call)
{
	void *held_words, *held;
	struct text words = operand_take(call, &held_words), word;
	struct text text = operand_take(call, &held);
	double rank = xmlXPathNAN;

	for (int i = 1; xmlXPathIsNaN(rank) && text_cut(&words, ' ', &word); i++)
		if (text.size && text_equal(word, text))
			rank = i;
	operand_drop(held_words);
	operand_drop(held);
	operand_give_number(call, rank);
}

static bool
nodes_hold(const xmlXPathObject *nodes, struct text value)
{
	for (int i = 0; nodes->nodesetval && i < nodes->nodesetval->nodeNr; i++)
		if (text_equal(records_value(nodes->nodesetval->nodeTab[i]), value))
			return true;
	return false;
}

/* What XPath says with = it works out from copies of all the texts. */
void
textcall_same(struct query_call *call)
{
	xmlXPathObject *others = valuePop(call->parser),
		       *texts = valuePop(call->parser);
	bool same = false;

	if (others && others->type == XPATH_NODESET && texts &&
		texts->type == XPATH_NODESET && texts->nodesetval)
		for (int i = 0; !same && i < texts->nodesetval->nodeNr; i++)
			same = nodes_hold(
				others, records_value(texts->nodesetval->nodeTab[i]));
	xmlXPathFreeObject(others);
	xmlXPathFreeObject(texts);
	operand_give_truth(call, same);
}

/* The list that the last argument names, or a refusal. */
static const struct phrases *
phrases_pop(struct query_call *call)
{
	const struct rulecall *calls = call->owner;
	void *held;
	struct text name = operand_take(call, &held);
	const struct phrases *phrases = rulephrase_list(calls->book, name);

	if (!phrases)
		query_refuse(call, "the last argument names a list of phrases", name);
	operand_drop(held);
	return phrases;
}

void
textcall_mentions(struct query_call *call)
{
	const struct phrases *phrases = phrases_pop(call);
	void *held;
	struct text text = operand_take(call, &held);

	operand_give_text(call, phrases ? rulephrase_first(phrases, text) : TEXT(""));
	operand_drop(held);
}

void
textcall_better(struct query_call *call)
{
	const struct phrases *phrases = phrases_pop(call);
	struct text better = TEXT("");
	void *held;
	struct text phrase = operand_take(call, &held);

	for (size_t i = 0; phrases && i < phrases->count; i++)
		if (text_equal(phrases->items[i].says, phrase))
			better = phrases->items[i].better;
	operand_drop(held);
	operand_give_text(call, better);
}

void
textcall_acronym(struct query_call *call)
{
	void *held;

	operand_give_text(call, ruletext_acronym(operand_take(call, &held)));
	operand_drop(held);
}

void
textcall_miscounted(struct query_call *call)
{
	void *held;

	operand_give_text(call, rulecount_find(operand_take(call, &held)));
	operand_drop(held);
}

void
textcall_country_named(struct query_call *call)
{
	const struct rulecall *calls = call->owner;
	void *held;
	struct text name = operand_take(call, &held);

	operand_give_text(call, codes_named(calls->codes, TEXT("country"), name));
	operand_drop(held);
}

/* FNV-1a with 32 bits over the texts, each with an end of its own. */
void
textcall_fingerprint(struct query_call *call)
{
	xmlXPathObject *texts = valuePop(call->parser);
	const xmlNodeSet *nodes =
		texts && texts->type == XPATH_NODESET ? texts->nodesetval : NULL;
	uint32_t hash = 2166136261u;

	for (int i = 0; nodes && i < nodes->nodeNr; i++) {
		struct text text = records_value(nodes->nodeTab[i]);

		for (size_t byte = 0; byte < text.size; byte++)
			hash = (hash ^ (unsigned char)text.at[byte]) * 16777619u;
		hash *= 16777619u;
	}
	xmlXPathFreeObject(texts);
	operand_give_text(call, text_format(call->arena, "%08" PRIx32, hash));
}

void
textcall_mixed(struct query_call *call)
{
	void *held;

	operand_give_text(call, ruletext_mixed(operand_take(call, &held)));
	operand_drop(held);
}

void
textcall_script(struct query_call *call)
{
	void *held;
	const char *script = ruletext_script(operand_take(call, &held));

	valuePush(call->parser, xmlXPathNewCString(script));
	operand_drop(held);
}

void
textcall_script_fits(struct query_call *call)
{
	void *held, *name;
	struct text text = operand_take(call, &held);
	struct text language = operand_take(call, &name);

	operand_give_truth(call, ruletext_script_fits(language, text));
	operand_drop(held);
	operand_drop(name);
}

static void
pattern_close(void *compiled)
{
	xmlRegFreeRegexp(compiled);
}

/* Compiled once; NULL where it is no pattern. */
static xmlRegexp *
pattern_find(struct rulecall *calls, struct text source)
{
	struct pattern *pattern = calls->patterns;
	char *string;

	for (; pattern; pattern = pattern->next)
		if (text_equal(pattern->source, source))
			return pattern->compiled;
	pattern = arena_make(calls->arena, struct pattern);
	string = text_string(calls->arena, source);
	pattern->source = text_of(string);
	pattern->compiled = xmlRegexpCompile(BAD_CAST string);
	pattern->next = calls->patterns;
	calls->patterns = pattern;
	if (pattern->compiled)
		arena_adopt(calls->arena, pattern_close, pattern->compiled);
	return pattern->compiled;
}

void
textcall_matches(struct query_call *call)
{
	void *source, *held;
	struct text pattern = operand_take(call, &source);
	xmlRegexp *compiled = pattern_find(call->owner, pattern);
	struct text text = operand_take(call, &held);

	if (!compiled)
		query_refuse(call, "matches() takes a pattern of XSD", pattern);
	else
		operand_give_truth(
			call, xmlRegexpExec(compiled, BAD_CAST text.at) == 1);
	operand_drop(source);
	operand_drop(held);
}
