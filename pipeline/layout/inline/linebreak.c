#include "linebreak.h"

#include "base/arena.h"

/* TeX's defaults (The TeXbook, appendix B), demerits as in part 39. */
enum {
	BADNESS_WORST = 10000,
	BADNESS_FIRST_PASS = 100,
	LINE_PENALTY = 10,
	DEMERITS_FITNESS = 10000,
	DEMERITS_TWO_HYPHENS = 10000,
	DEMERITS_LAST_HYPHEN = 5000,
};

enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE };

/* What stands before an atom, summed up from the start. */
struct sums {
	int64_t width, stretch, shrink;
};

/* A break that some way of setting the text comes to. */
struct node {
	size_t atom;  /* the break */
	size_t start; /* the first atom of the next line */
	enum fitness fitness;
	bool flagged, overfull;
	bool first; /* the start of the paragraph: its next line is the first */
	int64_t demerits;
	struct node *previous; /* the break before, on the best way here */
	struct node *next;     /* among the active ones */
};

struct fit {
	struct arena *arena;
	const struct atom *atoms;
	size_t count;
	const struct sums *sums; /* count + 1 of them */
	const struct measure *measure;
	int64_t tolerance;
	length emergency;
	bool hyphens; /* flagged penalties count */
	bool last_pass;
	struct node *active;
};

int64_t
linebreak_badness(int64_t needed, int64_t available)
{
	int64_t ratio;

	if (needed <= 0)
		return 0;
	if (available <= 0)
		return BADNESS_WORST;
	/* TeX, section 108: 297^3 = 99.94 * 2^18. */
	if (needed > INT64_MAX / 297)
		return BADNESS_WORST;
	ratio = needed * 297 / available;
	if (ratio > 1290)
		return BADNESS_WORST;
	return (ratio * ratio * ratio + (1 << 17)) / (1 << 18);
}

static struct sums *
sums_make(struct arena *arena, const struct atom *atoms, size_t count)
{
	struct sums *sums = arena_array(arena, struct sums, count + 1);

	for (size_t i = 0; i < count; i++) {
		sums[i + 1] = sums[i];
		if (atoms[i].kind == ATOM_PENALTY)
			continue;
		sums[i + 1].width += atoms[i].width;
		if (atoms[i].kind == ATOM_GLUE) {
			sums[i + 1].stretch += atoms[i].stretch;
			sums[i + 1].shrink += atoms[i].shrink;
		}
	}
	return sums;
}

/* The first atom after a break that does not vanish. */
static size_t
line_start(const struct fit *fit, size_t atom)
{
	while (atom < fit->count && fit->atoms[atom].kind != ATOM_BOX &&
		!(fit->atoms[atom].kind == ATOM_PENALTY &&
			fit->atoms[atom].penalty <= PENALTY_ALWAYS))
		atom++;
	return atom;
}

/* May a line end before this atom, and at what price? */
static bool
break_legal(const struct fit *fit, size_t atom, int *ret_penalty)
{
	const struct atom *here = &fit->atoms[atom];

	*ret_penalty = 0;
	if (atom == fit->count)
		return true;
	if (here->kind == ATOM_GLUE)
		return atom > 0 && here[-1].kind == ATOM_BOX;
	*ret_penalty = here->penalty;
	return here->kind == ATOM_PENALTY && here->penalty < PENALTY_NEVER &&
	       (fit->hyphens || !here->flagged);
}

/* A line from `from` to the atom `to`: how bad it is. */
struct line {
	int64_t badness;
	enum fitness fitness;
	bool overfull;
};

static struct line
line_judge(const struct fit *fit, const struct node *from, size_t to)
{
	const struct measure *measure = fit->measure;
	const struct sums *start = &fit->sums[from->start];
	const struct sums *end = &fit->sums[to < from->start ? from->start : to];
	bool last =
		to == fit->count || (fit->atoms[to].kind == ATOM_PENALTY &&
					    fit->atoms[to].penalty <= PENALTY_ALWAYS);
	int64_t width = end->width - start->width;
	int64_t room = measure->width - (from->first ? measure->first_indent : 0);
	struct line line = { 0, FITNESS_DECENT, false };

	if (to < fit->count && fit->atoms[to].kind == ATOM_PENALTY)
		width += fit->atoms[to].width;
	if (width > room) {
		int64_t shrink = end->shrink - start->shrink;

		line.overfull = measure->ragged || width - room > shrink;
		line.badness = linebreak_badness(width - room, shrink);
		line.fitness = line.badness > 12 ? FITNESS_TIGHT : FITNESS_DECENT;
	} else if (!last) {
		int64_t stretch = end->stretch - start->stretch + measure->ragged +
				  fit->emergency;

		line.badness = linebreak_badness(room - width, stretch);
		line.fitness = line.badness > 99   ? FITNESS_VERY_LOOSE
			       : line.badness > 12 ? FITNESS_LOOSE
						   : FITNESS_DECENT;
	}
	return line;
}

