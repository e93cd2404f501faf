/* tell.c - the differences for people, a line for each, by country. */
#include "base/arena.h"
#include "compare/comparison.h"
#include "model/fields.h"

struct telling {
	const struct comparison *comparison;
	compare_words *words;
	struct buffer *out;
	struct arena *arena;
};

static void
counts_tell(struct telling *telling)
{
	const struct comparison *comparison = telling->comparison;

	buffer_string(telling->out, "from ");
	telling->words(telling->out, comparison->setup.names[SIDE_OLD]);
	buffer_string(telling->out, " to ");
	telling->words(telling->out, comparison->setup.names[SIDE_NEW]);
	buffer_format(telling->out,
		": %zu new, %zu dropped, %zu carried over, %zu changed, %zu the same\n",
		comparison->fates[FATE_NEW], comparison->fates[FATE_DROPPED],
		comparison->fates[FATE_CARRIED], comparison->fates[FATE_CHANGED],
		comparison->fates[FATE_SAME]);
}

static void
place_tell(struct telling *telling, const struct account *account,
	const struct trait *trait)
{
	struct place at = trait ? roster_place(account, trait) : account->at;

	telling->words(telling->out, at.file);
	if (at.line)
		buffer_format(telling->out, ":%u", at.line);
}

static void
places_tell(struct telling *telling, const struct finding *finding,
	const struct change *change)
{
	const struct trait *before = change ? change->before : NULL,
			   *after = change ? change->after : NULL;

	buffer_string(telling->out, "  (");
	if (finding->before)
		place_tell(telling, finding->before, before);
	if (finding->before && finding->after)
		buffer_string(telling->out, " -> ");
	if (finding->after)
		place_tell(telling, finding->after, after);
	buffer_string(telling->out, ")\n");
}

/* "  slipped     milestone az-2024-forum". */
static void
line_start(struct telling *telling, const char *what, const struct finding *finding)
{
	enum { COLUMN = 16 }; /* the longest is "carried over" */
	const struct account *account = comparison_account(finding);
	size_t start = telling->out->size;

	buffer_format(telling->out, "  %s", what);
	buffer_fill(telling->out, ' ',
		COLUMN + start > telling->out->size
			? COLUMN + start - telling->out->size
			: 1);
	if (finding->subject.kind.size) {
		buffer_format(telling->out, "%.*s ", TEXT_ARG(finding->subject.kind));
		telling->words(telling->out, finding->subject.id);
		buffer_format(telling->out, ", as %.*s ", TEXT_ARG(account->kind));
		telling->words(telling->out, account->id);
		buffer_string(telling->out, " tells");
		return;
	}
	buffer_format(telling->out, "%.*s ", TEXT_ARG(account->kind));
	telling->words(telling->out, account->id);
}

static void
record_tell(struct telling *telling, const struct finding *finding)
{
	const struct account *account = comparison_account(finding);
	const struct trait *status = roster_trait(account, SORT_STATUS);
	bool carried = finding->fate == FATE_CARRIED;

	line_start(telling,
		carried ? "carried over" : comparison_fate_name(finding->fate),
		finding);
	if (account->title.size) {
		buffer_string(telling->out, " \"");
		telling->words(telling->out, account->title);
		buffer_byte(telling->out, '"');
	}
	if (carried) {
		buffer_string(telling->out, ", before ");
		telling->words(telling->out, finding->before->id);
	}
	if (status && !carried)
		buffer_format(telling->out, ", %s%.*s", finding->after ? "" : "was ",
			TEXT_ARG(status->value));
	places_tell(telling, finding, NULL);
}

static void
likely_tell(struct telling *telling, const struct finding *finding)
{
	const struct account *before = finding->likely;

	line_start(telling, "maybe", finding);
	buffer_string(telling->out, " may be what was ");
	telling->words(telling->out, before->id);
	if (before->naming) {
		buffer_format(telling->out,
			"; if it is, write %.*s: ", TEXT_ARG(before->naming->name));
		telling->words(telling->out, before->id);
	} else {
		buffer_string(telling->out, "; if it is, give it that id again");
	}
	buffer_string(telling->out, "  (");
	place_tell(telling, before, NULL);
	buffer_string(telling->out, " -> ");
	place_tell(telling, finding->after, NULL);
	buffer_string(telling->out, ")\n");
}

