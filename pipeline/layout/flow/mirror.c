#include "mirror.h"

#include "layout/flow/flow.h"
#include "model/pages.h"

static length
item_width(const struct item *item)
{
	length width = 0;

	switch (item->kind) {
	case ITEM_GLYPHS:
		for (size_t i = 0; i < item->run.count; i++)
			width += item->run.glyphs[i].advance;
		break;
	case ITEM_RULE:
		width = item->rule.width;
		break;
	case ITEM_IMAGE:
		width = item->image.width;
		break;
	case ITEM_LINK:
		width = item->link.width;
		break;
	case ITEM_PATH:
		break;
	}
	return width;
}

void
mirror_items(struct item *items, size_t count, length left, length width)
{
	for (size_t i = 0; i < count; i++) {
		items[i].x = 2 * left + width - items[i].x - item_width(&items[i]);
		if (items[i].kind == ITEM_PATH)
			items[i].path.turned = !items[i].path.turned;
	}
}

static void
flow_items_mirror(struct flow_item *items, size_t count, length left, length width)
{
	for (size_t i = 0; i < count; i++) {
		struct flow_item *item = &items[i];

		mirror_items(item->items, item->count, left, width);
		if (item->kind == FLOW_OPEN_COLUMNS)
			item->columns->step = -item->columns->step;
		if (item->kind != FLOW_OPEN_FRAME)
			continue;
		item->frame->left =
			2 * left + width - item->frame->left - item->frame->width;
		item->frame->turned = !item->frame->turned;
	}
}

void
mirror_flow(struct flow *flow, size_t first, size_t floats, length left, length width)
{
	flow_items_mirror(&flow->items[first], flow->count - first, left, width);
	for (size_t i = floats; i < flow->float_count; i++)
		flow_items_mirror(
			flow->floats[i].items, flow->floats[i].count, left, width);
}
