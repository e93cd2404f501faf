#include "linebreak.h"

#include "base/arena.h"

/* TeX's defaults (The TeXbook, appendix B), demerits as in part 39. */
enum {
	BADNESS_WORST = 10000,
	BADNESS_FIRST_PASS = 150,
	LINE_PENALTY = 10,
	DEMERITS_FITNESS = 10000,
	DEMERITS_TWO_HYPHENS = 10000,
	DEMERITS_LAST_HYPHEN = 5000,
	DEMERITS_RUNT = 20000, /* a last line that is hardly there */
	RUNT_PARTS = 7,        /* shorter than this part of the measure */
};

enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE };

/* What stands before an atom, summed up from the start. */
struct sums {
	int64_t width, stretch, shrink;
};

/* A break that some way of setting the text comes to. */
struct stop {
	size_t atom;  /* the break */
	size_t start; /* the first atom of the next line */
	enum fitness fitness;
	bool flagged, overfull;
	bool first; /* the start of the paragraph: its next line is the first */
	int line;   /* lines that end here and before */
	int64_t demerits;
	struct stop *previous; /* the break before, on the best way here */
	struct stop *next;     /* among the active ones */
};

struct fit {
	struct arena *arena;
	const struct atom *atoms;
	size_t count;
	const struct sums *sums; /* count + 1 of them */
	const struct measure *measure;
	int64_t tolerance;
	int64_t ratio; /* the least one that is beyond the tolerance; 0: none is */
	length emergency;
	bool hyphens; /* flagged penalties count */
	bool last_pass;
	bool missed; /* the number of lines is not what was wanted */
	struct stop *active;
};

enum { RATIO_WORST = 1290 };

/* TeX, section 108: 297^3 = 99.94 * 2^18. */
static int64_t
ratio_badness(int64_t ratio)
{
	if (ratio > RATIO_WORST)
		return BADNESS_WORST;
	return (ratio * ratio * ratio + (1 << 17)) / (1 << 18);
}

int64_t
linebreak_badness(int64_t needed, int64_t available)
{
	if (needed <= 0)
		return 0;
	if (available <= 0)
		return BADNESS_WORST;
	if (needed > INT64_MAX / 297)
		return BADNESS_WORST;
	return ratio_badness(needed * 297 / available);
}

static void
tolerance_set(struct fit *fit, int64_t tolerance)
{
	int64_t low = 1, high = RATIO_WORST + 1;

	while (low < high) {
		int64_t middle = (low + high) / 2;

		if (ratio_badness(middle) > tolerance)
			high = middle;
		else
			low = middle + 1;
	}
	fit->tolerance = tolerance;
	fit->ratio = tolerance < BADNESS_WORST ? low : 0;
}

