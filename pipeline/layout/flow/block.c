#include "block.h"

#include "base/arena.h"
#include "layout/flow/card.h"
#include "layout/flow/change.h"
#include "layout/flow/codeblock.h"
#include "layout/flow/column.h"
#include "layout/flow/columns.h"
#include "layout/flow/contents.h"
#include "layout/flow/figure.h"
#include "layout/flow/flow.h"
#include "layout/flow/index.h"
#include "layout/flow/keynumbers.h"
#include "layout/flow/mirror.h"
#include "layout/flow/note.h"
#include "layout/flow/table.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/inline/shape.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* Geometry of what has no key in the style yet, in parts of the text's size. */
enum {
	LIST_INDENT_TENTHS = 18,
	RULE_WIDTH = 3 * LENGTH_POINT,
	HAIRLINE = LENGTH_POINT / 2,
	OPENER_WIDTH = 48 * LENGTH_POINT,
	OPENER_HEIGHT = 3 * LENGTH_POINT,
};

static length
space_of(const struct column *column, length space)
{
	return column->tight ? space / 4 : space;
}

/* A paragraph that ends with a colon stands above what it speaks of. */
static bool
introduces(const struct setting *setting, struct node *paragraph)
{
	const struct node *next = paragraph->next;
	struct text says;

	if (!next || (next->kind != NODE_LIST && next->kind != NODE_CODE_BLOCK &&
			     next->kind != NODE_QUOTE && next->kind != NODE_TABLE))
		return false;
	says = text_trim(node_plain(setting->rough, paragraph));
	return text_ends(says, TEXT(":")) || text_ends(says, TEXT("\uff1a"));
}

static void
paragraph_flow(struct flow *flow, struct node *node, struct column column)
{
	const struct block_style *style = column.text;
	const struct paragraph_form form = { .width = column.width,
		.justified = style->justified,
		.hyphenated = true,
		/* What stands beside a label stays beside it. */
		.pinned = node->parent->kind == NODE_ITEM ||
			  node->parent->kind == NODE_NOTE };
	uint32_t tag =
		pages_add_tag(flow->setting->pages, ROLE_P, column.tag, node->at);
	struct run_list runs = { 0 };

	inline_collect(flow->setting, node, style, tag, &runs);
	flow_space(flow, space_of(&column, style->before), false);
	flow_paragraph(flow, &runs, &form, column.left, style->leading);
	flow_space(
		flow, space_of(&column, style->after), introduces(flow->setting, node));
}

/* Levels of the tag tree rise by one at most, though authors skip some. */
static enum role
heading_role(const struct setting *setting, int level)
{
	const struct pages *pages = setting->pages;

	for (size_t i = pages->tag_count; i-- > 2;) {
		enum role role = pages->tags[i].role;

		if (role < ROLE_H1 || role > ROLE_H6)
			continue;
		return level > (int)(role - ROLE_H1) + 2
			       ? role + 1
			       : ROLE_H1 + (enum role)(level - 1);
	}
	return ROLE_H1;
}

static const struct block_style *
heading_style(const struct style *style, int level)
{
	return &style->blocks[level < 4 ? STYLE_HEADING_1 + level - 1
					: STYLE_HEADING_4];
}

/* A short bar above a heading of the first level. */
static void
bar_flow(
	struct flow *flow, const struct column *column, const struct block_style *style)
{
	struct item *bar = arena_make(flow->setting->pages->ink, struct item);
	struct flow_item *line = flow_add(flow, FLOW_LINE);

	*bar = (struct item){ .kind = ITEM_RULE,
		.x = column->left,
		.rule = { OPENER_WIDTH, OPENER_HEIGHT, style->colour } };
	line->height = OPENER_HEIGHT + style->leading / 2;
	line->items = bar;
	line->count = 1;
}

static void
number_collect(struct setting *setting, const struct node *node,
	const struct block_style *style, uint32_t tag, struct run_list *runs)
{
	struct text label = text_format(
		setting->scratch, "%.*s.\u2002", TEXT_ARG(node->heading.number));

	if (node->heading.number.size)
		run_add(setting, runs, run_of(setting, style, label, tag));
}

static void
heading_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style =
		heading_style(setting->style, node->heading.level);
	const struct paragraph_form form = { .width = column.width, .pinned = true };
	uint32_t tag = pages_add_tag(setting->pages,
		heading_role(setting, node->heading.level), column.tag, node->at);
	struct run_list runs = { 0 };
	struct flow_item *mark;
	size_t first;

	flow_space(flow, style->before, false);
	mark = flow_add(flow, FLOW_MARK);
	mark->mark.name = node->heading.id;
	mark->mark.heading = node;
	first = flow->count;
	if (node->heading.level == 1 && setting->style->opener == OPENER_BAR)
		bar_flow(flow, &column, style);
	number_collect(setting, node, style, tag, &runs);
	inline_collect(setting, node, style, tag, &runs);
	flow_paragraph(flow, &runs, &form, column.left, style->leading);
	for (size_t i = first; i < flow->count; i++)
		flow->items[i].cost = FLOW_COST_NEVER;
	flow_space(flow, style->after, true);
}