static int64_t
demerits_of(const struct fit *fit, const struct node *from, size_t to, int penalty,
	const struct line *line)
{
	int64_t base = LINE_PENALTY + line->badness;
	int64_t demerits = base * base;
	bool flagged = to < fit->count && fit->atoms[to].flagged;

	if (penalty > 0)
		demerits += (int64_t)penalty * penalty;
	else if (penalty > PENALTY_ALWAYS)
		demerits -= (int64_t)penalty * penalty;
	if (flagged && from->flagged)
		demerits += DEMERITS_TWO_HYPHENS;
	if (to == fit->count && from->flagged)
		demerits += DEMERITS_LAST_HYPHEN;
	if (line->fitness > from->fitness + 1 || line->fitness + 1 < from->fitness)
		demerits += DEMERITS_FITNESS;
	return demerits + from->demerits;
}

/* The best way to a break for each fitness. */
struct candidate {
	struct node *from;
	int64_t demerits;
	bool overfull;
};

static void
candidate_offer(
	struct candidate *candidate, struct node *from, int64_t demerits, bool overfull)
{
	if (candidate->from && candidate->demerits <= demerits)
		return;
	*candidate = (struct candidate){ from, demerits, overfull };
}

static struct node *
node_make(struct fit *fit, const struct candidate *candidate, size_t atom,
	enum fitness fitness)
{
	struct node *node = arena_make(fit->arena, struct node);

	node->atom = atom;
	node->start = line_start(fit, atom);
	node->fitness = fitness;
	node->flagged = atom < fit->count && fit->atoms[atom].flagged;
	node->overfull = candidate->overfull;
	node->demerits = candidate->demerits;
	node->previous = candidate->from;
	return node;
}

/* Tries the break at an atom from every active node; those that are too far away
 * are dropped, and new ones join at the end. */
static void
break_try(struct fit *fit, size_t atom, int penalty)
{
	struct candidate best[FITNESS_VERY_LOOSE + 1] = { 0 };
	struct node **link = &fit->active;
	bool forced = atom == fit->count || penalty <= PENALTY_ALWAYS;

	while (*link) {
		struct node *from = *link;
		struct line line = line_judge(fit, from, atom);

		if (!line.overfull && line.badness <= fit->tolerance)
			candidate_offer(&best[line.fitness], from,
				demerits_of(fit, from, atom, penalty, &line), false);
		if (line.overfull || forced) {
			*link = from->next;
			/* With nothing else left, a bad line is better than none. */
			if (fit->last_pass && !fit->active && !best[0].from &&
				!best[1].from && !best[2].from && !best[3].from)
				candidate_offer(&best[line.fitness], from,
					from->demerits, line.overfull);
			continue;
		}
		link = &from->next;
	}
	for (int i = 0; i <= FITNESS_VERY_LOOSE; i++) {
		if (!best[i].from)
			continue;
		*link = node_make(fit, &best[i], atom, (enum fitness)i);
		link = &(*link)->next;
	}
}

/* One pass over the paragraph: the last node of the best way, or NULL. */
static struct node *
pass_run(struct fit *fit)
{
	struct node *best = NULL;
	int penalty;

	fit->active = arena_make(fit->arena, struct node);
	fit->active->fitness = FITNESS_DECENT;
	fit->active->first = true;
	for (size_t i = 0; i <= fit->count && fit->active; i++)
		if (break_legal(fit, i, &penalty))
			break_try(fit, i, penalty);
	for (struct node *node = fit->active; node; node = node->next)
		if (!best || node->demerits < best->demerits)
			best = node;
	return best;
}

static struct line_break *
breaks_collect(struct arena *arena, const struct node *last, size_t *ret_count)
{
	struct line_break *breaks;
	size_t count = 0;

	for (const struct node *node = last; node->previous; node = node->previous)
		count++;
	breaks = arena_array(arena, struct line_break, count);
	*ret_count = count;
	for (const struct node *node = last; node->previous; node = node->previous)
		breaks[--count] = (struct line_break){ node->atom, node->overfull };
	return breaks;
}

struct line_break *
linebreak_fit(struct arena *arena, const struct atom *atoms, size_t count,
	const struct measure *measure, size_t *ret_count)
{
	struct fit fit = { .arena = arena,
		.atoms = atoms,
		.count = count,
		.sums = sums_make(arena, atoms, count),
		.measure = measure,
		.tolerance = BADNESS_FIRST_PASS };
	struct node *last = pass_run(&fit);

	fit.hyphens = true;
	fit.tolerance = measure->tolerance;
	if (!last)
		last = pass_run(&fit);
	if (!last) {
		fit.emergency = measure->emergency;
		fit.tolerance = BADNESS_WORST;
		fit.last_pass = true;
		last = pass_run(&fit);
	}
	return breaks_collect(arena, last, ret_count);
}
