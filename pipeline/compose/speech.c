#include "speech.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "formats.h"
#include "model/records.h"
#include "model/wordlist.h"
#include "pattern.h"
#include "taken.h"

bool
speaker_open(struct speaker *speaker)
{
	return wordlist_open(speaker->arena, speaker->diags, speaker->files,
		       speaker->schemas, speaker->language, &speaker->words) &&
	       wordlist_open(speaker->arena, speaker->diags, speaker->files,
		       speaker->schemas, TEXT("en"), &speaker->english);
}

const struct query_binding *
speaker_bound(void *owner, struct text name)
{
	const struct speaker *speaker = owner;

	for (const struct scope *scope = speaker->scope; scope; scope = scope->outer) {
		if (scope->is_file)
			return NULL;
		if (scope->name.size && text_equal(scope->name, name))
			return &scope->binding;
	}
	return NULL;
}

struct formats *
speaker_formats(const struct query_call *call)
{
	struct speaker *speaker = call->owner;

	if (!speaker->formats)
		speaker->formats = formats_make(speaker->arena, speaker->language);
	return speaker->formats;
}

/* Tells once of each word that the language lacks. */
static void
missed_tell(struct query_call *call, struct text type, struct text key)
{
	struct speaker *speaker = call->owner;
	struct text whole =
		text_format(call->arena, "%.*s %.*s", TEXT_ARG(type), TEXT_ARG(key));
	struct missed *missed = speaker->missed;

	while (missed && !text_equal(missed->key, whole))
		missed = missed->next;
	if (missed)
		return;
	missed = arena_make(speaker->arena, struct missed);
	*missed = (struct missed){ whole, speaker->missed };
	speaker->missed = missed;
	diag_add(speaker->diags, DIAG_C115, query_place(call),
		"for \"%.*s\" there is no word in the language \"%.*s\"", TEXT_ARG(key),
		TEXT_ARG(speaker->language));
	diag_help(speaker->diags, "add it to schemas/words/%.*s.xml",
		TEXT_ARG(speaker->language));
}

struct text
speaker_word(struct query_call *call, struct text type, struct text key)
{
	struct speaker *speaker = call->owner;
	struct text word = wordlist_find(speaker->words, type, key);

	if (word.size)
		return word;
	word = wordlist_find(speaker->english, type, key);
	if (word.size && !text_is(speaker->language, "en"))
		missed_tell(call, type, key);
	return word;
}

/* word(KEY), and word(KEY, TEXT) with the text for what the word is about. */
static void
word_call(struct query_call *call)
{
	struct buffer answer = buffer_make(call->arena);
	struct text about = call->count == 2 ? query_argument(call) : TEXT("");
	struct text key = query_argument(call);
	struct text word = speaker_word(call, TEXT(""), key);

	if (word.size == 0) {
		query_refuse(call, "word() takes the name of a word", key);
		return;
	}
	query_from(call, NULL);
	if (call->count == 2)
		pattern_fill(&answer, word, about);
	else
		buffer_add(&answer, word);
	query_answer(call, &answer);
}

/* code(TYPE, KEY): the name of a code that no record needs to hold.  A third argument
 * is the text for what it is about. */
static void
code_call(struct query_call *call)
{
	struct buffer answer = buffer_make(call->arena);
	struct text about = call->count == 3 ? query_argument(call) : TEXT("");
	struct text key = query_argument(call), type = query_argument(call);
	struct text word = speaker_word(call, type, key);

	if (word.size == 0) {
		query_refuse(call, "code() takes a type and one of its values", key);
		return;
	}
	query_from(call, NULL);
	if (call->count == 3)
		pattern_fill(&answer, word, about);
	else
		buffer_add(&answer, word);
	query_answer(call, &answer);
}

/* language(): that of the edition. */
static void
language_call(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	struct buffer answer = buffer_make(call->arena);

	buffer_add(&answer, speaker->language);
	query_answer(call, &answer);
}

static bool
word_known(void *owner, struct text name, struct text *ret_nearest)
{
	const struct speaker *speaker = owner;
	struct suggest suggest = suggest_start(name);
	struct text key;

	if (!speaker->english || wordlist_find(speaker->english, TEXT(""), name).size)
		return true;
	for (size_t i = 0; (key = wordlist_key(speaker->english, i)).size; i++)
		suggest_offer(&suggest, key);
	*ret_nearest = suggest.nearest;
	return false;
}

static const xmlNode *
section_find(const struct speaker *speaker, struct text id, struct suggest *suggest)
{
	const xmlNode *section =
		records_first(records_child(speaker->report, "sections"));

	for (; section; section = records_next(section)) {
		struct text own = records_value(records_child(section, "id"));

		if (text_equal(own, id))
			return section;
		suggest_offer(suggest, own);
	}
	return NULL;
}

