#include "sheet.h"

#include <assert.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow/flow.h"
#include "layout/pages/afloat.h"
#include "layout/pages/balance.h"
#include "layout/pages/foot.h"
#include "layout/pages/paging.h"
#include "layout/setting.h"
#include "model/pages.h"
#include "model/style.h"

/* White space grows by at most so many parts of its height. */
enum { STRETCH_MOST = 7, STRETCH_PARTS = 10 };

/* Sheets as they are collected. */
struct pile {
	const struct paging *paging;
	struct sheet *sheets;
	size_t count, room;
};

static struct sheet *
pile_add(struct pile *pile, struct sheet sheet)
{
	pile->sheets = arena_room(pile->paging->flow->setting->rough, pile->sheets,
		pile->count, &pile->room, sizeof sheet);
	pile->sheets[pile->count] = sheet;
	return &pile->sheets[pile->count++];
}

static void
tall_say(const struct flow *flow, struct place at)
{
	diag_add(flow->setting->diags, DIAG_L301, at, "this is taller than a page");
	diag_help(flow->setting->diags,
		"make it smaller, or divide it; what does not fit is cut off");
}

/* Where a line was typed: as what is on it was. */
static struct place
line_place(const struct flow *flow, const struct flow_item *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->items[i].tag)
			return flow->setting->pages->tags[line->items[i].tag].at;
	return (struct place){ 0 };
}

/* Notes where the columns on a page end that go on from an item; returns what comes
 * after them. */
static size_t
columns_end(const struct paging *paging, struct sheet *sheet, size_t at)
{
	const struct passage *passage =
		&paging->passages[paging->spots[at].passage - 1];
	size_t ends[FLOW_COLUMNS_MOST],
		to = passage->close < sheet->to ? passage->close : sheet->to;

	balance_ends(paging, passage, at, to, ends);
	for (size_t i = 0; i + 1 < passage->columns; i++) {
		sheet->column_ends =
			arena_room(paging->flow->setting->rough, sheet->column_ends,
				sheet->column_count, &sheet->column_room, sizeof *ends);
		sheet->column_ends[sheet->column_count++] = ends[i];
	}
	return to;
}

static void
text_look(const struct paging *paging, struct sheet *sheet)
{
	const struct flow *flow = paging->flow;
	size_t after = 0; /* columns whose ends are known */
	uint32_t passage = paging->spots[sheet->from].passage;

	if (passage)
		sheet->columns =
			flow->items[paging->passages[passage - 1].open].columns;
	for (size_t i = sheet->from; i < sheet->to; i++) {
		const struct flow_item *item = &flow->items[i];

		if (paging->spots[i].passage && i >= after)
			after = columns_end(paging, sheet, i) + 1;
		if (item->kind == FLOW_LINE &&
			item->height > paging->heights[sheet->turned])
			tall_say(flow, line_place(flow, item));
	}
}

length
sheet_stretch(const struct sheet *sheet, const struct flow_item *item)
{
	if (sheet->slack == 0 || !flow_is_between(item))
		return 0;
	return length_scale(sheet->slack, item->height, sheet->spaces);
}

/* Spreads what a page leaves empty over its white space, unless that is too much or the
 * page holds columns, which are even among themselves. */
static void
text_spread(const struct paging *paging, struct sheet *sheet, int64_t used)
{
	const struct flow *flow = paging->flow;
	int64_t slack = paging->heights[sheet->turned] - used, spaces = 0;

	if (!flow->setting->style->full || flow->setting->style->grid || sheet->ends ||
		sheet->column_count || slack <= 0)
		return;
	for (size_t i = sheet->from; i < sheet->to; i++)
		if (flow_is_between(&flow->items[i]))
			spaces += flow->items[i].height;
	if (slack * STRETCH_PARTS > spaces * STRETCH_MOST)
		return;
	sheet->slack = (length)slack;
	sheet->spaces = (length)spaces;
}

/* How high what stands on a sheet is. */
static int64_t
sheet_height(const struct paging *paging, const struct sheet *sheet)
{
	struct paging own = *paging;
	length again;
	int64_t height;

	own.balanced = 0;
	height = paging_height(&own, sheet->from, sheet->to, &again);
	height += again + afloat_height(paging, sheet->float_from, sheet->float_to);
	if (sheet->foot_from < sheet->foot_to)
		height += FLOW_FOOT_SPACE + paging->foot[sheet->foot_to] -
			  paging->foot[sheet->foot_from];
	return height;
}

static void
text_pile(struct pile *pile, const struct state *before, const struct state *way)
{
	const struct paging *paging = pile->paging;
	const struct flow *flow = paging->flow;
	struct sheet sheet = { .from = break_after(flow, before->at),
		.to = way->at,
		.foot_from = before->shown,
		.foot_to = way->shown,
		.float_from = before->floats,
		.float_to = way->floats };

	sheet.turned = paging->spots[sheet.from].turned;
	sheet.ends = sheet.to == flow->count || flow->items[sheet.to].kind == FLOW_TURN;
	sheet.float_tops = afloat_tops(
		paging, sheet.float_from, sheet.float_to, sheet.from, sheet.to);
	text_look(paging, &sheet);
	text_spread(paging, &sheet, sheet_height(paging, &sheet));
	pile_add(pile, sheet);
}

static void
floats_pile(struct pile *pile, const struct state *before, const struct state *way)
{
	const struct flow *flow = pile->paging->flow;
	size_t at = before->floats, next;
	int64_t left;

	for (; at < way->floats; at = next) {
		next = afloat_page(pile->paging, at, way->floats, &left);
		if (left < 0)
			tall_say(flow, flow->floats[at].at);
		pile_add(pile, (struct sheet){ .from = way->at,
				       .to = way->at,
				       .foot_from = way->shown,
				       .foot_to = way->shown,
				       .float_from = at,
				       .float_to = next,
				       .float_tops = next });
	}
}

/* Notes that are left when the text has ended get pages of their own. */
static void
notes_pile(struct pile *pile, size_t shown)
{
	const struct paging *paging = pile->paging;
	const struct flow *flow = paging->flow;

	while (shown < flow->foot_count) {
		size_t next =
			foot_fill(paging, shown, flow->foot_count, paging->heights[0]);

		next += next == shown;
		pile_add(pile, (struct sheet){ .from = flow->count,
				       .to = flow->count,
				       .foot_from = shown,
				       .foot_to = next,
				       .float_from = flow->float_count,
				       .float_to = flow->float_count,
				       .float_tops = flow->float_count });
		shown = next;
	}
}

struct sheet *
sheets_collect(const struct paging *paging, const struct state *last, size_t *ret_count)
{
	struct pile pile = { .paging = paging };
	size_t count = 0, at = 0;
	const struct state **ways;

	for (const struct state *way = last; way && way->at;
		way = &paging->states[way->prior])
		count++;
	ways = arena_array(
		paging->flow->setting->rough, const struct state *, count + 1);
	for (const struct state *way = last; at < count;
		way = &paging->states[way->prior])
		ways[count - ++at] = way;
	assert(count == 0 || paging->states);
	for (at = 0; at < count; at++) {
		const struct state *before = &paging->states[ways[at]->prior];

		if (before->at < ways[at]->at)
			text_pile(&pile, before, ways[at]);
		else
			floats_pile(&pile, before, ways[at]);
	}
	notes_pile(&pile, last ? last->shown : 0);
	if (pile.count == 0)
		pile_add(&pile, (struct sheet){ 0 });
	*ret_count = pile.count;
	return pile.sheets;
}
