#include "paginate.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"

enum {
	COST_EMPTY = 100,
	COST_PAGE = 400,
	COST_SPLIT = 6000, /* a note that goes on on the next page */
	NOTE_LINES = 2,    /* so many of its lines stand on the page of its mark */
};

/* What is known at each item: all that stands above it, what the frames that are open
 * there need when a page ends or begins here, how that page lies, and how many notes
 * hang above it. */
struct spot {
	int64_t above;
	length padding, resumption;
	bool turned;
	size_t notes;
	int64_t cost;  /* of the best way to break here; -1: there is none */
	size_t before; /* where the page that ends here begins */
	size_t shown;  /* items of the foot that stand on the pages up to here */
};

struct paging {
	const struct flow *flow;
	const length *heights; /* of an upright page, of a turned one */
	struct spot *spots;
	int64_t *foot; /* what the items of the foot measure up to each */
};

static length
item_height(const struct flow_item *item)
{
	switch (item->kind) {
	case FLOW_LINE:
	case FLOW_SPACE:
	case FLOW_CLOSE:
		return item->height;
	case FLOW_OPEN_FRAME:
	case FLOW_CLOSE_FRAME:
		return item->frame->padding;
	case FLOW_MARK:
	case FLOW_TURN:
		break;
	}
	return 0;
}

static void
frames_measure(const struct frame *frame, struct spot *spot)
{
	for (; frame; frame = frame->outer) {
		spot->padding += frame->padding;
		spot->resumption += frame->padding + frame->head_height;
	}
}

static struct spot *
spots_make(const struct flow *flow)
{
	struct spot *spots =
		arena_array(flow->setting->scratch, struct spot, flow->count + 1);

	for (size_t i = 0; i < flow->count; i++) {
		const struct flow_item *item = &flow->items[i];

		frames_measure(item->within, &spots[i]);
		spots[i + 1].turned =
			item->kind == FLOW_TURN ? item->turned : spots[i].turned;
		spots[i + 1].notes = spots[i].notes + item->notes;
		spots[i + 1].above = spots[i].above + item_height(item);
		spots[i + 1].cost = -1;
	}
	return spots;
}

static int64_t *
foot_measure(const struct flow *flow)
{
	int64_t *foot =
		arena_array(flow->setting->scratch, int64_t, flow->foot_count + 1);

	for (size_t i = 0; i < flow->foot_count; i++)
		foot[i + 1] = foot[i] + flow->foot[i].height;
	return foot;
}

/* May a page end before this item, and at what cost? */
static bool
break_legal(const struct flow *flow, size_t index, int64_t *ret_cost)
{
	const struct flow_item *here = &flow->items[index];

	*ret_cost = 0;
	if (index == flow->count)
		return true;
	if (index == 0)
		return false;
	if (here->kind == FLOW_TURN)
		return true;
	*ret_cost = here->kind == FLOW_CLOSE ? FLOW_COST_NEVER : here->cost;
	if (here->kind == FLOW_SPACE || here->kind == FLOW_CLOSE)
		return true;
	*ret_cost = here[-1].cost;
	return here->kind == FLOW_LINE && here[-1].kind == FLOW_LINE;
}

/* White space at the top of a page vanishes. */
static size_t
page_start(const struct flow *flow, size_t index)
{
	while (index < flow->count && (flow->items[index].kind == FLOW_SPACE ||
					      flow->items[index].kind == FLOW_CLOSE ||
					      flow->items[index].kind == FLOW_TURN))
		index++;
	return index;
}

static int64_t
emptiness_cost(int64_t left, length height)
{
	int64_t tenths = left * 100 / height;

	return COST_PAGE + COST_EMPTY * tenths * tenths / 10;
}

/* How many items of the foot, counted from the start of all, fit into `room` if the
 * first of them is `from`; never more than `to`. */
