#include "opener.h"

#include "base/arena.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/pages/furniture.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	HEADING_BYTES = 600, /* more of it would run off the page */
	LEAD_BYTES = 1500,
};

/* Notes hang on the lines of a flow, which these are not. */
static bool
has_mark(struct node *node)
{
	for (struct walk walk = walk_of(node); walk_next(&walk);)
		if (walk.node->kind == NODE_MARK)
			return true;
	return false;
}

static bool
is_short(struct setting *setting, struct node *node, size_t most)
{
	return !has_mark(node) && node_plain(setting->scratch, node).size <= most;
}

/* A paragraph in italics as a whole. */
static bool
is_lead(struct setting *setting, const struct node *node)
{
	return node && node->kind == NODE_PARAGRAPH && node->first &&
	       node->first == node->last && node->first->kind == NODE_EMPHASIS &&
	       is_short(setting, node->first, LEAD_BYTES);
}

static void
part_set(struct setting *setting, struct opener_part *part, struct node *node,
	struct text text, uint32_t tag)
{
	const struct style *style = setting->style;
	const struct paragraph_form form = {
		.width = style->width - style->left - style->right, .pinned = true
	};
	struct run_list runs = { 0 };

	if (node)
		inline_collect(setting, node, part->style, tag, &runs);
	else
		run_add(setting, &runs, run_of(setting, part->style, text, tag));
	part->lines = paragraph_set(setting, &runs, &form, &part->count);
}

static length
parts_height(const struct opener *opener)
{
	length height = 0;

	for (size_t i = 0; i < OPENER_PARTS; i++)
		if (opener->parts[i].count)
			height += (length)opener->parts[i].count *
					  opener->parts[i].style->leading +
				  opener->parts[i].style->after;
	return height;
}

/* Where parts have numbers, what has none is no part: an index needs no more than a
 * strip. */
static enum style_opener
look_of(const struct setting *setting, const struct node *section)
{
	enum style_opener look = setting->style->opener;

	if (look > OPENER_STRIP && setting->numbered &&
		section->section.number.size == 0)
		return OPENER_STRIP;
	return look;
}

/* A band that leaves little of its page has one of its own. */
static void
height_find(struct setting *setting, struct opener *opener, enum style_opener look)
{
	const struct style *style = setting->style;
	length padding = style->blocks[STYLE_OPENER].leading / 2;

	opener->height = style->top * 3 / 4 + parts_height(opener) + padding;
	if (look != OPENER_STRIP && opener->height < style->height / 3)
		opener->height = style->height / 3;
	opener->alone = look == OPENER_PAGE || opener->height > style->height * 3 / 5;
	if (opener->alone)
		opener->height = style->height;
}

struct node *
opener_set(struct setting *setting, struct node *section, uint32_t tag,
	struct opener *ret_opener)
{
	const struct style *style = setting->style;
	struct node *heading = section->first, *lead;
	struct opener opener = { .heading = heading };
	uint32_t h1;

	if (style->opener < OPENER_STRIP || !heading || heading->kind != NODE_HEADING ||
		heading->heading.level != 1 ||
		!is_short(setting, heading, HEADING_BYTES))
		return heading;
	opener.parts[0].style = &style->blocks[STYLE_OPENER_NUMBER];
	opener.parts[1].style = &style->blocks[STYLE_OPENER];
	opener.parts[2].style = &style->blocks[STYLE_LEAD];
	h1 = pages_add_tag(setting->pages, ROLE_H1, tag, heading->at);
	/* The space stands between the two for those who hear them. */
	if (heading->heading.number.size)
		part_set(setting, &opener.parts[0], NULL,
			text_format(setting->scratch, "%.*s\u00a0",
				TEXT_ARG(heading->heading.number)),
			h1);
	part_set(setting, &opener.parts[1], heading, TEXT(""), h1);
	lead = heading->next;
	if (is_lead(setting, lead)) {
		part_set(setting, &opener.parts[2], lead->first, TEXT(""),
			pages_add_tag(setting->pages, ROLE_P, tag, lead->at));
		lead = lead->next;
	}
	height_find(setting, &opener, look_of(setting, section));
	*ret_opener = opener;
	return lead;
}

void
opener_flow(struct flow *flow, const struct opener *opener)
{
	const struct style *style = flow->setting->style;
	struct flow_item *item;

	if (!opener->heading || opener->alone)
		return;
	item = flow_add(flow, FLOW_MARK);
	item->mark.name = opener->heading->heading.id;
	item->mark.heading = opener->heading;
	item = flow_add(flow, FLOW_LINE);
	item->height = opener->height - style->top;
	if (item->height < 0)
		item->height = 0;
	item->cost = FLOW_COST_NEVER;
	flow_space(flow, style->blocks[STYLE_OPENER].leading * 3 / 4, true);
}

void
opener_put(struct setting *setting, const struct opener *opener, uint32_t page)
{
	const struct style *style = setting->style;
	length y = opener->height - parts_height(opener) -
		   style->blocks[STYLE_OPENER].leading / 2;

	if (!opener->heading)
		return;
	if (opener->alone)
		y = opener->height / 3;
	furniture_box(setting, page, 0, 0, setting->pages->pages[page].width,
		opener->height, style->accent);
	for (size_t i = 0; i < OPENER_PARTS; i++) {
		const struct opener_part *part = &opener->parts[i];

		if (part->count)
			y = furniture_lines(setting, page, part->lines, part->count, 0,
				    y, part->style->leading) +
			    part->style->after;
	}
}