static struct sums *
sums_make(struct arena *arena, const struct atom *atoms, size_t count)
{
	struct sums *sums = arena_array(arena, struct sums, count + 1);
	struct sums sum = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (atoms[i].kind != ATOM_PENALTY)
			sum.width += atoms[i].width;
		if (atoms[i].kind == ATOM_GLUE) {
			sum.stretch += atoms[i].stretch;
			sum.shrink += atoms[i].shrink;
		}
		sums[i + 1] = sum;
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
struct trial {
	int64_t badness;
	enum fitness fitness;
	bool overfull;
	bool runt;
};

/* How far the ends of a line may stand out of it. */
static int64_t
hang_of(const struct fit *fit, size_t from, size_t to)
{
	int64_t hang = 0;

	if (from < to)
		hang += fit->atoms[from].lead;
	if (to < fit->count && fit->atoms[to].width &&
		fit->atoms[to].kind == ATOM_PENALTY)
		hang += fit->atoms[to].trail;
	else if (from < to)
		hang += fit->atoms[to - 1].trail;
	return hang;
}

static struct trial
line_judge(const struct fit *fit, const struct stop *from, size_t to)
{
	const struct measure *measure = fit->measure;
	const struct sums *start = &fit->sums[from->start];
	const struct sums *end = &fit->sums[to < from->start ? from->start : to];
	bool last =
		to == fit->count || (fit->atoms[to].kind == ATOM_PENALTY &&
					    fit->atoms[to].penalty <= PENALTY_ALWAYS);
	int64_t width = end->width - start->width;
	int64_t room = measure->width - (from->first ? measure->first_indent : 0) +
		       hang_of(fit, from->start, to);
	struct trial trial = { .fitness = FITNESS_DECENT };

	if (to < fit->count && fit->atoms[to].kind == ATOM_PENALTY)
		width += fit->atoms[to].width;
	if (width > room) {
		int64_t shrink = end->shrink - start->shrink;

		trial.overfull = measure->ragged || width - room > shrink;
		trial.badness = linebreak_badness(width - room, shrink);
		trial.fitness = trial.badness > 12 ? FITNESS_TIGHT : FITNESS_DECENT;
	} else if (last) {
		trial.runt = width < room / RUNT_PARTS;
	} else {
		int64_t stretch = end->stretch - start->stretch + measure->ragged +
				  fit->emergency;

		trial.badness = linebreak_badness(room - width, stretch);
		trial.fitness = trial.badness > 99   ? FITNESS_VERY_LOOSE
				: trial.badness > 12 ? FITNESS_LOOSE
						     : FITNESS_DECENT;
	}
	return trial;
}

/* Too little stands between the stop and the atom for a line, as nearly always.  Less
 * stands between it and all stops after this one.  What may hang out of the line is
 * left out, for it only makes it worse. */
static bool
is_short(const struct fit *fit, const struct stop *from, size_t to)
{
	const struct sums *start = &fit->sums[from->start], *end = &fit->sums[to];
	int64_t needed, stretch;

	if (to < from->start || !fit->ratio)
		return false;
	needed = fit->measure->width - (end->width - start->width);
	if (from->first)
		needed -= fit->measure->first_indent;
	if (to < fit->count && fit->atoms[to].kind == ATOM_PENALTY)
		needed -= fit->atoms[to].width;
	stretch = end->stretch - start->stretch + fit->measure->ragged + fit->emergency;
	return needed > 0 && needed < INT64_MAX / 297 &&
	       needed * 297 >= fit->ratio * stretch;
}

static int64_t
badness_demerits(int64_t badness)
{
	return (LINE_PENALTY + badness) * (LINE_PENALTY + badness);
}

static int64_t
demerits_of(const struct fit *fit, const struct stop *from, size_t to, int penalty,
	const struct trial *trial)
{
	int64_t demerits = badness_demerits(trial->badness);
	bool flagged = to < fit->count && fit->atoms[to].flagged;

	if (penalty > 0)
		demerits += (int64_t)penalty * penalty;
	else if (penalty > PENALTY_ALWAYS)
		demerits -= (int64_t)penalty * penalty;
	if (flagged && from->flagged)
		demerits += DEMERITS_TWO_HYPHENS;
	if (trial->runt && from->previous)
		demerits += DEMERITS_RUNT;
	if (to == fit->count && from->flagged)
		demerits += DEMERITS_LAST_HYPHEN;
	if (trial->fitness > from->fitness + 1 || trial->fitness + 1 < from->fitness)
		demerits += DEMERITS_FITNESS;
	return demerits + from->demerits;
}

/* The best way to a break for each fitness. */
struct candidate {
	struct stop *from;
	int64_t demerits;
	bool overfull;
};

static void
candidate_offer(
	struct candidate *candidate, struct stop *from, int64_t demerits, bool overfull)
{
	if (candidate->from && candidate->demerits <= demerits)
		return;
	*candidate = (struct candidate){ from, demerits, overfull };
}

static struct stop *
stop_make(struct fit *fit, const struct candidate *candidate, size_t atom,
	enum fitness fitness)
{
	struct stop *stop = arena_make(fit->arena, struct stop);

	stop->atom = atom;
	stop->start = line_start(fit, atom);
	stop->fitness = fitness;
	stop->flagged = atom < fit->count && fit->atoms[atom].flagged;
	stop->overfull = candidate->overfull;
	stop->demerits = candidate->demerits;
	stop->previous = candidate->from;
	stop->line = candidate->from->line + 1;
	return stop;
}

/* Puts the best ways to a break in at a place of the list, one for each fitness, and
 * returns the place behind them. */
static struct stop **
stops_insert(struct fit *fit, struct candidate *best, size_t atom, struct stop **link)
{
	for (int i = 0; i <= FITNESS_VERY_LOOSE; i++) {
		struct stop *stop;

		if (!best[i].from)
			continue;
		stop = stop_make(fit, &best[i], atom, (enum fitness)i);
		stop->next = *link;
		*link = stop;
		link = &stop->next;
		best[i].from = NULL;
	}
	return link;
}

/* Whether less stands between a break and each stop than between it and those before in
 * the list: always, unless the list goes by lines or the first line is the shortest. */
static bool
is_ordered(const struct fit *fit)
{
	return !fit->measure->looseness && !fit->measure->first_indent;
}

/* Whether a break comes too soon for all stops, as most do. */
static bool
is_early(const struct fit *fit, size_t atom, int penalty)
{
	return atom < fit->count && penalty > PENALTY_ALWAYS && is_ordered(fit) &&
	       is_short(fit, fit->active, atom);
}

/* The place behind a stop that is too near, and behind those that are if it is. */
static struct stop **
stops_pass(const struct fit *fit, struct stop *stop)
{
	if (!is_ordered(fit))
		return &stop->next;
	while (stop->next)
		stop = stop->next;
	return &stop->next;
}

/* Tries the break at an atom from every active node; those that are too far away
 * are dropped, and new ones join at the end. */
static void
break_try(struct fit *fit, size_t atom, int penalty)
{
	struct candidate best[FITNESS_VERY_LOOSE + 1] = { 0 };
	struct stop **link = &fit->active;
	bool forced = atom == fit->count || penalty <= PENALTY_ALWAYS;
	int line = 0;

	while (*link) {
		struct stop *from = *link;
		struct trial trial;

		/* Ways of different length count apart: the list goes by lines. */
		if (fit->measure->looseness && from->line != line)
			link = stops_insert(fit, best, atom, link);
		line = from->line;
		if (!forced && is_short(fit, from, atom)) {
			link = stops_pass(fit, from);
			continue;
		}
		trial = line_judge(fit, from, atom);
		if (!trial.overfull && trial.badness <= fit->tolerance)
			candidate_offer(&best[trial.fitness], from,
				demerits_of(fit, from, atom, penalty, &trial), false);
		if (trial.overfull || forced) {
			*link = from->next;
			/* With nothing else left, a bad line is better than none. */
			if (fit->last_pass && !fit->active && !best[0].from &&
				!best[1].from && !best[2].from && !best[3].from)
				candidate_offer(&best[trial.fitness], from,
					from->demerits, trial.overfull);
			continue;
		}
		link = &from->next;
	}
	stops_insert(fit, best, atom, link);
}

/* Of all ways to the end the best one whose number of lines is nearest to what is
 * wanted beside that of the best (TeX, section 875). */
static struct stop *
loosest_find(struct fit *fit, struct stop *best)
{
	int wanted = best->line + fit->measure->looseness;
	struct stop *found = best;

	for (struct stop *stop = fit->active; stop; stop = stop->next) {
		int off =
			stop->line > wanted ? stop->line - wanted : wanted - stop->line;
		int found_off = found->line > wanted ? found->line - wanted
						     : wanted - found->line;

		if (off < found_off ||
			(off == found_off && stop->demerits < found->demerits))
			found = stop;
	}
	fit->missed = found->line != wanted;
	return found;
}

/* One pass over the paragraph: the last node of the best way, or NULL. */
static struct stop *
pass_run(struct fit *fit)
{
	struct stop *best = NULL;
	int penalty;

	fit->active = arena_make(fit->arena, struct stop);
	fit->active->fitness = FITNESS_DECENT;
	fit->active->first = true;
	for (size_t i = 0; i <= fit->count && fit->active; i++)
		if (break_legal(fit, i, &penalty) && !is_early(fit, i, penalty))
			break_try(fit, i, penalty);
	for (struct stop *stop = fit->active; stop; stop = stop->next)
		if (!best || stop->demerits < best->demerits)
			best = stop;
	return best && fit->measure->looseness ? loosest_find(fit, best) : best;
}

static struct line_break *
breaks_collect(struct arena *arena, const struct stop *last, size_t *ret_count)
{
	struct line_break *breaks;
	size_t count = 0;

	for (const struct stop *stop = last; stop->previous; stop = stop->previous)
		count++;
	breaks = arena_array(arena, struct line_break, count);
	*ret_count = count;
	for (const struct stop *stop = last; stop->previous; stop = stop->previous)
		breaks[--count] = (struct line_break){ stop->atom, stop->overfull };
	return breaks;
}

static struct fit
fit_begin(struct arena *arena, const struct atom *atoms, size_t count,
	const struct measure *measure)
{
	struct fit fit = { .arena = arena,
		.atoms = atoms,
		.count = count,
		.sums = sums_make(arena, atoms, count),
		.measure = measure };

	tolerance_set(&fit, BADNESS_FIRST_PASS);
	return fit;
}

struct line_break *
linebreak_fit_whole(struct arena *arena, const struct atom *atoms, size_t count,
	const struct measure *measure, size_t *ret_count)
{
	struct fit fit = fit_begin(arena, atoms, count, measure);
	struct stop *last = pass_run(&fit);

	return last && !fit.missed ? breaks_collect(arena, last, ret_count) : NULL;
}

/* With stretch lent to them most lines are tolerable.  Among such the best way is soon
 * found, and where it has less demerits than one line alone that is worse, no way with
 * such a line can be better. */
static struct stop *
last_pass_run(struct fit *fit)
{
	int64_t tolerance = fit->measure->tolerance;
	struct stop *best = NULL;

	fit->emergency = fit->measure->emergency;
	if (!fit->measure->looseness)
		best = pass_run(fit);
	if (best && best->demerits < badness_demerits(tolerance + 1))
		return best;
	tolerance_set(fit, BADNESS_WORST);
	fit->last_pass = true;
	return pass_run(fit);
}

struct line_break *
linebreak_fit(struct arena *arena, const struct atom *atoms, size_t count,
	const struct measure *measure, size_t *ret_count)
{
	struct fit fit = fit_begin(arena, atoms, count, measure);
	struct stop *last = measure->tried ? NULL : pass_run(&fit), *better = NULL;

	fit.hyphens = true;
	tolerance_set(&fit, measure->tolerance);
	if (!last || fit.missed)
		better = pass_run(&fit);
	last = better ? better : last;
	if (!last)
		last = last_pass_run(&fit);
	return breaks_collect(arena, last, ret_count);
}
