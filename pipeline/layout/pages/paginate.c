#include "paginate.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/pages/afloat.h"
#include "layout/pages/foot.h"
#include "layout/pages/paging.h"
#include "layout/pages/sheet.h"
#include "layout/setting.h"
#include "model/style.h"

enum {
	COST_EMPTY = 100,
	COST_PAGE = 400,
	COST_SPLIT = 6000, /* a note that goes on on the next page */
	COST_THIN = 8000,  /* a page of floats with a few lines of text */
	COST_BARE = 3000,  /* a page of floats without text */
	COST_STUB = 5000,  /* a few lines alone on the last page */
	STUB_LINES = 3,
	STUB_PARTS = 8, /* or less than one of so many of it */
	THIN_LINES = 5,
	SCANT_PARTS = 3, /* a page of which one of so many is empty */
	WAYS = 6,        /* that are kept at each break */
	BARE_MOST = 4,   /* pages of floats in a row, but for the end */
};

/* The best ways to break at one place, each with another number of floats out. */
struct ways {
	struct state items[WAYS];
	size_t count;
};

/* A page that is tried. */
struct trial {
	size_t from, start, to;
	length height; /* of its text block */
	length again;  /* for frames that go on */
	int64_t least; /* of its text, without that */
	bool ends;     /* nothing needs to fill it */
	size_t owed;   /* items of the foot up to its end */
};

static int64_t
emptiness_cost(int64_t left, length height)
{
	int64_t tenths = left * 100 / height;

	return COST_PAGE + COST_EMPTY * tenths * tenths / 10;
}

/* Is there one that costs no more and has no fewer floats to put out? */
static bool
ways_beat(const struct ways *ways, int64_t cost, size_t floats)
{
	for (size_t i = 0; i < ways->count; i++)
		if (ways->items[i].cost <= cost && ways->items[i].floats >= floats)
			return true;
	return false;
}

/* Keeps the cheaper way of two with as many floats, and of all the cheapest. */
static void
ways_offer(struct ways *ways, const struct state *way)
{
	size_t worst = 0;

	if (ways_beat(ways, way->cost, way->floats))
		return;
	for (size_t i = 0; i < ways->count; i++) {
		if (ways->items[i].floats == way->floats) {
			ways->items[i] = *way;
			return;
		}
		if (ways->items[i].cost > ways->items[worst].cost)
			worst = i;
	}
	if (ways->count < WAYS)
		ways->items[ways->count++] = *way;
	else if (way->cost < ways->items[worst].cost)
		ways->items[worst] = *way;
}

static struct trial
trial_make(struct paging *paging, size_t from, size_t start, size_t to)
{
	const struct flow *flow = paging->flow;
	struct trial trial = { from, start, to,
		paging->heights[paging->spots[start].turned], 0, 0,
		to == flow->count || flow->items[to].kind == FLOW_TURN,
		foot_owed(paging, to) };

	trial.least = paging_height(paging, start, to, &trial.again);
	return trial;
}

/* What stands on the page beside its text: notes, as far as there is room for them. */
static int64_t
notes_try(const struct paging *paging, const struct trial *trial, int64_t *used,
	struct state *way)
{
	size_t owed = trial->owed, first = way->shown;

	way->shown = (uint32_t)owed;
	if (owed <= first)
		return 0;
	way->shown = (uint32_t)foot_fill(paging, first, owed, trial->height - *used);
	if (way->shown > first)
		*used += FLOW_FOOT_SPACE + paging->foot[way->shown] -
			 paging->foot[first];
	if (way->shown < foot_least(paging, trial->from, trial->to))
		return FLOW_COST_NEVER;
	return way->shown < owed ? COST_SPLIT : 0;
}

static bool
is_stub(const struct trial *trial, length leading)
{
	return trial->least < STUB_LINES * leading ||
	       trial->least < trial->height / STUB_PARTS;
}

