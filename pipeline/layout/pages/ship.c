#include "ship.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "layout/flow/change.h"
#include "layout/flow/note.h"
#include "layout/pages/linegrid.h"
#include "layout/pages/paging.h"
#include "layout/pages/sheet.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* A part of a frame on the page that is being filled. */
struct part {
	struct part *outer;
	const struct frame *frame;
	length top;
	size_t first, end; /* the items that are its tint and its rule */
};

/* A page that is being filled: y runs down from the top of the text block. */
struct shipping {
	const struct flow *flow;
	uint32_t page;
	bool tints; /* on the first way down, which paints what lies below */
	length left, y;
	struct part *part;             /* the innermost */
	const struct columns *columns; /* that y runs down in, or NULL */
	const size_t *column_ends;     /* of this one and those after it */
	size_t column;
	length top, bottom; /* of the columns */
	size_t bar;         /* the item that marks the line above, or SIZE_MAX */
};

static struct page *
page_of(const struct shipping *shipping)
{
	return &shipping->flow->setting->pages->pages[shipping->page];
}

static const struct style *
style_of(const struct shipping *shipping)
{
	return shipping->flow->setting->style;
}

/* A box whose height is known when its frame ends. */
static void
box_ship(struct shipping *shipping, length inset, length width, uint32_t colour)
{
	struct pages *pages = shipping->flow->setting->pages;
	struct item *item = page_add(pages, page_of(shipping), ITEM_RULE);

	item->artifact = ARTIFACT_LAYOUT;
	item->x = shipping->left + shipping->part->frame->left + inset;
	item->y = shipping->part->top;
	item->rule.width = width;
	item->rule.colour = colour;
	shipping->part->end = page_of(shipping)->count;
}

static void
frame_enter(struct shipping *shipping, const struct frame *frame)
{
	struct part *part = arena_make(shipping->flow->setting->scratch, struct part);

	part->outer = shipping->part;
	part->frame = frame;
	part->top = shipping->y;
	part->first = part->end = page_of(shipping)->count;
	shipping->part = part;
	shipping->y += frame->padding;
	if (!shipping->tints || frame->bare)
		return;
	box_ship(shipping, 0, frame->width, frame->tint);
	if (frame->rule_width)
		box_ship(shipping, frame->turned ? frame->width - frame->rule_width : 0,
			frame->rule_width, frame->rule);
}

/* Ends the innermost frame, or the part of it on this page. */
static void
frame_leave(struct shipping *shipping)
{
	struct part *part = shipping->part;

	assert(part);
	shipping->y += part->frame->padding;
	for (size_t i = part->first; i < part->end; i++)
		page_of(shipping)->items[i].rule.height = shipping->y - part->top;
	shipping->part = part->outer;
}

static void
mark_ship(struct shipping *shipping, struct text mark)
{
	struct pages *pages = shipping->flow->setting->pages;
	struct text name = text_keep(pages->arena, mark);

	if (name.size)
		pages_add_destination(pages,
			(struct destination){ name, shipping->page, shipping->y });
}

/* The mark of a line goes on where that of the line above ends. */
static void
change_ship(struct shipping *shipping, const struct flow_item *line)
{
	const struct setting *setting = shipping->flow->setting;
	struct page *page = page_of(shipping);
	struct item mark = change_mark(setting->style, line->change, line->height);
	struct item *above =
		shipping->bar == SIZE_MAX ? NULL : &page->items[shipping->bar];

	mark.x += shipping->left;
	mark.y += shipping->y;
	if (line->change.tag == 0 && above && above->x == mark.x &&
		above->y + above->rule.height == mark.y) {
		above->rule.height += mark.rule.height;
		return;
	}
	shipping->bar = page->count;
	*page_add(setting->pages, page, ITEM_RULE) = mark;
}

static void
line_ship(struct shipping *shipping, const struct flow_item *line)
{
	struct pages *pages = shipping->flow->setting->pages;
	struct text name;

	if (line->change.what != CHANGE_NONE)
		change_ship(shipping, line);
	for (size_t i = 0; i < line->count; i++) {
		struct item *item =
			page_add(pages, page_of(shipping), line->items[i].kind);

		*item = line->items[i];
		item->x += shipping->left;
		item->y += shipping->y + line->baseline;
		if (item->kind == ITEM_LINK &&
			note_back(pages->arena, item->link.name, &name))
			mark_ship(shipping, name);
	}
}