static bool
section_known(void *owner, struct text name, struct text *ret_nearest)
{
	const struct speaker *speaker = owner;
	struct suggest suggest = suggest_start(name);

	if (!speaker->report || section_find(speaker, name, &suggest))
		return true;
	*ret_nearest = suggest.nearest;
	return false;
}

/* section(ID): the number that the section bears. */
static void
section_call(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	struct buffer answer = buffer_make(call->arena);
	struct text id = query_argument(call);
	struct suggest suggest = suggest_start(id);
	const xmlNode *section = section_find(speaker, id, &suggest);
	const xmlNode *number = records_child(section, "number");

	if (!number) {
		query_refuse(call, "section() takes a section with a number", id);
		return;
	}
	query_from(call, number);
	buffer_add(&answer, records_value(number));
	query_answer(call, &answer);
}

/* group(): what belongs to the round of {{#group}}. */
static void
group_call(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	const struct scope *scope = speaker->scope;
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);

	while (scope && !scope->members)
		scope = scope->outer;
	if (!nodes)
		arena_exhaust(call->arena);
	for (size_t i = 0; scope && i < scope->members->count; i++)
		if (xmlXPathNodeSetAddUnique(nodes, scope->members->items[i]) < 0)
			arena_exhaust(call->arena);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
	if (!scope)
		query_refuse(call, "group() stands in {{#group …}}", TEXT("here"));
}

/* key(): what its members have in common. */
static void
key_call(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	const struct scope *scope = speaker->scope;
	struct buffer answer = buffer_make(call->arena);

	while (scope && !scope->members)
		scope = scope->outer;
	if (!scope) {
		query_refuse(call, "key() stands in {{#group …}}", TEXT("here"));
		return;
	}
	buffer_add(&answer, scope->key);
	query_answer(call, &answer);
}

/* subject(): the record that the report is made for. */
static void
subject_call(struct query_call *call)
{
	const struct speaker *speaker = call->owner;
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(speaker->subject);

	if (!nodes)
		arena_exhaust(call->arena);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
	if (!speaker->subject)
		query_refuse(call, "subject() stands in reports with for_each",
			TEXT("here"));
}

const struct query_function speech_functions[] = {
	{ TEXT_CONSTANT("words"), 1, 1, wordcall_words },
	{ TEXT_CONSTANT("figures"), 1, 2, wordcall_figures },
	{ TEXT_CONSTANT("ordinal"), 1, 1, wordcall_ordinal },
	{ TEXT_CONSTANT("plural"), 3, 7, wordcall_plural },
	{ TEXT_CONSTANT("date"), 1, 2, wordcall_date },
	{ TEXT_CONSTANT("capital"), 1, 1, wordcall_capital },
	{ TEXT_CONSTANT("sum"), 1, 1, exactcall_sum },
	{ TEXT_CONSTANT("difference"), 2, 2, exactcall_difference },
	{ TEXT_CONSTANT("product"), 2, 2, exactcall_product },
	{ TEXT_CONSTANT("share"), 0, 3, exactcall_share },
	{ TEXT_CONSTANT("percent"), 1, 2, exactcall_percent },
	{ TEXT_CONSTANT("adds-up"), 2, 2, exactcall_adds_up },
	{ TEXT_CONSTANT("quantity"), 1, 4, labelcall_quantity },
	{ TEXT_CONSTANT("money"), 1, 3, labelcall_money },
	{ TEXT_CONSTANT("label"), 1, 1, labelcall_label },
	{ TEXT_CONSTANT("order"), 1, 1, labelcall_order },
	{ TEXT_CONSTANT("word"), 1, 2, word_call },
	{ TEXT_CONSTANT("code"), 2, 3, code_call },
	{ TEXT_CONSTANT("language"), 0, 0, language_call },
	{ TEXT_CONSTANT("section"), 1, 1, section_call },
	{ TEXT_CONSTANT("group"), 0, 0, group_call },
	{ TEXT_CONSTANT("key"), 0, 0, key_call },
	{ TEXT_CONSTANT("subject"), 0, 0, subject_call },
	{ .name.size = 0 },
};

const struct query_hint speech_hints[] = {
	{ TEXT_CONSTANT("word"), REACH_VALUE, "word", word_known },
	{ TEXT_CONSTANT("section"), REACH_VALUE, "section", section_known },
	{ TEXT_CONSTANT("group"), REACH_SUBJECT, NULL, NULL },
	{ TEXT_CONSTANT("subject"), REACH_EXTRACT, NULL, NULL },
	{ .name.size = 0 },
};