/* What so little text costs. */
static int
little_cost(const struct paging *paging, const struct trial *trial, bool floats)
{
	length leading = paging->flow->setting->style->blocks[STYLE_TEXT].leading;
	bool last = trial->to == paging->flow->count;

	if (floats)
		return !trial->ends && trial->least < THIN_LINES * leading ? COST_THIN
									   : 0;
	return last && trial->from && is_stub(trial, leading) ? COST_STUB : 0;
}

/* The page with so many floats on it.  One that cannot be, but for want of another,
 * costs more than all others. */
static struct state
way_try(const struct paging *paging, const struct trial *trial, uint32_t prior,
	size_t floats)
{
	const struct state *before = &paging->states[prior];
	struct state way = *before;
	int64_t used = trial->least + trial->again +
		       afloat_height(paging, before->floats, floats);

	way.at = (uint32_t)trial->to;
	way.prior = prior;
	way.floats = (uint32_t)floats;
	way.cost += notes_try(paging, trial, &used, &way);
	way.cost += afloat_cost(paging, floats, trial->to);
	way.cost += little_cost(paging, trial, floats > before->floats);
	if (used > trial->height)
		way.cost += (int64_t)FLOW_COST_NEVER * 1000;
	else if (!trial->ends)
		way.cost += emptiness_cost(trial->height - used, trial->height);
	return way;
}

/* The page after each way to break before it, with none, one, two … floats. */
static void
ways_try(const struct paging *paging, const struct trial *trial, int64_t cost,
	struct ways *ways)
{
	const struct spot *from = &paging->spots[trial->from];
	size_t most = paging->spots[trial->to].floats;
	int64_t room = trial->height - trial->least - trial->again;

	if (paging->spots[trial->start].turned)
		room = 0;
	for (uint32_t i = from->state; i < from->state + from->state_count; i++) {
		size_t first = paging->states[i].floats;

		for (size_t floats = first; floats <= most; floats++) {
			struct state way;

			if (floats > first &&
				afloat_height(paging, first, floats) > room)
				break;
			if (ways_beat(ways, paging->states[i].cost + cost, floats))
				continue;
			way = way_try(paging, trial, i, floats);
			way.cost += cost;
			ways_offer(ways, &way);
		}
	}
}

/* Tries the pages that end before `to` and begin before `limit`, the shortest first. */
static void
pages_try(
	struct paging *paging, size_t limit, size_t to, int64_t cost, struct ways *ways)
{
	const struct flow *flow = paging->flow;
	const struct spot *spots = paging->spots;

	paging->balanced = 0;
	for (size_t from = limit; from-- > 0;) {
		size_t start = break_after(flow, from);
		bool turns = flow->items[from].kind == FLOW_TURN;
		struct trial trial;

		/* No page lies both ways. */
		if (turns && start >= to)
			break;
		if (spots[from].state_count == 0 || start >= to)
			continue;
		trial = trial_make(paging, from, start, to);
		/* What is taller than a page stands alone on it. */
		if (trial.least > trial.height && (ways->count || limit < to))
			break;
		ways_try(paging, &trial, cost, ways);
		if (trial.least > trial.height || turns)
			break;
	}
}

/* The first item after which a page up to `to` would be scant; `to` where there is no
 * telling, since notes, floats or columns may fill it. */
static size_t
scant_begin(const struct paging *paging, size_t to)
{
	const struct spot *spots = paging->spots;
	int64_t enough = paging->heights[0] - paging->heights[0] / SCANT_PARTS;
	size_t from = to;

	if (!paging->is_plain)
		return to;
	while (from > 0 && spots[to].above - spots[from - 1].above < enough)
		from--;
	return from;
}

/* What a scant page costs at least, with all before it. */
static int64_t
scant_cost(const struct paging *paging, size_t scant, size_t to)
{
	const struct spot *spots = paging->spots;
	int64_t left = paging->heights[0] / SCANT_PARTS - spots[to].padding -
		       paging->resumption;
	int64_t least = INT64_MAX;

	while (scant < to && spots[scant].state_count == 0)
		scant++;
	if (left <= 0 || to == paging->flow->count)
		return 0;
	if (scant == to)
		return least;
	for (size_t i = spots[scant].state; i < paging->state_count; i++)
		if (paging->states[i].cost < least)
			least = paging->states[i].cost;
	return least + emptiness_cost(left, paging->heights[0]);
}

