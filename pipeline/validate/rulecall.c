#include "rulecall.h"

#include <libxml/xmlregexp.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/records.h"
#include "model/rulebook.h"
#include "validate/reference.h"
#include "validate/ruleday.h"
#include "validate/ruletext.h"

enum {
	FIRST_ROOM = 1024,
	MOST_BEFORE = 8, /* records that before() gives: the latest ones */
	ALIKE = 85,      /* hundredths: texts above it are nearly the same */
};

/* A record that was met, or a field that refers, under the hash of a key. */
struct met {
	struct met *next; /* in the same slot */
	uint64_t hash;
	xmlNode *node;
	struct text words; /* for alike(), borrowed from the records */
};

struct meetings {
	struct met **slots;
	size_t room, count; /* room is a power of two, or 0 */
};

struct pattern {
	struct pattern *next;
	struct text source;
	xmlRegexp *compiled;
};

struct rulecall {
	struct arena *arena;
	const struct rulebook *book;
	const struct references *references;
	struct meetings before, referrers;
	bool indexed;         /* the referrers */
	size_t rule;          /* that is asked */
	const xmlNode *noted; /* for before(), by this rule */
	struct pattern *patterns;
};

struct rulecall *
rulecall_make(struct arena *arena, const struct rulebook *book,
	const struct references *references)
{
	struct rulecall *calls = arena_make(arena, struct rulecall);

	calls->arena = arena;
	calls->book = book;
	calls->references = references;
	return calls;
}

void
rulecall_turn(struct rulecall *calls, size_t rule)
{
	calls->rule = rule;
	calls->noted = NULL;
}

static void
meetings_widen(struct rulecall *calls, struct meetings *meetings)
{
	size_t room = meetings->room ? 2 * meetings->room : FIRST_ROOM;
	struct met **slots = arena_array(calls->arena, struct met *, room);
	struct met **ends = arena_array(calls->arena, struct met *, room);

	/* Each chain keeps its order, the latest first. */
	for (size_t i = 0; i < meetings->room; i++)
		for (struct met *met = meetings->slots[i], *next; met; met = next) {
			size_t slot = met->hash & (room - 1);

			next = met->next;
			met->next = NULL;
			if (ends[slot])
				ends[slot]->next = met;
			else
				slots[slot] = met;
			ends[slot] = met;
		}
	meetings->slots = slots;
	meetings->room = room;
}

static struct met *
meetings_add(
	struct rulecall *calls, struct meetings *meetings, uint64_t hash, xmlNode *node)
{
	struct met *met = arena_make(calls->arena, struct met), **slot;

	if (meetings->count++ >= meetings->room)
		meetings_widen(calls, meetings);
	slot = &meetings->slots[hash & (meetings->room - 1)];
	*met = (struct met){ .next = *slot, .hash = hash, .node = node };
	*slot = met;
	return met;
}

static xmlNodeSet *
meetings_find(struct rulecall *calls, const struct meetings *meetings, uint64_t hash,
	const xmlNode *less, int most)
{
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);
	const struct met *met =
		meetings->room ? meetings->slots[hash & (meetings->room - 1)] : NULL;

	if (!nodes)
		arena_exhaust(calls->arena);
	for (; met && nodes->nodeNr < most; met = met->next)
		if (met->hash == hash && met->node != less &&
			xmlXPathNodeSetAdd(nodes, met->node) < 0)
			arena_exhaust(calls->arena);
	return nodes;
}

/* The hash of the last argument; 64 bits are as good as the key. */
static uint64_t
hash_pop(struct query_call *call)
{
	xmlChar *key = xmlXPathPopString(call->parser);
	uint64_t hash;

	if (!key)
		arena_exhaust(call->arena);
	hash = text_hash(text_of((const char *)key));
	xmlFree(key);
	return hash;
}

/* The key that is on top, for this rule alone. */
static uint64_t
key_pop(struct query_call *call)
{
	const struct rulecall *calls = call->owner;

	return hash_pop(call) ^ (uint64_t)(calls->rule + 1) * 0x9e3779b97f4a7c15u;
}

/* The text of the first node on top; a computed text does not last. */
static struct text
words_pop(struct query_call *call)
{
	xmlXPathObject *value = valuePop(call->parser);
	struct text words = TEXT("");

	if (value && value->type == XPATH_NODESET && value->nodesetval &&
		value->nodesetval->nodeNr)
		words = records_value(value->nodesetval->nodeTab[0]);
	xmlXPathFreeObject(value);
	return words;
}

