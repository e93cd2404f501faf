#include "base/arena.h"
#include "layout/flow/column.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"

/* The flow's own items while those of a float are added. */
struct aside {
	struct flow_item *items;
	size_t count, room;
	bool free;
};

static bool
is_space(const struct flow_item *item)
{
	return item->kind == FLOW_SPACE || item->kind == FLOW_CLOSE;
}

void
flow_float_open(struct flow *flow, const struct column *column)
{
	struct aside *aside = arena_make(flow->setting->scratch, struct aside);

	*aside = (struct aside){ flow->items, flow->count, flow->room, column->free };
	flow->items = NULL;
	flow->count = flow->room = 0;
	flow->aside = aside;
}

/* Puts items where they would stand had there been no float. */
static void
stay(struct flow *flow, const struct flow_item *items, size_t count)
{
	size_t first = flow->count;

	for (size_t i = 0; i < count; i++) {
		const struct flow_item *item = &items[i];

		if (is_space(item))
			flow_space(flow, item->height, item->kind == FLOW_CLOSE);
		else
			*flow_add(flow, item->kind) = *item;
	}
	flow_together(flow, first);
}

void
flow_float_close(struct flow *flow, struct place at)
{
	struct aside *aside = flow->aside;
	const struct flow_item *items = flow->items;
	size_t count = flow->count;

	flow->items = aside->items;
	flow->count = aside->count;
	flow->room = aside->room;
	flow->aside = NULL;
	(void)at;
	stay(flow, items, count);
}
