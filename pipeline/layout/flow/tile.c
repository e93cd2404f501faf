#include "tile.h"

#include "base/arena.h"
#include "layout/flow/change.h"
#include "layout/inline/face.h"
#include "layout/inline/line.h"
#include "layout/setting.h"
#include "model/pages.h"
#include "model/style.h"

void
tile_item(
	struct flow *flow, struct flow_item *line, struct item item, length x, length y)
{
	line->items = arena_room(flow->setting->pages->arena, line->items, line->count,
		&line->room, sizeof item);
	item.x += x;
	item.y += y;
	line->items[line->count++] = item;
}

void
tile_change(struct flow *flow, struct flow_item *line, struct change change, length x)
{
	if (change.what != CHANGE_NONE)
		tile_item(flow, line,
			change_mark(flow->setting->style, change, line->height), x, 0);
}

/* Where the baseline of letters in that style is, from the top of their line. */
static length
baseline_of(struct flow *flow, const struct block_style *style)
{
	struct face_set *faces = flow->setting->faces;
	length ascent, descent;

	face_metrics(faces, face_find(faces, style->face, style->bold, style->italic),
		style->size, &ascent, &descent);
	return (style->leading - ascent - descent) / 2 + ascent;
}

length
tile_lines(struct flow *flow, struct flow_item *line, const struct line *lines,
	size_t count, const struct block_style *style, length x, length y)
{
	length baseline = baseline_of(flow, style);

	for (size_t i = 0; i < count; i++, y += style->leading)
		for (size_t j = 0; j < lines[i].count; j++)
			tile_item(flow, line, lines[i].items[j], x, y + baseline);
	return y;
}
