#include "balance.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/pages/paging.h"
#include "layout/setting.h"

void
balance_open(struct paging *paging, size_t open)
{
	const struct flow *flow = paging->flow;

	paging->passages = arena_room(flow->setting->rough, paging->passages,
		paging->passage_count, &paging->passage_room, sizeof *paging->passages);
	paging->passages[paging->passage_count++] = (struct passage){ .open = open,
		.columns = flow->items[open].columns->count };
}

/* The last item up to `to` before which a column from `start` of that height may end.
 */
static size_t
column_fill(const struct spot *spots, size_t start, size_t to, int64_t height)
{
	int64_t most = spots[start].above - spots[start].resumption + height;
	size_t low = start, high = to;

	while (low < high) {
		size_t middle = (low + high + 1) / 2;

		if (spots[middle].above + spots[middle].padding <= most)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* How high a column must be to hold one item more than those up to `last`. */
static int64_t
column_taller(const struct spot *spots, size_t start, size_t last)
{
	const struct spot *next = &spots[last + 1];

	return next->above + next->padding - spots[start].above +
	       spots[start].resumption;
}

/* Fills columns of that height one after the other.  Returns 0, or the next height that
 * makes a difference where that is too little. */
static int64_t
columns_fill(const struct paging *paging, const struct passage *passage, size_t start,
	size_t to, int64_t height, size_t *ret_ends)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0;; i++) {
		bool last = i + 1 == passage->columns;
		size_t end = to;

		start = break_after(paging->flow, start);
		if (start < to)
			end = column_fill(paging->spots, start, to, height);
		if (end < to) {
			const struct stop *stop = &passage->stops[end - passage->open];
			int64_t taller = column_taller(paging->spots, start, end);

			next = taller < next ? taller : next;
			end = stop->good > start ? stop->good : stop->any;
			start = end > start ? end : start;
		} else {
			for (; i + 1 < passage->columns; i++)
				ret_ends[i] = to;
			return 0;
		}
		if (last)
			return next;
		ret_ends[i] = start;
	}
}

int64_t
balance_height(const struct paging *paging, const struct passage *passage, size_t start,
	size_t to, int64_t least)
{
	const struct spot *spots = paging->spots;
	int64_t columns = (int64_t)passage->columns, height = least, next;
	int64_t low = (spots[to].above - spots[start].above) * 7 / (8 * columns);
	size_t ends[FLOW_COLUMNS_MOST];

	if (start >= to)
		return 0;
	if (height < low)
		height = low;
	while ((next = columns_fill(paging, passage, start, to, height, ends)) != 0)
		height = next;
	return height;
}

void
balance_ends(const struct paging *paging, const struct passage *passage, size_t start,
	size_t to, size_t *ret_ends)
{
	int64_t height = balance_height(paging, passage, start, to, 0);

	columns_fill(paging, passage, start, to, height, ret_ends);
}

/* Where columns may end. */
static void
stops_find(const struct flow *flow, struct passage *passage)
{
	struct stop *stops = passage->stops;

	for (size_t i = passage->open + 1; i <= passage->close; i++) {
		struct stop *stop = &stops[i - passage->open];
		int64_t cost;

		*stop = stop[-1];
		if (i == passage->open + 1 || !break_legal(flow, i, &cost))
			continue;
		stop->any = (uint32_t)i;
		if (cost < FLOW_COST_TOGETHER)
			stop->good = (uint32_t)i;
	}
}

/* What is higher than any page need not be known more exactly. */
static void
tails_measure(const struct paging *paging, struct passage *passage)
{
	int64_t most =
		2LL * (paging->heights[0] > paging->heights[1] ? paging->heights[0]
							       : paging->heights[1]);
	int64_t tail = 0;

	for (size_t i = passage->close; i > passage->open; i--) {
		if (tail <= most)
			tail = balance_height(paging, passage,
				break_after(paging->flow, i), passage->close, tail);
		passage->stops[i - passage->open].tail = tail;
	}
	passage->stops[0].tail = tail;
}

void
balance_close(struct paging *paging, size_t close)
{
	struct passage *passage = &paging->passages[paging->passage_count - 1];

	passage->close = close;
	passage->stops = arena_array(
		paging->flow->setting->rough, struct stop, close - passage->open + 1);
	stops_find(paging->flow, passage);
	tails_measure(paging, passage);
}