/* Enters the frames that are open where a sheet begins, the outermost first; their
 * heads stand there again. */
static void
frames_resume(struct shipping *shipping, const struct frame *frame)
{
	if (!frame)
		return;
	frames_resume(shipping, frame->outer);
	frame_enter(shipping, frame);
	for (size_t i = 0; i < frame->head_count; i++) {
		if (!shipping->tints)
			line_ship(shipping, &frame->head[i]);
		shipping->y += frame->head[i].height;
	}
}

static void
columns_enter(struct shipping *shipping, const struct columns *columns)
{
	shipping->columns = columns;
	shipping->column = 0;
	shipping->top = shipping->bottom = shipping->y;
}

/* Ends a column, or the part of it that is on this page. */
static void
column_leave(struct shipping *shipping)
{
	while (shipping->part)
		frame_leave(shipping);
	if (shipping->bottom < shipping->y)
		shipping->bottom = shipping->y;
}

static void
columns_leave(struct shipping *shipping)
{
	const struct columns *columns = shipping->columns;

	assert(columns);
	column_leave(shipping);
	shipping->y = shipping->bottom;
	shipping->left -= (length)shipping->column * columns->step;
	shipping->column_ends += columns->count - 1 - shipping->column;
	shipping->columns = NULL;
}

/* Goes on in the columns after this one as long as they end with this item; returns
 * what comes first there. */
static size_t
columns_turn(struct shipping *shipping, size_t at, size_t to)
{
	const struct flow *flow = shipping->flow;

	while (shipping->columns && shipping->column + 1 < shipping->columns->count &&
		*shipping->column_ends == at && at < to) {
		column_leave(shipping);
		shipping->column_ends++;
		shipping->column++;
		shipping->left += shipping->columns->step;
		shipping->y = shipping->top;
		at = break_after(flow, at);
		if (at < to)
			frames_resume(shipping, flow->items[at].within);
	}
	return at;
}

static void
item_ship(struct shipping *shipping, const struct flow_item *item)
{
	switch (item->kind) {
	case FLOW_LINE:
		if (!shipping->tints)
			line_ship(shipping, item);
		shipping->y += item->height;
		break;
	case FLOW_SPACE:
	case FLOW_CLOSE:
		shipping->y += item->height;
		break;
	case FLOW_OPEN_FRAME:
		frame_enter(shipping, item->frame);
		break;
	case FLOW_CLOSE_FRAME:
		frame_leave(shipping);
		break;
	case FLOW_OPEN_COLUMNS:
		columns_enter(shipping, item->columns);
		break;
	case FLOW_CLOSE_COLUMNS:
		columns_leave(shipping);
		break;
	case FLOW_MARK:
		if (!shipping->tints)
			mark_ship(shipping, item->mark.name);
		break;
	case FLOW_TURN:
		break;
	}
}

/* Enters what is open where a sheet begins. */
static void
sheet_resume(struct shipping *shipping, const struct sheet *sheet)
{
	const struct flow *flow = shipping->flow;

	shipping->column_ends = sheet->column_ends;
	if (sheet->from == sheet->to)
		return;
	if (sheet->columns)
		columns_enter(shipping, sheet->columns);
	frames_resume(shipping, flow->items[sheet->from].within);
}

/* Runs down the text of the sheet. */
static void
text_ship(struct shipping *shipping, const struct sheet *sheet)
{
	sheet_resume(shipping, sheet);
	for (size_t i = sheet->from; i < sheet->to; i++) {
		i = columns_turn(shipping, i, sheet->to);
		if (i == sheet->to)
			break;
		item_ship(shipping, &shipping->flow->items[i]);
		shipping->y += sheet_stretch(sheet, &shipping->flow->items[i]);
		shipping->y -=
			linegrid_pull(style_of(shipping), &shipping->flow->items[i],
				shipping->y - style_of(shipping)->top);
	}
	if (shipping->columns)
		columns_leave(shipping);
	while (shipping->part)
		frame_leave(shipping);
}

static void
float_ship(struct shipping *shipping, const struct floating *floating)
{
	for (size_t i = 0; i < floating->count; i++)
		item_ship(shipping, &floating->items[i]);
}

static length
foot_height(const struct flow *flow, const struct sheet *sheet)
{
	length height = 0;

	for (size_t i = sheet->foot_from; i < sheet->foot_to; i++)
		height += flow->foot[i].height;
	return height;
}