static size_t
foot_fill(const struct paging *paging, size_t from, size_t to, int64_t room)
{
	int64_t most = paging->foot[from] + room - FLOW_FOOT_SPACE;
	size_t low = from, high = to;

	while (low < high) {
		size_t middle = (low + high + 1) / 2;

		if (paging->foot[middle] <= most)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* The notes of the lines before `to`, in items of the foot. */
static size_t
foot_owed(const struct paging *paging, size_t to)
{
	size_t notes = paging->spots[to].notes;

	return notes ? paging->flow->notes[notes - 1].to : 0;
}

/* The least that must stand on a page so that its last note begins there. */
static size_t
foot_least(const struct paging *paging, size_t from, size_t to)
{
	const struct footnote *last;

	if (paging->spots[from].notes == paging->spots[to].notes)
		return 0;
	last = &paging->flow->notes[paging->spots[to].notes - 1];
	return last->to - last->from < NOTE_LINES ? last->to : last->from + NOTE_LINES;
}

/* A page from one item to another. */
struct page_trial {
	int64_t least, used; /* without and with what frames need again */
	int64_t cost;
	size_t shown;
};

/* A page that cannot be, but for want of another, costs more than all others. */
static struct page_trial
page_try(const struct paging *paging, size_t from, size_t start, size_t to)
{
	const struct spot *spots = paging->spots, *end = &spots[to];
	length height = paging->heights[spots[start].turned];
	bool ends =
		to == paging->flow->count || paging->flow->items[to].kind == FLOW_TURN;
	size_t owed = foot_owed(paging, to), first = spots[from].shown;
	struct page_trial trial = { .cost = spots[from].cost, .shown = owed };

	trial.least = end->above - spots[start].above + end->padding;
	trial.used = trial.least + spots[start].resumption;
	if (owed > first) {
		trial.shown = foot_fill(paging, first, owed, height - trial.used);
		if (trial.shown > first)
			trial.used += FLOW_FOOT_SPACE + paging->foot[trial.shown] -
				      paging->foot[first];
		if (trial.shown < foot_least(paging, from, to))
			trial.cost += FLOW_COST_NEVER;
		else if (trial.shown < owed)
			trial.cost += COST_SPLIT;
	}
	if (trial.used > height)
		trial.cost += (int64_t)FLOW_COST_NEVER * 1000;
	else if (!ends)
		trial.cost += emptiness_cost(height - trial.used, height);
	return trial;
}

/* Finds the best page that ends before `to`. */
static void
page_choose(const struct paging *paging, size_t to, int64_t cost)
{
	const struct flow *flow = paging->flow;
	struct spot *spots = paging->spots, *end = &spots[to];
	bool found = false;

	for (size_t from = to; from-- > 0;) {
		size_t start = page_start(flow, from);
		bool turns = flow->items[from].kind == FLOW_TURN;
		length height = paging->heights[spots[start].turned];
		struct page_trial trial;

		/* No page lies both ways. */
		if (turns && start >= to)
			break;
		if (spots[from].cost < 0 || start >= to)
			continue;
		trial = page_try(paging, from, start, to);
		/* What is taller than a page stands alone on it. */
		if (trial.least > height && found)
			break;
		if (!found || trial.cost + cost < end->cost) {
			end->cost = trial.cost + cost;
			end->before = from;
			end->shown = trial.shown;
		}
		found = true;
		if (trial.least > height || turns)
			break;
	}
}

/* Notes that are left when the text has ended get pages of their own. */
static size_t
pages_after(const struct paging *paging, struct sheet *sheets)
{
	const struct flow *flow = paging->flow;
	size_t shown = paging->spots[flow->count].shown, count = 0;

	while (shown < flow->foot_count) {
		size_t next =
			foot_fill(paging, shown, flow->foot_count, paging->heights[0]);

		next += next == shown;
		if (sheets)
			sheets[count] = (struct sheet){ flow->count, flow->count, false,
				shown, next };
		shown = next;
		count++;
	}
	return count;
}

static struct sheet *
sheets_collect(const struct paging *paging, size_t *ret_count)
{
	const struct flow *flow = paging->flow;
	const struct spot *spots = paging->spots;
	size_t count = 0, after = pages_after(paging, NULL);
	struct sheet *sheets;

	for (size_t at = flow->count; at; at = spots[at].before)
		count++;
	sheets = arena_array(flow->setting->scratch, struct sheet, count + after + 1);
	*ret_count = count + after ? count + after : 1;
	pages_after(paging, sheets + count);
	for (size_t at = flow->count; at; at = spots[at].before) {
		size_t start = page_start(flow, spots[at].before);

		sheets[--count] = (struct sheet){ start, at, spots[start].turned,
			spots[spots[at].before].shown, spots[at].shown };
	}
	return sheets;
}

struct sheet *
paginate(
	const struct flow *flow, length height, length turned_height, size_t *ret_count)
{
	const length heights[2] = { height, turned_height };
	const struct paging paging = { flow, heights, spots_make(flow),
		foot_measure(flow) };
	int64_t cost;

	for (size_t i = 1; i <= flow->count; i++)
		if (break_legal(flow, i, &cost))
			page_choose(&paging, i, cost);
	return sheets_collect(&paging, ret_count);
}
