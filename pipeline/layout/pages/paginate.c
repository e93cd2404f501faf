#include "paginate.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"

enum { COST_EMPTY = 100, COST_PAGE = 400 };

/* What is known at each item: all that stands above it, what the frames that are open
 * there need when a page ends or begins here, and how that page lies. */
struct spot {
	int64_t above;
	length padding, resumption;
	bool turned;
	int64_t cost;  /* of the best way to break here; -1: there is none */
	size_t before; /* where the page that ends here begins */
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
		frames_measure(flow->items[i].within, &spots[i]);
		spots[i + 1].turned = flow->items[i].kind == FLOW_TURN
					      ? flow->items[i].turned
					      : spots[i].turned;
		spots[i + 1].above = spots[i].above + item_height(&flow->items[i]);
		spots[i + 1].cost = -1;
	}
	return spots;
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
	if (here->kind == FLOW_CLOSE)
		*ret_cost = FLOW_COST_NEVER;
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

/* Finds the best page that ends before `to`. */
static void
page_choose(const struct flow *flow, struct spot *spots, size_t to, int64_t cost,
	const length heights[2])
{
	struct spot *end = &spots[to];
	bool ends = to == flow->count || flow->items[to].kind == FLOW_TURN;
	bool found = false;

	for (size_t from = to; from-- > 0;) {
		size_t start = page_start(flow, from);
		bool first = flow->items[from].kind == FLOW_TURN;
		length height = heights[spots[start].turned];
		int64_t least, used, total;

		/* No page lies both ways. */
		if (first && start >= to)
			break;
		if (spots[from].cost < 0 || start >= to)
			continue;
		/* A page that begins before a frame needs none of its heads. */
		least = end->above - spots[start].above + end->padding;
		used = least + spots[start].resumption;
		/* What is taller than a page stands alone on it. */
		if (least > height && found)
			break;
		total = spots[from].cost + cost;
		if (used > height)
			total += (int64_t)FLOW_COST_NEVER * 1000;
		else if (!ends)
			total += emptiness_cost(height - used, height);
		if (!found || total < end->cost) {
			end->cost = total;
			end->before = from;
		}
		found = true;
		if (least > height || first)
			break;
	}
}

struct sheet *
paginate(
	const struct flow *flow, length height, length turned_height, size_t *ret_count)
{
	const length heights[2] = { height, turned_height };
	struct spot *spots = spots_make(flow);
	struct sheet *sheets;
	size_t count = 0;
	int64_t cost;

	for (size_t i = 1; i <= flow->count; i++)
		if (break_legal(flow, i, &cost))
			page_choose(flow, spots, i, cost, heights);
	for (size_t at = flow->count; at; at = spots[at].before)
		count++;
	sheets = arena_array(flow->setting->scratch, struct sheet, count ? count : 1);
	*ret_count = count ? count : 1;
	for (size_t at = flow->count; at; at = spots[at].before) {
		size_t start = page_start(flow, spots[at].before);

		sheets[--count] = (struct sheet){ start, at, spots[start].turned };
	}
	return sheets;
}
