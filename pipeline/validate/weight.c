#include "weight.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/records.h"
#include "model/rulebook.h"
#include "model/weighing.h"
#include "validate/judge.h"

/* Beside the rules of the book; compose itself looks up what its own weighs. */
static const char *const others[] = { "C201", "V404", "V410", "V421", "V501", "V590" };

enum { OTHERS = sizeof others / sizeof *others };

struct weights {
	struct arena *arena;
	struct judge *judge;
	const struct rulebook *book;
	const xmlNode *settings;
};

/* The entry of a code that a report may weigh, or NULL. */
static const struct diag_entry *
entry_find(const struct rulebook *book, struct text code)
{
	const struct rule *rule = rulebook_find(book, code);

	for (size_t i = 0; i < OTHERS; i++)
		if (text_is(code, others[i]))
			return diag_entry_find(code);
	return rule ? &rule->entry : NULL;
}

static void
code_suggest(const struct weights *weights, struct text code)
{
	struct diag_list *diags = weights->judge->diags;
	const struct rulebook *book = weights->book;
	struct suggest suggest = suggest_start(code);

	for (size_t i = 0; i < OTHERS; i++)
		suggest_offer(&suggest, text_of(others[i]));
	for (size_t i = 0; i < book->count; i++)
		suggest_offer(&suggest, text_of(book->rules[i].entry.code));
	if (suggest.nearest.size && !suggest.tied)
		diag_help(diags, "did you mean %.*s (%s)?", TEXT_ARG(suggest.nearest),
			entry_find(book, suggest.nearest)->title);
	else
		diag_help(diags, "copy the code from the message; rules have codes "
				 "from V501 on");
}

static void
setting_judge(const struct weights *weights, const xmlNode *node)
{
	struct diag_list *diags = weights->judge->diags;
	struct text code = records_value(node);
	const struct diag_entry *entry = diag_entry_find(code);
	struct place at = records_origin(node)->value;

	if (entry_find(weights->book, code))
		return;
	if (!entry) {
		diag_add(diags, DIAG_V430, at, "no rule has the code %.*s",
			TEXT_ARG(code));
		code_suggest(weights, code);
		return;
	}
	diag_add(diags, DIAG_V431, at, "%s (%s) weighs the same in every report",
		entry->code, entry->title);
	diag_label(diags, entry->severity == SEVERITY_WARNING
				  ? "this is told by another step than the rules"
				  : "this cannot be turned off");
	diag_help(diags,
		"delete this entry; C201, V404, V410, V421 and the rules from V501 on "
		"can be given another weight");
}

struct weights *
weight_start(struct arena *arena, struct judge *judge, const struct rulebook *book,
	const struct _xmlNode *settings)
{
	struct weights *weights = arena_make(arena, struct weights);

	*weights = (struct weights){
		.arena = arena, .judge = judge, .book = book, .settings = settings
	};
	for (const xmlNode *item = records_first(settings); item;
		item = records_next(item)) {
		const xmlNode *code = records_child(item, "code");

		if (code && !judge_is_blamed(judge, code))
			setting_judge(weights, code);
	}
	return weights;
}

const struct diag_entry *
weight_entry(struct weights *weights, const struct diag_entry *entry)
{
	return weighing_entry(weights->arena, weights->settings, entry);
}

const struct diag_entry *
weight_rule(struct weights *weights, const struct rule *rule)
{
	if (rule->asleep && weighing_of(weights->settings, rule->entry.code).size == 0)
		return NULL;
	return weight_entry(weights, &rule->entry);
}

/* Rules have what they weigh from the start. */
static const struct diag_entry *
diag_weigh(void *owner, const struct diag *diag)
{
	for (size_t i = 0; i < OTHERS; i++)
		if (text_is(text_of(diag->entry->code), others[i]))
			return weight_entry(owner, diag->entry);
	return diag->entry;
}

void
weight_apply(struct weights *weights, struct judge *judge, size_t from)
{
	if (weights && weights->settings)
		diag_sift(judge->diags, from, diag_weigh, weights);
}
