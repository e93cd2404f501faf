#include "afloat.h"

#include "layout/flow/flow.h"
#include "layout/pages/paging.h"

enum {
	COST_LATE = 3000,   /* a float that comes a page later */
	COST_BEYOND = 6000, /* one that comes after the next large heading */
};

int64_t
afloat_height(const struct paging *paging, size_t first, size_t end)
{
	return paging->afloat[end] - paging->afloat[first];
}

size_t
afloat_page(const struct paging *paging, size_t first, size_t end, int64_t *ret_left)
{
	int64_t room = paging->heights[0] + FLOW_FLOAT_SPACE;
	size_t at = first + 1;

	while (at < end && afloat_height(paging, first, at + 1) <= room)
		at++;
	*ret_left = room - afloat_height(paging, first, at);
	return at;
}

int64_t
afloat_cost(const struct paging *paging, size_t first, size_t to)
{
	size_t end = paging->spots[to].floats;

	if (first == end)
		return 0;
	return (int64_t)(end - first) * COST_LATE +
	       (paging->ends[first] < to ? COST_BEYOND : 0);
}

/* Does the page begin with a heading, or the section?  Nothing stands above those. */
static bool
is_headed(const struct paging *paging, size_t start)
{
	const struct flow_item *item = &paging->flow->items[start];

	return break_after(paging->flow, 0) == start ||
	       (item->kind == FLOW_MARK && item->mark.heading);
}

/* What was said on an earlier page has the top; what is said on this one too if it is
 * said in the page's first half. */
size_t
afloat_tops(
	const struct paging *paging, size_t first, size_t end, size_t start, size_t to)
{
	const struct spot *spots = paging->spots;
	size_t tops = first;

	if (start == to || spots[start].above == spots[to].above)
		return end;
	while (tops < end && paging->anchors[tops] < start)
		tops++;
	if (is_headed(paging, start))
		return tops;
	while (tops < end &&
		2 * (spots[paging->anchors[tops]].above - spots[start].above) <
			paging->heights[0])
		tops++;
	return tops;
}
