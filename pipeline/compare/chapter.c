/* chapter.c - the differences as a section of a report, in Markdown.
 *
 * Its readers care for results and policies and not for how records are kept: told are
 * records that have a status, a phase or a target, and of them what has a sort.
 */
#include "base/arena.h"
#include "compare/comparison.h"
#include "model/fields.h"

struct writing {
	const struct comparison *comparison;
	compare_words *words;
	struct buffer *out;
	struct arena *arena;
	struct text date; /* of the report that the new set is for; may be empty */
};

static const char *const course_words[COURSES] = {
	[COURSE_FORWARD] = "forward",
	[COURSE_BACK] = "back",
	[COURSE_LATER] = "later",
	[COURSE_EARLIER] = "earlier",
	[COURSE_CLOSER] = "now more exact",
	[COURSE_LOOSER] = "now less exact",
	[COURSE_UP] = "more",
	[COURSE_DOWN] = "less",
	[COURSE_STILL] = "still to come",
};

static bool
is_told(const struct change *change)
{
	return change->sort < SORT_TRANSLATION;
}

static size_t
changes_told(const struct finding *finding)
{
	size_t count = 0;

	for (size_t i = 0; i < finding->count; i++)
		count += is_told(&finding->changes[i]);
	return count;
}

static bool
has_state(const struct account *account)
{
	return roster_trait(account, SORT_STATUS) ||
	       roster_trait(account, SORT_PHASE) || roster_trait(account, SORT_TARGET);
}

/* The section is for the public, on the day of the new set's report; where that has
 * none, no embargo has ended. */
static bool
is_withheld(const struct writing *writing, const struct account *account)
{
	if (!account || (account->embargo.size == 0 && !account->is_confidential))
		return false;
	return account->is_confidential || writing->date.size == 0 ||
	       !(course_of_dates(account->embargo, writing->date) == COURSE_LATER ||
		       (text_equal(account->embargo, writing->date) &&
			       writing->date.size == sizeof "2024-03-31" - 1));
}

static struct text
date_find(const struct roster *roster)
{
	for (size_t i = 0; i < roster->count; i++) {
		const struct trait *date =
			text_is(roster->accounts[i]->kind, "report")
				? roster_trait(roster->accounts[i], SORT_DATE)
				: NULL;

		if (date)
			return date->value;
	}
	return TEXT("");
}

static bool
is_for_readers(const struct writing *writing, const struct finding *finding)
{
	return !is_withheld(writing, finding->before) &&
	       !is_withheld(writing, finding->after) &&
	       !comparison_is_of_file(finding) &&
	       has_state(comparison_account(finding)) &&
	       (finding->fate != FATE_CHANGED || changes_told(finding));
}

static void
cell_add(struct writing *writing, struct text text)
{
	buffer_string(writing->out, " ");
	if (text.size == 0)
		buffer_string(writing->out, "–");
	writing->words(writing->out, text);
	buffer_string(writing->out, " |");
}

/* "under-way" is "under way" for those who know no codes. */
static struct text
value_words(struct writing *writing, const struct account *account,
	const struct trait *trait)
{
	struct text value = comparison_value(writing->arena, account, trait);
	struct buffer words = buffer_make(writing->arena);

	if (!trait || trait->field->type->choice_count == 0)
		return value;
	for (size_t i = 0; i < value.size; i++)
		buffer_byte(&words, value.at[i] == '-' ? ' ' : value.at[i]);
	return buffer_text(&words);
}

/* Of several rows about one record the first has its name, which holds for all. */
static void
row_start(struct writing *writing, const struct finding *finding, bool is_first)
{
	if (!is_first) {
		buffer_string(writing->out, "| ^ |");
		return;
	}
	buffer_string(writing->out, "| **");
	writing->words(writing->out, comparison_title(finding));
	buffer_string(writing->out, "** |");
}

static void
record_row(struct writing *writing, const struct finding *finding)
{
	static const char *const words[FATES] = {
		[FATE_NEW] = "new",
		[FATE_DROPPED] = "no longer told of",
		[FATE_CARRIED] = "carried over",
	};
	const struct account *before = finding->before, *after = finding->after;

	row_start(writing, finding, true);
	cell_add(writing, text_of(words[finding->fate]));
	cell_add(writing,
		before ? value_words(writing, before, roster_trait(before, SORT_STATUS))
		       : TEXT(""));
	cell_add(writing,
		after ? value_words(writing, after, roster_trait(after, SORT_STATUS))
		      : TEXT(""));
	buffer_byte(writing->out, '\n');
}

static void
change_row(struct writing *writing, const struct finding *finding,
	const struct change *change, bool is_first)
{
	struct buffer what = buffer_make(writing->arena);

	buffer_add(&what, comparison_label(writing->arena, finding, change));
	if (course_words[change->course])
		buffer_format(&what, ", %s", course_words[change->course]);
	row_start(writing, finding, is_first);
	cell_add(writing, buffer_text(&what));
	cell_add(writing, value_words(writing, finding->before, change->before));
	cell_add(writing, value_words(writing, finding->after, change->after));
	buffer_byte(writing->out, '\n');
}

static void
finding_rows(struct writing *writing, const struct finding *finding)
{
	bool is_first = finding->fate == FATE_CHANGED;

	if (!is_first)
		record_row(writing, finding);
	for (size_t i = 0; i < finding->count; i++) {
		/* Of what is carried over the first row says the status. */
		if (!is_told(&finding->changes[i]) ||
			(finding->fate == FATE_CARRIED &&
				finding->changes[i].sort == SORT_STATUS))
			continue;
		change_row(writing, finding, &finding->changes[i], is_first);
		is_first = false;
	}
}

static void
country_start(struct writing *writing, struct text country)
{
	struct text name = country.size ? country : TEXT("Global level");

	buffer_string(writing->out, "\n## ");
	writing->words(writing->out, name);
	buffer_string(writing->out, "\n\nTable: What changed: ");
	writing->words(writing->out, name);
	buffer_string(writing->out, "\n\n| Record | What | Before | Now |\n"
				    "|---|---|---|---|\n");
}

static void
sum_add(struct writing *writing)
{
	const struct comparison *comparison = writing->comparison;
	size_t counts[FATES] = { 0 };

	for (size_t i = 0; i < comparison->count; i++)
		if (is_for_readers(writing, &comparison->findings[i]))
			counts[comparison->findings[i].fate]++;
	if (!counts[FATE_NEW] && !counts[FATE_DROPPED] && !counts[FATE_CARRIED] &&
		!counts[FATE_CHANGED]) {
		buffer_string(writing->out, "Nothing has changed.\n");
		return;
	}
	buffer_format(writing->out,
		"New: %zu. Carried over: %zu. Changed: %zu. No longer told of: %zu.\n",
		counts[FATE_NEW], counts[FATE_CARRIED], counts[FATE_CHANGED],
		counts[FATE_DROPPED]);
}

void
compare_markdown(
	const struct comparison *comparison, compare_words *words, struct buffer *out)
{
	struct writing writing = { .comparison = comparison,
		.words = words,
		.out = out,
		.arena = out->arena };
	const struct finding *last = NULL;

	writing.date = date_find(&comparison->rosters[SIDE_NEW]);
	buffer_string(out, "# What changed since last year\n\n");
	sum_add(&writing);
	for (size_t i = 0; i < comparison->count; i++) {
		const struct finding *finding = &comparison->findings[i];

		if (!is_for_readers(&writing, finding))
			continue;
		if (!last || !text_equal(last->country, finding->country))
			country_start(&writing, finding->country);
		finding_rows(&writing, finding);
		last = finding;
	}
}
