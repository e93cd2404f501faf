#include "flow.h"

#include "base/arena.h"
#include "layout/flow/note.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "model/pages.h"
#include "model/style.h"

/* Beside a line stands what is marked of its block; that something is gone is said
 * once.
 */
static void
change_take(struct flow *flow, struct flow_item *line)
{
	line->change = flow->change;
	flow->change.tag = 0;
	if (flow->change.what == CHANGE_GAP)
		flow->change.what = CHANGE_NONE;
}

struct flow_item *
flow_add(struct flow *flow, enum flow_kind kind)
{
	struct flow_item *item;

	flow->items = arena_room(flow->setting->scratch, flow->items, flow->count,
		&flow->room, sizeof *flow->items);
	item = &flow->items[flow->count++];
	*item = (struct flow_item){ .kind = kind, .within = flow->frame };
	if (kind == FLOW_LINE)
		change_take(flow, item);
	return item;
}

length
flow_height(const struct flow_item *item)
{
	switch (item->kind) {
	case FLOW_LINE:
	case FLOW_SPACE:
	case FLOW_CLOSE:
		return item->height;
	case FLOW_OPEN_FRAME:
	case FLOW_CLOSE_FRAME:
		return item->frame->padding;
	case FLOW_OPEN_COLUMNS:
	case FLOW_CLOSE_COLUMNS:
	case FLOW_MARK:
	case FLOW_TURN:
		break;
	}
	return 0;
}

bool
flow_is_between(const struct flow_item *item)
{
	return !item->within && (item->kind == FLOW_SPACE || item->kind == FLOW_CLOSE);
}

void
flow_space(struct flow *flow, length height, bool together)
{
	struct flow_item *last = flow->count ? &flow->items[flow->count - 1] : NULL;
	bool joins = last && (last->kind == FLOW_SPACE || last->kind == FLOW_CLOSE);

	/* A frame has its own padding. */
	if (last && (last->kind == FLOW_OPEN_FRAME || last->kind == FLOW_OPEN_COLUMNS))
		return;
	if (!joins)
		last = flow_add(flow, together ? FLOW_CLOSE : FLOW_SPACE);
	if (together)
		last->kind = FLOW_CLOSE;
	if (last->height < height)
		last->height = height;
}

/* The face that was asked for stands in the middle of the leading, so that baselines
 * keep their distance whatever else is in the line; it grows where that would not fit.
 */
void
flow_line(struct flow *flow, const struct line *line, length left, length leading)
{
	struct flow_item *item = flow_add(flow, FLOW_LINE);
	length solid = line->ascent + line->descent;

	item->height = leading;
	item->baseline = (leading - solid) / 2 + line->ascent;
	if (solid == 0)
		item->baseline = leading * 3 / 4;
	if (line->below > item->height - item->baseline)
		item->height = item->baseline + line->below;
	if (line->above > item->baseline) {
		item->height += line->above - item->baseline;
		item->baseline = line->above;
	}
	item->items = line->items;
	item->count = line->count;
	for (size_t i = 0; i < line->count; i++)
		item->items[i].x += left;
}

/* A break after the first line or before the last one leaves a line alone. */
void
flow_paragraph(struct flow *flow, const struct run_list *runs,
	const struct paragraph_form *form, length left, length leading)
{
	size_t count;
	struct line *lines = paragraph_set(flow->setting, runs, form, &count);

	for (size_t i = 0; i < count; i++) {
		flow_line(flow, &lines[i], left, leading);
		if (i == 0 || i + 2 == count)
			flow->items[flow->count - 1].cost = FLOW_COST_WIDOW;
		notes_hang(flow);
	}
}

void
flow_label(struct flow *flow, size_t first, const struct line *label, length leading)
{
	struct arena *arena = flow->setting->pages->ink;
	struct flow_item *line;
	struct item *items;

	while (first < flow->count && flow->items[first].kind != FLOW_LINE)
		first++;
	if (first == flow->count) {
		flow_line(flow, label, 0, leading);
		return;
	}
	line = &flow->items[first];
	items = arena_array(arena, struct item, label->count + line->count);
	for (size_t i = 0; i < label->count; i++)
		items[i] = label->items[i];
	for (size_t i = 0; i < line->count; i++)
		items[label->count + i] = line->items[i];
	line->items = items;
	line->count += label->count;
}