/* Finds the best pages that end before `to`.  Scant ones are not tried where another is
 * better than any of them can be. */
static void
pages_choose(struct paging *paging, size_t to, int64_t cost, struct ways *ways)
{
	size_t scant = scant_begin(paging, to);

	if (scant < to) {
		pages_try(paging, scant, to, cost, ways);
		if (ways->count &&
			ways->items[0].cost - cost < scant_cost(paging, scant, to))
			return;
		ways->count = 0;
	}
	pages_try(paging, to, to, cost, ways);
}

static uint32_t
state_add(struct paging *paging, struct state state)
{
	paging->states = arena_room(paging->flow->setting->rough, paging->states,
		paging->state_count, &paging->state_room, sizeof state);
	paging->states[paging->state_count] = state;
	return (uint32_t)paging->state_count++;
}

/* Pages of floats alone after a state; at the end of the flow as many as it takes. */
static void
bare_try(const struct paging *paging, uint32_t prior, struct ways *ways)
{
	struct state way = paging->states[prior];
	bool last = way.at == paging->flow->count;
	size_t end = paging->spots[way.at].floats;
	int64_t left;

	way.prior = prior;
	for (int i = 0; way.floats < end && (last || i < BARE_MOST); i++) {
		way.floats = (uint32_t)afloat_page(paging, way.floats, end, &left);
		way.cost += COST_BARE + afloat_cost(paging, way.floats, way.at);
		if (left > 0 && !(last && way.floats == end))
			way.cost += emptiness_cost(left, paging->heights[0]);
		if (!last || way.floats == end)
			ways_offer(ways, &way);
	}
}

/* Is there another that is better in both? */
static bool
ways_outdo(const struct ways *ways, const struct state *way)
{
	for (size_t i = 0; i < ways->count; i++)
		if (ways->items[i].cost <= way->cost &&
			ways->items[i].floats > way->floats)
			return true;
	return false;
}

/* Keeps what was found before an item: pages that end with text, then those that end
 * with floats alone. */
static void
spot_keep(struct paging *paging, size_t at, const struct ways *text)
{
	struct spot *spot = &paging->spots[at];
	struct ways bare = { .count = 0 };

	spot->state = (uint32_t)paging->state_count;
	for (size_t i = 0; i < text->count; i++)
		if (!ways_outdo(text, &text->items[i]))
			state_add(paging, text->items[i]);
	spot->state_count = (uint32_t)paging->state_count - spot->state;
	for (uint32_t i = 0; i < spot->state_count; i++)
		bare_try(paging, spot->state + i, &bare);
	for (size_t i = 0; i < bare.count; i++)
		if (!ways_beat(text, bare.items[i].cost, bare.items[i].floats))
			state_add(paging, bare.items[i]);
	spot->state_count = (uint32_t)paging->state_count - spot->state;
}

/* The best of the states in which all floats are out. */
static const struct state *
state_last(const struct paging *paging)
{
	const struct spot *spot = &paging->spots[paging->flow->count];
	const struct state *best = NULL;

	for (uint32_t i = spot->state; i < spot->state + spot->state_count; i++) {
		const struct state *state = &paging->states[i];

		if (state->floats == spot->floats &&
			(!best || state->cost < best->cost))
			best = state;
	}
	return best;
}

struct sheet *
paginate(
	const struct flow *flow, length height, length turned_height, size_t *ret_count)
{
	const length heights[2] = { height, turned_height };
	struct paging paging = paging_make(flow, heights);
	int64_t cost;

	state_add(&paging, (struct state){ 0 });
	paging.spots[0].state_count = 1;
	for (size_t i = 1; i <= flow->count; i++) {
		struct ways ways = { .count = 0 };

		if (!break_legal(flow, i, &cost))
			continue;
		pages_choose(&paging, i, cost, &ways);
		spot_keep(&paging, i, &ways);
	}
	return sheets_collect(&paging, state_last(&paging), ret_count);
}
