#include "sketch.h"

#include "base/arena.h"
#include "base/contrast.h"
#include "layout/flow/flow.h"
#include "layout/flow/note.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"

/* Half way to the paper. */
static uint32_t
colour_lighten(uint32_t colour)
{
	return 0x808080 + (colour >> 1 & 0x7f7f7f);
}

uint32_t
sketch_ink(const struct sketch *sketch, uint32_t ground)
{
	const struct style *style = sketch->setting->style;

	return contrast_ink(ground, style->paper, style->ink);
}

uint32_t
sketch_grid(const struct sketch *sketch)
{
	return colour_lighten(colour_lighten(sketch->setting->style->muted));
}

uint32_t
sketch_colour(const struct sketch *sketch, const struct ledger_row *row, size_t column)
{
	const struct style *style = sketch->setting->style;
	struct text wanted = sketch->chart->chart.highlight;

	if (wanted.size == 0)
		return style->series[column % style->series_count];
	if ((row && text_equal(row->head, wanted)) ||
		text_equal(sketch->ledger.heads.values[column].words, wanted))
		return style->series[0];
	return colour_lighten(style->muted);
}

static struct item *
item_add(struct sketch *sketch, enum item_kind kind, uint32_t tag, length x, length y)
{
	struct item *item;

	sketch->items = arena_room(sketch->setting->pages->arena, sketch->items,
		sketch->count, &sketch->room, sizeof *sketch->items);
	item = &sketch->items[sketch->count++];
	*item = (struct item){ .kind = kind, .tag = tag, .x = x, .y = y };
	return item;
}

void
sketch_box(struct sketch *sketch, uint32_t tag, struct area area, uint32_t colour)
{
	struct item *item = item_add(sketch, ITEM_RULE, tag, area.x, area.y);

	item->rule.width = area.width;
	item->rule.height = area.height;
	item->rule.colour = colour;
}

static struct path_step *
path_add(struct sketch *sketch, uint32_t tag, length x, length y, size_t count)
{
	struct path_step *steps =
		arena_array(sketch->setting->pages->arena, struct path_step, count);
	struct item *item = item_add(sketch, ITEM_PATH, tag, x, y);

	item->path.steps = steps;
	item->path.count = count;
	return steps;
}

/* A closed path through points. */
static struct item *
polygon_add(struct sketch *sketch, uint32_t tag, length x, length y,
	const length (*points)[2], size_t count)
{
	struct path_step *steps = path_add(sketch, tag, x, y, count + 1);

	for (size_t i = 0; i < count; i++)
		steps[i] = (struct path_step){ i ? PATH_LINE : PATH_MOVE,
			{ points[i][0] }, { points[i][1] } };
	steps[count].verb = PATH_CLOSE;
	return &sketch->items[sketch->count - 1];
}

void
sketch_frame(struct sketch *sketch, uint32_t tag, struct area area, uint32_t colour,
	length dash)
{
	const length points[][2] = { { 0, 0 }, { area.width, 0 },
		{ area.width, area.height }, { 0, area.height } };
	struct item *item = polygon_add(sketch, tag, area.x, area.y, points, 4);

	item->path.stroke = colour;
	item->path.width = LENGTH_POINT * 6 / 10;
	item->path.dash = dash;
}

/* A quarter of a circle is nearly a curve with these arms. */
static void
circle_add(struct sketch *sketch, uint32_t tag, length x, length y, length r)
{
	length arm = length_scale(r, 5523, 10000);
	struct path_step *steps = path_add(sketch, tag, x, y, 6);

	steps[0] = (struct path_step){ PATH_MOVE, { r }, { 0 } };
	steps[1] = (struct path_step){ PATH_CURVE, { r, arm, 0 }, { arm, r, r } };
	steps[2] = (struct path_step){ PATH_CURVE, { -arm, -r, -r }, { r, arm, 0 } };
	steps[3] = (struct path_step){ PATH_CURVE, { -r, -arm, 0 }, { -arm, -r, -r } };
	steps[4] = (struct path_step){ PATH_CURVE, { arm, r, r }, { -r, -arm, 0 } };
	steps[5].verb = PATH_CLOSE;
}

/* All shapes cover about as much. */
void
sketch_shape(struct sketch *sketch, uint32_t tag, struct dot dot, uint32_t colour)
{
	length s = dot.radius * 9 / 10, d = dot.radius * 5 / 4, r = dot.radius;
	const length square[][2] = { { -s, -s }, { s, -s }, { s, s }, { -s, s } };
	const length diamond[][2] = { { 0, -d }, { d, 0 }, { 0, d }, { -d, 0 } };
	const length triangle[][2] = { { 0, -d }, { d, r }, { -d, r } };
	struct item *item;

	switch (dot.shape) {
	case SHAPE_SQUARE:
		polygon_add(sketch, tag, dot.x, dot.y, square, 4);
		break;
	case SHAPE_CIRCLE:
		circle_add(sketch, tag, dot.x, dot.y, r);
		break;
	case SHAPE_DIAMOND:
		polygon_add(sketch, tag, dot.x, dot.y, diamond, 4);
		break;
	case SHAPE_TRIANGLE:
	case SHAPES:
		polygon_add(sketch, tag, dot.x, dot.y, triangle, 3);
		break;
	}
	item = &sketch->items[sketch->count - 1];
	item->path.filled = true;
	item->path.fill = colour;
}

void
sketch_line(struct sketch *sketch, uint32_t tag, const length *x, const length *y,
	size_t count, uint32_t colour)
{
	struct path_step *steps = path_add(sketch, tag, 0, 0, count);
	struct item *item = &sketch->items[sketch->count - 1];

	for (size_t i = 0; i < count; i++)
		steps[i] = (struct path_step){ i ? PATH_LINE : PATH_MOVE, { x[i] },
			{ y[i] } };
	item->path.stroke = colour;
	item->path.width = LENGTH_POINT / 2;
}

void
sketch_nothing(struct sketch *sketch, uint32_t tag, length x, length y)
{
	path_add(sketch, tag, x, y, 1)->verb = PATH_MOVE;
}

void
sketch_pen(struct sketch *sketch, length width, length dash)
{
	struct item *item = &sketch->items[sketch->count - 1];

	item->path.width = width;
	item->path.dash = dash;
}

uint32_t
sketch_says(struct sketch *sketch, uint32_t tag, struct text words)
{
	struct pages *pages = sketch->setting->pages;
	uint32_t span = pages_add_tag(pages, ROLE_SPAN, tag, pages->tags[tag].at);

	pages_texts(pages, span)->says = text_keep(pages->arena, words);
	return span;
}

void
sketch_flow(struct sketch *sketch, length height)
{
	struct flow_item *line = flow_add(sketch->flow, FLOW_LINE);

	line->height = height;
	line->items = sketch->items;
	line->count = sketch->count;
	line->room = sketch->room;
	for (size_t i = 0; i < line->count; i++)
		line->items[i].x += sketch->left;
	sketch->items = NULL;
	sketch->count = sketch->room = 0;
	notes_hang(sketch->flow);
}