/* The first of the items at the end of the flow that are kept with what comes next. */
static size_t
heading_begin(const struct flow *flow)
{
	size_t at = flow->count;

	while (at > 0 && (flow->items[at - 1].kind == FLOW_CLOSE ||
				 flow->items[at - 1].kind == FLOW_MARK ||
				 (flow->items[at - 1].kind == FLOW_LINE &&
					 flow->items[at - 1].cost == FLOW_COST_NEVER)))
		at--;
	return at;
}

void
flow_turn(struct flow *flow, bool turned)
{
	size_t at = turned ? heading_begin(flow) : flow->count;
	struct flow_item turn;

	flow_add(flow, FLOW_TURN)->turned = turned;
	turn = flow->items[flow->count - 1];
	for (size_t i = flow->count - 1; i > at; i--)
		flow->items[i] = flow->items[i - 1];
	flow->items[at] = turn;
}

struct frame *
flow_open_frame(struct flow *flow, length left, length width, length padding)
{
	struct frame *frame = arena_make(flow->setting->scratch, struct frame);

	*frame = (struct frame){ .outer = flow->frame,
		.left = left,
		.width = width,
		.padding = padding,
		.tint = flow->setting->style->tint };
	flow_add(flow, FLOW_OPEN_FRAME)->frame = frame;
	flow->frame = frame;
	return frame;
}

void
flow_close_frame(struct flow *flow)
{
	struct frame *frame = flow->frame;

	if (flow->items[flow->count - 1].kind == FLOW_SPACE)
		flow->count--;
	flow_add(flow, FLOW_CLOSE_FRAME)->frame = frame;
	flow->frame = frame->outer;
}

void
flow_open_columns(struct flow *flow, size_t count, length step)
{
	struct columns *columns = arena_make(flow->setting->scratch, struct columns);

	*columns = (struct columns){ count, step };
	flow_add(flow, FLOW_OPEN_COLUMNS)->columns = columns;
}

void
flow_close_columns(struct flow *flow)
{
	if (flow->items[flow->count - 1].kind == FLOW_SPACE)
		flow->count--;
	flow_add(flow, FLOW_CLOSE_COLUMNS);
}

/* Nobody needs to be told twice, so there they have no tags. */
void
flow_repeat(struct flow *flow, struct frame *frame, size_t from, length most)
{
	struct arena *arena = flow->setting->pages->arena;
	int64_t height = 0;

	for (size_t i = from; i < flow->count; i++)
		height += flow->items[i].height;
	if (height > most)
		return;
	frame->head_count = flow->count - from;
	frame->head = arena_array(
		flow->setting->scratch, struct flow_item, frame->head_count);
	for (size_t i = 0; i < frame->head_count; i++) {
		struct flow_item *line = &frame->head[i];
		const struct flow_item *first = &flow->items[from + i];

		*line = *first;
		line->items = arena_array(arena, struct item, first->count);
		line->count = 0;
		line->change.what = CHANGE_NONE;
		frame->head_height += first->height;
		for (size_t j = 0; j < first->count; j++) {
			if (first->items[j].kind == ITEM_LINK)
				continue;
			line->items[line->count] = first->items[j];
			line->items[line->count++].tag = 0;
		}
	}
}

/* What is taller than a good part of a page is divided all the same. */
void
flow_together(struct flow *flow, size_t first)
{
	const struct style *style = flow->setting->style;
	int64_t most = (style->height - style->top - style->bottom) * 6LL / 10,
		height = 0;

	for (size_t i = first; i < flow->count; i++)
		height += flow->items[i].height;
	for (size_t i = first; i < flow->count && height <= most; i++)
		if (flow->items[i].cost < FLOW_COST_TOGETHER)
			flow->items[i].cost = FLOW_COST_TOGETHER;
}