static void
alike_call(struct query_call *call)
{
	struct rulecall *calls = call->owner;
	struct text words = words_pop(call);
	uint64_t hash = key_pop(call);
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);
	const struct met *met = NULL;

	if (!nodes)
		arena_exhaust(call->arena);
	if (calls->before.room)
		met = calls->before.slots[hash & (calls->before.room - 1)];
	for (size_t seen = 0; met && seen < MOST_BEFORE; met = met->next) {
		if (met->hash != hash || met->node == call->subject)
			continue;
		seen++;
		if (ruletext_similarity(met->words, words) > ALIKE &&
			xmlXPathNodeSetAdd(nodes, met->node) < 0)
			arena_exhaust(call->arena);
	}
	if (calls->noted != call->subject)
		meetings_add(calls, &calls->before, hash, call->subject)->words = words;
	calls->noted = call->subject;
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

static void
before_call(struct query_call *call)
{
	struct rulecall *calls = call->owner;
	uint64_t hash = key_pop(call);
	xmlNodeSet *nodes =
		meetings_find(calls, &calls->before, hash, call->subject, MOST_BEFORE);

	if (calls->noted != call->subject)
		meetings_add(calls, &calls->before, hash, call->subject);
	calls->noted = call->subject;
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

static uint64_t
reference_hash(struct text kind, struct text id)
{
	return text_hash(kind) * 31 ^ text_hash(id);
}

static void
referrers_index(struct rulecall *calls)
{
	struct text kind;
	struct _xmlNode *node;

	if (calls->indexed)
		return;
	calls->indexed = true;
	for (size_t i = 0; (node = reference_at(calls->references, i, &kind)); i++)
		meetings_add(calls, &calls->referrers,
			reference_hash(kind, records_value(node)), node);
}

static void
referrers_call(struct query_call *call)
{
	struct rulecall *calls = call->owner;
	xmlChar *id = xmlXPathPopString(call->parser);
	xmlChar *kind = xmlXPathPopString(call->parser);
	uint64_t hash;

	if (!id || !kind)
		arena_exhaust(call->arena);
	referrers_index(calls);
	hash = reference_hash(text_of((const char *)kind), text_of((const char *)id));
	xmlFree(id);
	xmlFree(kind);
	valuePush(call->parser, xmlXPathWrapNodeSet(meetings_find(calls,
					&calls->referrers, hash, NULL, INT32_MAX)));
}

static void
current_call(struct query_call *call)
{
	valuePush(call->parser, xmlXPathNewNodeSet(call->subject));
}

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
	valuePush(call->parser, xmlXPathNewFloat(found));
}

static void
earliest_call(struct query_call *call)
{
	days_call(call, ruleday_earliest, 1);
}

static void
latest_call(struct query_call *call)
{
	days_call(call, ruleday_latest, -1);
}

static struct text
string_pop(struct query_call *call, xmlChar **ret_string)
{
	*ret_string = xmlXPathPopString(call->parser);
	if (!*ret_string)
		arena_exhaust(call->arena);
	return text_of((const char *)*ret_string);
}

static void
number_answer(struct query_call *call, double number)
{
	valuePush(call->parser, xmlXPathNewFloat(number));
}

static void
text_answer(struct query_call *call, struct text text)
{
	struct buffer buffer;

	if (text.size == 0) {
		valuePush(call->parser, xmlXPathNewCString(""));
		return;
	}
	buffer = buffer_make(call->arena);
	buffer_add(&buffer, text);
	query_answer(call, &buffer);
}

static void
weekday_call(struct query_call *call)
{
	xmlChar *string;
	struct text date = string_pop(call, &string);
	int64_t day;

	number_answer(call,
		ruleday_earliest(date, &day) ? ruleday_weekday(day) : xmlXPathNAN);
	xmlFree(string);
}

static void
word_count_call(struct query_call *call)
{
	xmlChar *string;

	number_answer(call, (double)ruletext_words(string_pop(call, &string)));
	xmlFree(string);
}

static void
similarity_call(struct query_call *call)
{
	xmlChar *a, *b;
	struct text left = string_pop(call, &a), right = string_pop(call, &b);

	number_answer(call, ruletext_similarity(left, right));
	xmlFree(a);
	xmlFree(b);
}

static void
isbn_holds_call(struct query_call *call)
{
	xmlChar *string;
	bool holds = ruletext_isbn(string_pop(call, &string));

	valuePush(call->parser, xmlXPathNewBoolean(holds));
	xmlFree(string);
}

static const struct phrases *
phrases_find(const struct rulebook *book, struct text name)
{
	const struct phrases *phrases = book->phrases;

	while (phrases && !text_equal(phrases->name, name))
		phrases = phrases->next;
	return phrases;
}

/* The list that the last argument names, or a refusal. */
static const struct phrases *
phrases_pop(struct query_call *call)
{
	const struct rulecall *calls = call->owner;
	xmlChar *string;
	struct text name = string_pop(call, &string);
	const struct phrases *phrases = phrases_find(calls->book, name);

	if (!phrases)
		query_refuse(call, "the last argument names a list of phrases", name);
	xmlFree(string);
	return phrases;
}

