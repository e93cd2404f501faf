#include "repair.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/bounds.h"
#include "read/events.h"
#include "read/mended.h"
#include "read/mistake.h"
#include "read/stretch.h"
#include "read/tries.h"
#include "read/typedline.h"
#include "read/walk.h"

struct repair {
	struct arena *arena;
	struct diag_list *diags;
	const struct source *source;
	struct mended *mended;
	size_t count;    /* lines of the file */
	size_t mistakes; /* so far */
	bool is_told;    /* the last one came of what was said already */
};

/* Looks how far the lines first..last can be read. */
static struct walk
lines_walk(const struct repair *repair, size_t first, size_t last)
{
	struct source source = *repair->source;
	struct walk walk;

	source.mended = repair->mended;
	source.first = first;
	source.bytes = mended_text(repair->mended, repair->arena, first, last);
	walk = walk_source(repair->arena, &source);
	if (!walk.is_text || first == 1)
		return walk;
	/* By itself "status:done" is a text; below another key it is a mistake. */
	source.first--;
	source.bytes =
		text_format(repair->arena, "key: text\n%.*s", TEXT_ARG(source.bytes));
	return walk_source(repair->arena, &source);
}

/* True where something was said of this line before. */
static bool
line_is_told(const struct diag_list *diags, struct place at)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].at.line == at.line &&
			diags->items[i].severity == SEVERITY_ERROR &&
			text_equal(diags->items[i].at.file, at.file))
			return true;
	return false;
}

/* Adds what there is to say of a mistake and finds the line to blame. */
static struct diag
mistake_blame(const struct repair *repair, const struct mistake *mistake)
{
	mistake_explain(repair->diags, repair->source->typed, mistake);
	return repair->diags->items[repair->diags->count - 1];
}

/* The same without saying anything. */
static struct diag
mistake_guess(const struct repair *repair, const struct mistake *mistake)
{
	struct diag_list before = *repair->diags;
	struct diag diag = mistake_blame(repair, mistake);

	*repair->diags = before;
	return diag;
}

/* Tells a mistake, unless something was said of its line: then this is what came of
 * that. */
static struct diag
mistake_tell(struct repair *repair, const struct mistake *mistake)
{
	struct diag_list before = *repair->diags;
	struct diag diag = mistake_blame(repair, mistake);

	repair->is_told = line_is_told(&before, diag.at);
	if (repair->is_told)
		*repair->diags = before;
	repair->mistakes++;
	return diag;
}

/* True where the help shows the line as it should be. */
static bool
shows_line(const struct repair *repair, const struct diag *diag)
{
	size_t colon;

	return diag->code == DIAG_R203 || diag->code == DIAG_R206 ||
	       (diag->code == DIAG_R204 &&
		       typedline_tight(
			       lines_at(repair->source->typed, diag->at.line), &colon));
}

/* A mend that was tried and does not help is not shown. */
static void
mend_hide(const struct repair *repair, const struct diag *diag)
{
	struct diag_list *diags = repair->diags;

	if (repair->is_told)
		return;
	diags->items[diags->count - 1].fix = NULL;
	if (shows_line(repair, diag))
		diag_help(diags, "compare the line with those beside it; a text with "
				 ": # [ ] { } or quotes in it belongs in quotes");
}

/* How far a mended line lets its stretch be read. */
enum reach {
	REACH_NOWHERE, /* not beyond the line that was blamed, or nodes are lost */
	REACH_FURTHER, /* to the next mistake */
	REACH_END,
};

static enum reach
stretch_reach(const struct repair *repair, const struct stretch *stretch, size_t blamed)
{
	struct walk walk = lines_walk(repair, stretch->first, stretch->last);
	size_t last = stretch->last;

	if (walk.too_deep)
		return REACH_NOWHERE;
	if (!walk.whole)
		last = mistake_guess(repair, &walk.mistake).at.line - 1;
	if (last < blamed || walk.nodes + !walk.whole < stretch_nodes(repair->mended,
								stretch->first, last))
		return REACH_NOWHERE;
	return walk.whole ? REACH_END : REACH_FURTHER;
}

/* Ways to mend a line in a stretch that cannot be read beyond the line `blamed`. */
struct attempt {
	tries_way *const *ways;
	size_t line, blamed;
};

/* Takes the first way that reaches so far. */
static bool
attempt_make(const struct repair *repair, const struct stretch *stretch,
	struct attempt attempt, enum reach wanted)
{
	if (attempt.line < stretch->first || attempt.line > stretch->last)
		return false;
	for (; *attempt.ways; attempt.ways++) {
		size_t changed = (*attempt.ways)(repair->mended, attempt.line);

		if (changed && stretch_reach(repair, stretch, attempt.blamed) >= wanted)
			return true;
		while (changed > 0)
			mended_undo(repair->mended, attempt.line + --changed);
	}
	return false;
}

/* The last line with content above one, or 0. */
static size_t
line_above(const struct repair *repair, size_t line)
{
	while (--line > 0)
		if (!typedline_is_empty(mended_line(repair->mended, line)))
			return line;
	return 0;
}