/* The title of a box: its first paragraph, in bold. */
static void
title_flow(struct flow *flow, const struct node *box, const struct column *column)
{
	struct setting *setting = flow->setting;
	const struct paragraph_form form = { .width = column->width };
	struct block_style style = *column->text;
	struct run_list runs = { 0 };
	struct run run;

	if (box->callout.title.size == 0)
		return;
	style.bold = true;
	run = run_of(setting, &style, box->callout.title,
		pages_add_tag(setting->pages, ROLE_P, column->tag, box->at));
	run.at = box->at;
	run_add(setting, &runs, run);
	flow_paragraph(flow, &runs, &form, column->left, style.leading);
	flow_space(flow, style.leading / 4, true);
}

static void
mark_flow(struct flow *flow, struct text name)
{
	if (name.size)
		flow_add(flow, FLOW_MARK)->mark.name = name;
}

/* On the page of what it ends: before the space that may be lost in a break. */
static void
anchor_flow(struct flow *flow, const struct node *anchor)
{
	struct flow_item space, *last;

	if (flow->count == 0 || flow->items[flow->count - 1].kind != FLOW_SPACE) {
		mark_flow(flow, anchor->anchor.id);
		return;
	}
	space = flow->items[flow->count - 1];
	last = &flow->items[--flow->count];
	if (flow->count && last[-1].kind == FLOW_LINE)
		last[-1].cost = FLOW_COST_NEVER;
	mark_flow(flow, anchor->anchor.id);
	*flow_add(flow, FLOW_SPACE) = space;
}

static void
callout_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_CALLOUT];
	struct column inner = column_inner(column, style->indent, style->indent);
	struct frame *frame;
	size_t first;

	inner.text = style;
	inner.tight = false;
	inner.tag = pages_add_tag(setting->pages,
		node->callout.country.size ? ROLE_QUOTE : ROLE_SECT, column.tag,
		node->at);
	flow_space(flow, style->before, false);
	mark_flow(flow, node->callout.id);
	first = flow->count;
	frame = flow_open_frame(
		flow, column.left, column.width, style->leading * 3 / 4);
	frame->rule = setting->style->accent;
	frame->rule_width = RULE_WIDTH;
	title_flow(flow, node, &inner);
	block_children(flow, node, inner);
	notes_flow(flow, node, inner, inner.tag);
	flow_close_frame(flow);
	flow_together(flow, first);
	flow_space(flow, style->after, false);
}

static void
quote_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_QUOTE];
	struct column inner = column_inner(column, style->indent, style->indent);

	inner.text = style;
	inner.tight = false;
	inner.tag = pages_add_tag(setting->pages, ROLE_QUOTE, column.tag, node->at);
	flow_space(flow, style->before, false);
	block_children(flow, node, inner);
	flow_space(flow, style->after, false);
}

/* Who said it: on a line of its own below, kept with the end of the quote. */
static void
speaker_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_SPEAKER];
	const struct paragraph_form form = { .width = column.width };
	uint32_t tag = pages_add_tag(setting->pages, ROLE_P, column.tag, node->at);
	struct run_list runs = { 0 };

	inline_collect(setting, node, style, tag, &runs);
	flow_space(flow, style->before, true);
	flow_paragraph(flow, &runs, &form, column.left, style->leading);
}

/* The number or bullet of an item, in glyphs that end a little before its text. */
static struct line *
label_set(struct flow *flow, const struct node *list, int number,
	const struct column *inner, uint32_t tag)
{
	struct setting *setting = flow->setting;
	const struct paragraph_form form = { .width = inner->width, .pinned = true };
	struct run_list runs = { 0 };
	struct text label = TEXT("\u2022");
	struct line *line;
	size_t count;

	if (list->list.ordered)
		label = text_format(
			setting->scratch, "%d%c", number, list->list.delimiter);
	run_add(setting, &runs, run_of(setting, inner->text, label, tag));
	line = paragraph_set(setting, &runs, &form, &count);
	for (size_t i = 0; i < line->count; i++)
		line->items[i].x +=
			inner->left - inner->text->size * 6 / 10 - line->width;
	return line;
}

static void
list_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	length indent = length_scale(column.text->size, LIST_INDENT_TENTHS, 10);
	uint32_t tag = pages_add_tag(setting->pages, ROLE_L, column.tag, node->at);
	int number = node->list.start;

	setting->pages->tags[tag].ordered = node->list.ordered;
	flow_space(flow, space_of(&column, column.text->before), false);
	for (struct node *child = node->first; child; child = child->next, number++) {
		uint32_t item = pages_add_tag(setting->pages, ROLE_LI, tag, child->at);
		struct column inner = column_inner(column, indent, 0);
		uint32_t label_tag =
			pages_add_tag(setting->pages, ROLE_LBL, item, child->at);
		const struct line *label;
		size_t first;

		inner.tight = node->list.tight;
		inner.tag = pages_add_tag(setting->pages, ROLE_LBODY, item, child->at);
		label = label_set(flow, node, number, &inner, label_tag);
		first = flow->count;
		block_children(flow, child, inner);
		flow_label(flow, first, label, inner.text->leading);
		flow_space(flow, node->list.tight ? inner.text->after / 4 : 0, false);
	}
	flow_space(flow, space_of(&column, column.text->after), false);
}