static const char *const course_words[COURSES] = {
	[COURSE_FORWARD] = "forward",
	[COURSE_BACK] = "back",
	[COURSE_LATER] = "later",
	[COURSE_EARLIER] = "earlier",
	[COURSE_CLOSER] = "told more exactly",
	[COURSE_LOOSER] = "told less exactly",
	[COURSE_UP] = "more",
	[COURSE_DOWN] = "less",
};

static void
value_tell(struct telling *telling, const struct account *account,
	const struct trait *trait)
{
	if (trait)
		telling->words(
			telling->out, comparison_value(telling->arena, account, trait));
	else
		buffer_string(telling->out, "nothing");
}

/* A record that goes on has a line of its own, which says so; what changed in it
 * follows. */
static void
change_tell(struct telling *telling, const struct finding *finding,
	const struct change *change)
{
	struct buffer *out = telling->out;

	line_start(telling, trait_sort_name(change->sort), finding);
	buffer_string(out, ": ");
	telling->words(out, comparison_label(telling->arena, finding, change));
	buffer_string(out, ": ");
	if (change->course == COURSE_STALE) {
		buffer_string(out, "the original has changed, this has not");
	} else if (change->course == COURSE_STILL) {
		buffer_string(out, "still ");
		telling->words(out, change->after->value);
	} else {
		value_tell(telling, finding->before, change->before);
		buffer_string(out, " -> ");
		value_tell(telling, finding->after, change->after);
		if (change->course != COURSE_NONE)
			buffer_format(out, ", %s", course_words[change->course]);
	}
	places_tell(telling, finding, change);
}

static void
finding_tell(struct telling *telling, const struct finding *finding)
{
	if (finding->fate != FATE_CHANGED)
		record_tell(telling, finding);
	if (finding->fate == FATE_NEW && finding->likely)
		likely_tell(telling, finding);
	for (size_t i = 0; i < finding->count; i++)
		change_tell(telling, finding, &finding->changes[i]);
}

static void
heading_tell(struct telling *telling, const struct finding *finding)
{
	struct text code = comparison_account(finding)->country;

	buffer_byte(telling->out, '\n');
	if (finding->country.size == 0)
		buffer_string(telling->out, "no country");
	telling->words(telling->out, finding->country);
	if (!text_equal(code, finding->country))
		buffer_format(telling->out, " (%.*s)", TEXT_ARG(code));
	buffer_byte(telling->out, '\n');
}

/* Registers that one set has and the other has not, at the end. */
static void
files_tell(struct telling *telling)
{
	const struct comparison *comparison = telling->comparison;
	bool begun = false;

	for (enum side side = 0; side < SIDES; side++) {
		const struct roster *roster = &comparison->rosters[side];
		const struct source *last = NULL;

		for (size_t i = 0; i < roster->count; i++) {
			const struct source *source = roster->accounts[i]->source;

			if (source == last || !source->is_shared || source->count < 2 ||
				source->alone < source->count)
				continue;
			last = source;
			buffer_string(telling->out,
				begun ? "" : "\nregisters in one set alone\n");
			begun = true;
			buffer_string(telling->out, side == SIDE_OLD
							    ? "  dropped       "
							    : "  new           ");
			telling->words(telling->out, source->path);
			buffer_format(
				telling->out, ", with %zu records\n", source->count);
		}
	}
}

void
compare_text(
	const struct comparison *comparison, compare_words *words, struct buffer *out)
{
	struct telling telling = { .comparison = comparison,
		.words = words,
		.out = out,
		.arena = out->arena };
	const struct finding *last = NULL;

	counts_tell(&telling);
	for (size_t i = 0; i < comparison->count; i++) {
		const struct finding *finding = &comparison->findings[i];

		if (comparison_is_of_file(finding) && !finding->likely)
			continue;
		if (!last || !text_equal(last->country, finding->country))
			heading_tell(&telling, finding);
		finding_tell(&telling, finding);
		last = finding;
	}
	files_tell(&telling);
}
