#include "base/arena.h"
#include "layout/flow/column.h"
#include "layout/flow/flow.h"
#include "layout/setting.h"
#include "model/style.h"

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

/* The items less the spaces at their ends, which are the page's to make. */
static struct floating
floating_make(struct flow_item *items, size_t count)
{
	struct floating floating = { 0 };

	while (count && is_space(&items[count - 1]))
		count--;
	while (count && is_space(items))
		items++, count--;
	floating.items = items;
	floating.count = count;
	for (size_t i = 0; i < count; i++)
		floating.height += flow_height(&items[i]);
	return floating;
}

/* What a float hangs on: the last item that does not vanish. */
static struct flow_item *
hook_find(struct flow *flow)
{
	for (size_t i = flow->count; i > 0; i--)
		if (!is_space(&flow->items[i - 1]) &&
			flow->items[i - 1].kind != FLOW_TURN)
			return &flow->items[i - 1];
	return flow_add(flow, FLOW_MARK);
}

static bool
has_notes(const struct flow_item *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].notes)
			return true;
	return false;
}

/* What no page can hold and has heads that stand again is divided like a table. */
static bool
is_divided(const struct flow *flow, const struct floating *floating)
{
	const struct style *style = flow->setting->style;

	if (floating->height <= style->height - style->top - style->bottom)
		return false;
	for (size_t i = 0; i < floating->count; i++)
		if (floating->items[i].kind == FLOW_OPEN_FRAME)
			return true;
	return false;
}

void
flow_float_close(struct flow *flow, struct place at)
{
	struct aside *aside = flow->aside;
	struct flow_item *items = flow->items;
	size_t count = flow->count;
	struct floating floating;

	flow->items = aside->items;
	flow->count = aside->count;
	flow->room = aside->room;
	flow->aside = NULL;
	floating = floating_make(items, count);
	if (!aside->free || has_notes(items, count) || is_divided(flow, &floating)) {
		stay(flow, items, count);
		return;
	}
	floating.at = at;
	flow->floats = arena_room(flow->setting->scratch, flow->floats,
		flow->float_count, &flow->float_room, sizeof floating);
	flow->floats[flow->float_count++] = floating;
	hook_find(flow)->floats++;
}
