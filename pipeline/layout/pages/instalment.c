#include "instalment.h"

#include <stdbool.h>
#include <string.h>

#include "layout/flow/flow.h"
#include "layout/pages/sheet.h"
#include "layout/setting.h"
#include "model/pages.h"

enum { LOOK_AHEAD = 12 }; /* pages that may still end elsewhere */

/* What hangs on the items before a sheet. */
struct hanging {
	size_t notes, floats;
};

static struct hanging
hanging_before(const struct flow *flow, const struct sheet *sheet)
{
	struct hanging hanging = { 0, 0 };

	for (size_t i = 0; i < sheet->from; i++) {
		hanging.notes += flow->items[i].notes;
		hanging.floats += flow->items[i].floats;
	}
	return hanging;
}

/* Nothing reaches over the place before a sheet: no frame, no columns, no note that
 * goes on, no float that waits, and no page that lies on its side. */
static bool
is_clean(const struct flow *flow, const struct sheet *sheet)
{
	struct hanging hanging;

	if (sheet->from == sheet->to || sheet->turned || sheet->columns ||
		flow->items[sheet->from].within)
		return false;
	hanging = hanging_before(flow, sheet);
	return sheet->float_from == hanging.floats &&
	       sheet->foot_from ==
		       (hanging.notes ? flow->notes[hanging.notes - 1].to : 0);
}

size_t
instalment_count(const struct flow *flow, const struct sheet *sheets, size_t count)
{
	size_t final = count > LOOK_AHEAD ? count - LOOK_AHEAD : 0;

	while (final && !is_clean(flow, &sheets[final]))
		final--;
	return final;
}

/* The lowest tag on lines, or `least`. */
static uint32_t
tag_least(const struct flow_item *lines, size_t count, uint32_t least)
{
	for (size_t i = 0; i < count; i++) {
		const struct flow_item *line = &lines[i];

		if (line->change.tag && line->change.tag < least)
			least = line->change.tag;
		for (size_t j = 0; j < line->count; j++)
			if (line->items[j].tag && line->items[j].tag < least)
				least = line->items[j].tag;
	}
	return least;
}

/* The tag right below the section that another is in, or is. */
static uint32_t
tag_top(const struct tag *tags, uint32_t section, uint32_t tag)
{
	while (tags[tag].parent > section)
		tag = tags[tag].parent;
	return tag;
}

uint32_t
instalment_settled(const struct flow *flow, uint32_t section)
{
	const struct pages *pages = flow->setting->pages;
	const struct tag *tags = pages->tags;
	uint32_t settled = (uint32_t)pages->tag_count;

	settled = tag_least(flow->items, flow->count, settled);
	settled = tag_least(flow->foot, flow->foot_count, settled);
	for (size_t i = 0; i < flow->float_count; i++)
		settled = tag_least(
			flow->floats[i].items, flow->floats[i].count, settled);
	if (settled == pages->tag_count)
		return settled;
	settled = tag_top(tags, section, settled);
	/* What comes after it may be in one before it. */
	for (size_t i = pages->tag_count; i-- > settled;)
		if (tags[i].parent < settled && tags[i].parent > section)
			settled = tag_top(tags, section, tags[i].parent);
	return settled;
}

static void
items_drop(struct flow_item *items, size_t *count, size_t from)
{
	*count -= from;
	if (*count && from)
		memmove(items, items + from, *count * sizeof *items);
}

void
instalment_drop(struct flow *flow, const struct sheet *sheet)
{
	struct hanging gone = hanging_before(flow, sheet);

	items_drop(flow->items, &flow->count, sheet->from);
	items_drop(flow->foot, &flow->foot_count, sheet->foot_from);
	flow->note_count -= gone.notes;
	for (size_t i = 0; i < flow->note_count; i++) {
		flow->notes[i] = flow->notes[i + gone.notes];
		flow->notes[i].from -= sheet->foot_from;
		flow->notes[i].to -= sheet->foot_from;
	}
	flow->float_count -= gone.floats;
	for (size_t i = 0; i < flow->float_count; i++)
		flow->floats[i] = flow->floats[i + gone.floats];
}