/* Mends the line to blame, the one above it, or the one that libyaml stopped at. */
static bool
mistake_mend(const struct repair *repair, const struct stretch *stretch,
	const struct mistake *mistake, const struct diag *diag)
{
	size_t blamed = diag->at.line;
	const struct attempt attempts[] = {
		{ tries_for(diag->code), blamed, blamed },
		{ tries_above, line_above(repair, blamed), blamed },
		{ tries_for(DIAG_CODES), mistake->at.line, blamed },
	};

	for (enum reach reach = REACH_END; reach > REACH_NOWHERE; reach--)
		for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
			if (!attempt_make(repair, stretch, attempts[i], reach))
				continue;
			if (i > 0)
				mend_hide(repair, diag);
			return true;
		}
	mend_hide(repair, diag);
	return false;
}

/* Gives up the line to blame, or the one that libyaml stopped at. */
static bool
mistake_lose(const struct repair *repair, const struct stretch *stretch,
	const struct mistake *mistake, size_t blamed)
{
	const struct attempt attempts[] = {
		{ tries_lose, blamed, blamed },
		{ tries_lose, mistake->at.line, blamed },
	};

	for (enum reach reach = REACH_END; reach > REACH_NOWHERE; reach--)
		if (attempt_make(repair, stretch, attempts[0], reach) ||
			attempt_make(repair, stretch, attempts[1], reach))
			return true;
	return false;
}

/* More would make the tries slow. */
static bool
is_short(const struct repair *repair, const struct stretch *stretch)
{
	size_t bytes = 0;

	for (size_t line = stretch->first; line <= stretch->last; line++) {
		bytes += mended_line(repair->mended, line).size + 1;
		if (bytes > BOUND_MENDED_BYTES)
			return false;
	}
	return true;
}

static void
stretch_lose(const struct repair *repair, const struct stretch *stretch)
{
	mended_lose(repair->mended, stretch->first, stretch->last,
		stretch->is_entry ? MENDED_LOST_ENTRY : MENDED_LOST_PAIR);
}

/* Mends a stretch, mistake after mistake, or gives it up. */
static void
stretch_mend(struct repair *repair, const struct stretch *stretch, struct walk walk)
{
	bool is_tried = is_short(repair, stretch);

	while (!walk.whole && !walk.too_deep) {
		struct diag diag;

		if (repair->mistakes == BOUND_MISTAKES) {
			mistake_stop(repair->diags, walk.mistake.at);
			break;
		}
		diag = mistake_tell(repair, &walk.mistake);
		if (!is_tried)
			mend_hide(repair, &diag);
		if (!is_tried ||
			(!mistake_mend(repair, stretch, &walk.mistake, &diag) &&
				!mistake_lose(
					repair, stretch, &walk.mistake, diag.at.line)))
			break;
		walk = lines_walk(repair, stretch->first, stretch->last);
	}
	if (!walk.whole && !walk.too_deep)
		stretch_lose(repair, stretch);
}

/* The stretch that the mistake is in, long enough that it shows there. */
static struct stretch
stretch_find(const struct repair *repair, size_t first, struct walk *walk)
{
	size_t last = walk->mistake.at.line;
	size_t line = mistake_guess(repair, &walk->mistake).at.line;
	struct stretch stretch = stretch_around(
		repair->mended, repair->count, line > first ? line : first);
	struct walk alone;

	if (stretch.first < first)
		stretch.first = first;
	alone = lines_walk(repair, stretch.first, stretch.last);
	if (!alone.whole)
		*walk = alone;
	else if (last > stretch.last)
		stretch.last = stretch_around(repair->mended, repair->count, last).last;
	return stretch;
}

/* Gives up all from a line on. */
static void
rest_lose(const struct repair *repair, size_t line)
{
	struct stretch rest = stretch_around(repair->mended, repair->count, line);
	size_t last = rest.is_entry ? rest.block : repair->count;

	mended_lose(repair->mended, line, last,
		rest.is_entry ? MENDED_LOST_ENTRY : MENDED_LOST_PAIR);
	if (last < repair->count)
		mended_lose(repair->mended, last + 1, repair->count, MENDED_LOST_PAIR);
}

/* Reads on from a line, which begins a stretch, to the next mistake and over it.  The
 * line after what was read, or 0 where nothing more can be read. */
static size_t
read_on(struct repair *repair, size_t line)
{
	struct stretch stretch = stretch_around(repair->mended, repair->count, line);
	size_t last = stretch.is_entry ? stretch.block : repair->count;
	struct walk walk = lines_walk(repair, line, last);

	if (walk.too_deep)
		return 0;
	if (walk.whole)
		return last + 1;
	stretch = stretch_find(repair, line, &walk);
	if (repair->mistakes < BOUND_MISTAKES) {
		stretch_mend(repair, &stretch, walk);
		return stretch.last + 1;
	}
	mistake_stop(repair->diags, walk.mistake.at);
	rest_lose(repair, stretch.first);
	return 0;
}

void
repair_file(struct arena *arena, struct diag_list *diags, const struct source *source,
	struct mended *mended)
{
	struct repair repair = { .arena = arena,
		.diags = diags,
		.source = source,
		.mended = mended,
		.count = source->typed->count };
	size_t line = 1;

	while (line && line <= repair.count)
		line = read_on(&repair, line);
}
