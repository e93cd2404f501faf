#include "linegrid.h"

#include <stdint.h>

#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/style.h"

static length
missing_of(int64_t y, length grid)
{
	return (length)((grid - y % grid) % grid);
}

void
linegrid_settle(struct flow *flow)
{
	length grid = flow->setting->style->grid;
	int64_t y = 0;

	if (grid <= 0)
		return;
	for (size_t i = 0; i < flow->count; i++) {
		struct flow_item *item = &flow->items[i];

		y += flow_height(item);
		if (!flow_is_between(item))
			continue;
		item->height += missing_of(y, grid);
		y = 0;
	}
	for (size_t i = 0; i < flow->float_count; i++) {
		length *height = &flow->floats[i].height;

		*height += missing_of(*height + FLOW_FLOAT_SPACE, grid);
	}
}

length
linegrid_pull(const struct style *style, const struct flow_item *item, length y)
{
	if (style->grid <= 0 || y < 0 || !flow_is_between(item) ||
		y % style->grid > item->height)
		return 0;
	return y % style->grid;
}

length
linegrid_below(const struct style *style, length y)
{
	return style->grid <= 0 || y < 0 ? y : y + missing_of(y, style->grid);
}