/* The phrase that stands at the offset, or an empty text.  Nearly every byte begins
 * none, which the set of first letters tells at once. */
static struct text
phrase_at(const struct phrases *phrases, struct text text, size_t offset)
{
	if (!phrases->begins[(unsigned char)text.at[offset]])
		return TEXT("");
	for (size_t i = 0; i < phrases->count; i++)
		if (ruletext_is_at(text, offset, phrases->items[i].says))
			return phrases->items[i].says;
	return TEXT("");
}

static void
mentions_call(struct query_call *call)
{
	const struct phrases *phrases = phrases_pop(call);
	struct text found = TEXT("");
	xmlChar *string;
	struct text text = string_pop(call, &string);

	for (size_t i = 0; phrases && i < text.size && found.size == 0; i++)
		found = phrase_at(phrases, text, i);
	xmlFree(string);
	text_answer(call, found);
}

static void
better_call(struct query_call *call)
{
	const struct phrases *phrases = phrases_pop(call);
	struct text better = TEXT("");
	xmlChar *string;
	struct text phrase = string_pop(call, &string);

	for (size_t i = 0; phrases && i < phrases->count; i++)
		if (text_equal(phrases->items[i].says, phrase))
			better = phrases->items[i].better;
	xmlFree(string);
	text_answer(call, better);
}

static void
acronym_call(struct query_call *call)
{
	xmlChar *string;

	text_answer(call, ruletext_acronym(string_pop(call, &string)));
	xmlFree(string);
}

static void
mixed_call(struct query_call *call)
{
	xmlChar *string;

	text_answer(call, ruletext_mixed(string_pop(call, &string)));
	xmlFree(string);
}

static void
script_call(struct query_call *call)
{
	xmlChar *string;
	const char *script = ruletext_script(string_pop(call, &string));

	valuePush(call->parser, xmlXPathNewCString(script));
	xmlFree(string);
}

/* The script that a language is written in; empty where several or none are known. */
static const char *
language_script(struct text language)
{
	static const struct {
		const char *languages, *script;
	} scripts[] = { { "en fr es pt az gn de sw tr vi", "Latn" },
		{ "ar fa", "Arab" }, { "km", "Khmr" }, { "my", "Mymr" },
		{ "ru", "Cyrl" }, { "ko", "Hang" } };
	struct text name;

	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct text languages = text_of(scripts[i].languages);

		while (text_cut(&languages, ' ', &name))
			if (text_equal(name, language))
				return scripts[i].script;
	}
	return "";
}

static void
script_fits_call(struct query_call *call)
{
	xmlChar *string, *name;
	const char *found = ruletext_script(string_pop(call, &string));
	const char *wanted = language_script(string_pop(call, &name));

	valuePush(call->parser, xmlXPathNewBoolean(!*found || !*wanted ||
						   text_is(text_of(found), wanted)));
	xmlFree(string);
	xmlFree(name);
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

static void
matches_call(struct query_call *call)
{
	xmlChar *source, *string;
	struct text pattern = string_pop(call, &source);
	xmlRegexp *compiled = pattern_find(call->owner, pattern);

	string_pop(call, &string);
	if (!compiled)
		query_refuse(call, "matches() takes a pattern of XSD", pattern);
	else
		valuePush(call->parser,
			xmlXPathNewBoolean(xmlRegexpExec(compiled, string) == 1));
	xmlFree(source);
	xmlFree(string);
}

const struct query_function rulecall_functions[] = {
	{ TEXT_CONSTANT("current"), 0, 0, current_call },
	{ TEXT_CONSTANT("earliest"), 1, 1, earliest_call },
	{ TEXT_CONSTANT("latest"), 1, 1, latest_call },
	{ TEXT_CONSTANT("weekday"), 1, 1, weekday_call },
	{ TEXT_CONSTANT("before"), 1, 1, before_call },
	{ TEXT_CONSTANT("alike"), 2, 2, alike_call },
	{ TEXT_CONSTANT("referrers"), 2, 2, referrers_call },
	{ TEXT_CONSTANT("matches"), 2, 2, matches_call },
	{ TEXT_CONSTANT("word-count"), 1, 1, word_count_call },
	{ TEXT_CONSTANT("similarity"), 2, 2, similarity_call },
	{ TEXT_CONSTANT("mentions"), 2, 2, mentions_call },
	{ TEXT_CONSTANT("better"), 2, 2, better_call },
	{ TEXT_CONSTANT("acronym"), 1, 1, acronym_call },
	{ TEXT_CONSTANT("script"), 1, 1, script_call },
	{ TEXT_CONSTANT("script-fits"), 2, 2, script_fits_call },
	{ TEXT_CONSTANT("mixed"), 1, 1, mixed_call },
	{ TEXT_CONSTANT("isbn-holds"), 1, 1, isbn_holds_call },
	{ .name.size = 0 },
};