/* Where the floats below the text begin: as low as they can, but close to text that
 * nothing follows. */
static length
floats_top(const struct shipping *shipping, const struct sheet *sheet)
{
	const struct flow *flow = shipping->flow;
	length y = page_of(shipping)->height - flow->setting->style->bottom +
		   FLOW_FLOAT_SPACE;

	if (sheet->ends)
		return shipping->y + FLOW_FLOAT_SPACE;
	if (sheet->foot_from < sheet->foot_to)
		y -= foot_height(flow, sheet) + FLOW_FOOT_SPACE;
	for (size_t i = sheet->float_tops; i < sheet->float_to; i++)
		y -= flow->floats[i].height + FLOW_FLOAT_SPACE;
	return y;
}

/* Runs down the sheet, once for the tints and once for what stands on them. */
static void
sheet_run(struct shipping *shipping, const struct sheet *sheet)
{
	const struct flow *flow = shipping->flow;
	const struct style *style = style_of(shipping);

	shipping->y = style->top;
	for (size_t i = sheet->float_from; i < sheet->float_tops; i++) {
		float_ship(shipping, &flow->floats[i]);
		shipping->y += FLOW_FLOAT_SPACE;
	}
	shipping->y = style->top + linegrid_below(style, shipping->y - style->top);
	text_ship(shipping, sheet);
	if (sheet->float_tops == sheet->float_to)
		return;
	shipping->y = floats_top(shipping, sheet);
	for (size_t i = sheet->float_tops; i < sheet->float_to; i++) {
		float_ship(shipping, &flow->floats[i]);
		shipping->y += FLOW_FLOAT_SPACE;
	}
}

/* A note begins with this item of the foot, and its name. */
static bool
note_begins(const struct flow *flow, size_t at, struct text *ret_id)
{
	size_t low = 0, high = flow->note_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (flow->notes[middle].from < at)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == flow->note_count || flow->notes[low].from != at)
		return false;
	*ret_id = flow->notes[low].id;
	return true;
}

/* The rule above the notes: a short one, but all across where a note goes on. */
static void
foot_rule(struct shipping *shipping, bool goes_on)
{
	struct pages *pages = shipping->flow->setting->pages;
	const struct style *style = shipping->flow->setting->style;
	struct item *item = page_add(pages, page_of(shipping), ITEM_RULE);
	length measure = page_of(shipping)->width - style->left - style->right;

	item->artifact = ARTIFACT_LAYOUT;
	item->x = shipping->left;
	item->y = shipping->y - FLOW_FOOT_SPACE / 2;
	item->rule.width = goes_on ? measure : measure / 4;
	item->rule.height = LENGTH_POINT / 2;
	item->rule.colour = style->muted;
}

/* The notes stand at the foot of the page. */
static void
foot_ship(struct shipping *shipping, const struct sheet *sheet)
{
	const struct flow *flow = shipping->flow;
	struct text id = { "", 0 };

	if (sheet->foot_from == sheet->foot_to)
		return;
	shipping->y = page_of(shipping)->height - flow->setting->style->bottom -
		      foot_height(flow, sheet);
	foot_rule(shipping, !note_begins(flow, sheet->foot_from, &id));
	for (size_t i = sheet->foot_from; i < sheet->foot_to; i++) {
		if (note_begins(flow, i, &id))
			mark_ship(shipping, note_name(flow->setting->pages->arena, id));
		if (flow->foot[i].kind == FLOW_LINE)
			line_ship(shipping, &flow->foot[i]);
		shipping->y += flow->foot[i].height;
	}
}

uint32_t
ship_page(const struct flow *flow, const struct sheet *sheet, struct text section)
{
	struct pages *pages = flow->setting->pages;
	const struct style *style = flow->setting->style;
	uint32_t page = sheet->turned
				? pages_add_page(pages, style->height, style->width)
				: pages_add_page(pages, style->width, style->height);

	pages->pages[page].section = text_keep(pages->arena, section);
	return page;
}

void
ship_sheet(const struct flow *flow, const struct sheet *sheet, uint32_t page)
{
	struct shipping shipping = { .flow = flow,
		.page = page,
		.bar = SIZE_MAX,
		.left = style_start(flow->setting->style, page) };

	shipping.tints = true;
	sheet_run(&shipping, sheet);
	shipping.tints = false;
	sheet_run(&shipping, sheet);
	foot_ship(&shipping, sheet);
}