static void
rule_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	struct item *rule = arena_make(setting->pages->ink, struct item);
	struct flow_item *line;

	(void)node;
	flow_space(flow, column.text->leading / 2, false);
	*rule = (struct item){ .kind = ITEM_RULE,
		.x = column.left,
		.rule = { column.width, HAIRLINE, setting->style->muted } };
	line = flow_add(flow, FLOW_LINE);
	line->height = HAIRLINE;
	line->items = rule;
	line->count = 1;
	flow_space(flow, column.text->leading / 2, false);
}

static void
code_flow(struct flow *flow, struct node *node, struct column column)
{
	codeblock_flow(flow, node,
		node->kind == NODE_HTML_BLOCK ? node->text : node->code.text, column);
}

/* A figure floats, unless the style has it stay where it is written. */
static void
floating_flow(struct flow *flow, struct node *node, struct column column)
{
	bool floats = !flow->setting->style->stays;

	if (floats)
		flow_float_open(flow, &column);
	figure_flow(flow, node, column);
	if (floats)
		flow_float_close(flow, node->at);
}

static void
place_flow(struct flow *flow, struct node *node, struct column column)
{
	(void)column;
	anchor_flow(flow, node);
}

/* How the blocks are set that stand in others; the rest is a part of one of these. */
static void (*const acts[NODE_KINDS])(struct flow *, struct node *, struct column) = {
	[NODE_HEADING] = heading_flow,
	[NODE_PARAGRAPH] = paragraph_flow,
	[NODE_QUOTE] = quote_flow,
	[NODE_SPEAKER] = speaker_flow,
	[NODE_CALLOUT] = callout_flow,
	[NODE_LIST] = list_flow,
	[NODE_CODE_BLOCK] = code_flow,
	[NODE_HTML_BLOCK] = code_flow,
	[NODE_TABLE] = table_flow,
	[NODE_FIGURE] = floating_flow,
	[NODE_KEY_NUMBERS] = keynumbers_flow,
	[NODE_CONTENTS] = contents_within,
	[NODE_INDEX] = index_flow,
	[NODE_ANCHOR] = place_flow,
	[NODE_CARDS] = cards_flow,
	[NODE_COLUMNS] = columns_flow,
	[NODE_RULE] = rule_flow,
};

/* The blocks of a language may look otherwise than those around them. */
static void
language_begin(struct setting *setting, struct text language, struct column *column)
{
	const struct style *before = setting->style;

	setting->tongue = tongue_find(setting->tongues, language);
	setting->style = style_for(setting->whole, language);
	if (column->text >= before->blocks &&
		column->text < before->blocks + STYLE_BLOCKS)
		column->text = &setting->style->blocks[column->text - before->blocks];
}

static void
child_flow(struct flow *flow, struct node *node, struct column column)
{
	struct setting *setting = flow->setting;
	struct pages *pages = setting->pages;
	const struct tongue *tongue = setting->tongue;
	const struct style *style = setting->style;
	struct arena_mark mark = arena_mark(setting->rough);
	size_t first = flow->count, floats = flow->float_count;
	const struct change change = flow->change;
	bool rtl = setting->rtl;
	size_t tag;

	flow->change = change_of(setting, node, ROLE_P, column.tag);
	tag = pages->tag_count;
	if (node->language.size)
		language_begin(setting, node->language, &column);
	setting->rtl = setting->tongue->rtl;
	if (acts[node->kind])
		acts[node->kind](flow, node, column);
	flow->change = change;
	/* A block's own tag is the first that it adds. */
	if (tag < pages->tag_count && node->language.size)
		pages_texts(pages, (uint32_t)tag)->language =
			text_keep(pages->arena, node->language);
	if (setting->rtl != rtl)
		mirror_flow(flow, first, floats, column.left, column.width);
	setting->tongue = tongue;
	setting->style = style;
	setting->rtl = rtl;
	arena_rewind(setting->rough, mark);
	shaper_rest(setting->shaper);
}

void
block_children(struct flow *flow, struct node *parent, struct column column)
{
	for (struct node *child = parent->first; child; child = child->next)
		child_flow(flow, child, column);
}

void
block_flow(struct flow *flow, struct node *first, const struct block_style *text,
	uint32_t tag)
{
	const struct style *style = flow->setting->style;
	const struct column column = { .width = style->width - style->left -
						style->right,
		.tag = tag,
		.text = text,
		.free = true };

	for (struct node *child = first; child; child = child->next) {
		child_flow(flow, child, column);
		if (flow->between)
			flow->between(flow);
	}
	/* A page that was turned last needs no page after it. */
	while (flow->count && (flow->items[flow->count - 1].kind == FLOW_SPACE ||
				      flow->items[flow->count - 1].kind == FLOW_TURN))
		flow->count--;
}
