#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/pages/balance.h"
#include "layout/pages/paging.h"
#include "layout/setting.h"
#include "model/document.h"

enum { LARGE_LEVEL = 2 }; /* floats come before headings of that level */

bool
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

size_t
break_after(const struct flow *flow, size_t index)
{
	while (index < flow->count && (flow->items[index].kind == FLOW_SPACE ||
					      flow->items[index].kind == FLOW_CLOSE ||
					      flow->items[index].kind == FLOW_TURN))
		index++;
	return index;
}

static void
frames_measure(const struct frame *frame, struct spot *spot)
{
	for (; frame; frame = frame->outer) {
		spot->padding += frame->padding;
		spot->resumption += frame->padding + frame->head_height;
	}
}

static bool
is_large(const struct flow_item *item)
{
	return item->kind == FLOW_MARK && item->mark.heading &&
	       item->mark.heading->heading.level <= LARGE_LEVEL;
}

/* What hangs on an item, and which floats come before a heading. */
static void
floats_measure(struct paging *paging, size_t at, size_t *ended)
{
	const struct spot *spot = &paging->spots[at];

	if (is_large(&paging->flow->items[at]))
		for (; *ended < spot->floats; ++*ended)
			paging->ends[*ended] = at;
	for (size_t i = spot->floats; i < spot[1].floats; i++)
		paging->anchors[i] = at;
}

static void
spots_fill(struct paging *paging)
{
	const struct flow *flow = paging->flow;
	struct spot *spots = paging->spots;
	uint32_t within = 0;
	size_t ended = 0;

	for (size_t i = 0; i < flow->count; i++) {
		const struct flow_item *item = &flow->items[i];
		struct spot *next = &spots[i + 1];

		frames_measure(item->within, &spots[i]);
		if (paging->resumption < spots[i].resumption)
			paging->resumption = spots[i].resumption;
		if (item->kind == FLOW_OPEN_COLUMNS || item->kind == FLOW_TURN)
			paging->is_plain = false;
		next->turned = item->kind == FLOW_TURN ? item->turned : spots[i].turned;
		next->notes = spots[i].notes + (uint32_t)item->notes;
		next->floats = spots[i].floats + (uint32_t)item->floats;
		next->above = spots[i].above + flow_height(item);
		floats_measure(paging, i, &ended);
		if (item->kind == FLOW_OPEN_COLUMNS) {
			balance_open(paging, i);
			within = (uint32_t)paging->passage_count;
		} else if (item->kind == FLOW_CLOSE_COLUMNS && within) {
			const struct passage *passage = &paging->passages[within - 1];

			balance_close(paging, i);
			next->above =
				spots[passage->open].above + passage->stops[0].tail;
			within = 0;
		}
		next->passage = within;
	}
	for (; ended < flow->float_count; ended++)
		paging->ends[ended] = flow->count;
}

struct paging
paging_make(const struct flow *flow, const length *heights)
{
	struct arena *arena = flow->setting->rough;
	struct paging paging = { .flow = flow,
		.heights = heights,
		.spots = arena_array(arena, struct spot, flow->count + 1),
		.foot = arena_array(arena, int64_t, flow->foot_count + 1),
		.afloat = arena_array(arena, int64_t, flow->float_count + 1),
		.anchors = arena_array(arena, size_t, flow->float_count + 1),
		.ends = arena_array(arena, size_t, flow->float_count + 1) };

	for (size_t i = 0; i < flow->foot_count; i++)
		paging.foot[i + 1] = paging.foot[i] + flow->foot[i].height;
	for (size_t i = 0; i < flow->float_count; i++)
		paging.afloat[i + 1] =
			paging.afloat[i] + flow->floats[i].height + FLOW_FLOAT_SPACE;
	paging.is_plain = flow->note_count == 0 && flow->float_count == 0;
	spots_fill(&paging);
	return paging;
}

/* From where columns end, or from an item that stands in none. */
static int64_t
height_from(const struct paging *paging, size_t start, size_t *ret_after)
{
	const struct spot *spot = &paging->spots[start];
	const struct passage *passage;

	*ret_after = start;
	if (!spot->passage)
		return 0;
	passage = &paging->passages[spot->passage - 1];
	*ret_after = passage->close + 1;
	return passage->stops[start - passage->open].tail;
}

int64_t
paging_height(struct paging *paging, size_t start, size_t to, length *ret_again)
{
	const struct spot *spots = paging->spots, *end = &spots[to];
	const struct passage *passage;
	int64_t height;
	size_t after, first;

	*ret_again = spots[start].passage ? 0 : spots[start].resumption;
	if (!end->passage)
		return height_from(paging, start, &after) + end->above -
		       spots[after].above + end->padding;
	passage = &paging->passages[end->passage - 1];
	first = start > passage->open ? start : passage->open + 1;
	paging->balanced = balance_height(paging, passage,
		break_after(paging->flow, first), to, paging->balanced);
	if (first == start)
		return paging->balanced;
	height = height_from(paging, start, &after);
	return height + paging->balanced + spots[passage->open].above -
	       spots[after].above;
}
