#include "figure.h"

#include "base/arena.h"
#include "layout/chart/chart.h"
#include "layout/flow/flow.h"
#include "layout/flow/note.h"
#include "layout/flow/picture.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/tongue.h"
#include "layout/landmark.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

enum {
	SPARE_LINES = 6,  /* of a page that stay free for a heading above */
	LEAST_TENTHS = 3, /* of a page that the content of a figure has at least */
};

static struct node *
child_of(struct node *figure, enum node_kind kind)
{
	struct node *child = figure->first;

	while (child && child->kind != kind)
		child = child->next;
	return child;
}

/* What the figure shows. */
static struct node *
content_of(struct node *figure)
{
	struct node *picture = child_of(figure, NODE_PICTURE);

	return picture ? picture : child_of(figure, NODE_CHART);
}

static bool
is_decorative(const struct node *content)
{
	return content->kind == NODE_PICTURE && content->picture.decorative;
}

/* "Figure 3." and the caption. */
static struct run_list
caption_collect(struct setting *setting, const struct node *figure,
	struct node *caption, uint32_t tag)
{
	const struct block_style *style = &setting->style->blocks[STYLE_CAPTION];
	struct text word = words_find(setting->document->language, WORD_FIGURE);
	struct text number = landmark_number(setting, figure);
	struct block_style strong = *style;
	struct run_list runs = { 0 };

	strong.bold = true;
	if (number.size)
		run_add(setting, &runs,
			run_of(setting, &strong,
				text_format(setting->scratch, "%.*s\u00a0%.*s.\u2002",
					TEXT_ARG(word), TEXT_ARG(number)),
				tag));
	inline_collect(setting, caption, style, tag, &runs);
	return runs;
}

/* The caption of what only adorns is a paragraph. */
static void
caption_flow(struct flow *flow, struct node *figure, const struct column *column,
	uint32_t tag)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_CAPTION];
	const struct paragraph_form form = { .width = column->width, .pinned = true };
	struct node *caption = child_of(figure, NODE_CAPTION);
	struct run_list runs;

	if (!caption)
		return;
	tag = pages_add_tag(setting->pages, tag == column->tag ? ROLE_P : ROLE_CAPTION,
		tag, caption->at);
	runs = caption_collect(setting, figure, caption, tag);
	flow_space(flow, style->after, true);
	flow_paragraph(flow, &runs, &form, column->left, style->leading);
}

/* Whoever wrote the word needs no other. */
static void
source_collect(struct setting *setting, struct node *credit,
	const struct block_style *style, uint32_t tag, struct run_list *runs)
{
	struct text word = words_find(setting->tongue->language, WORD_SOURCE);

	if (text_starts(node_plain(setting->scratch, credit), word))
		return;
	run_add(setting, runs,
		run_of(setting, style,
			text_format(setting->scratch, "%.*s\u00a0", TEXT_ARG(word)),
			tag));
}

/* Whose picture it is: small, and beside the figure in the tree, where its alt does not
 * stand in for it. */
static void
credit_flow(struct flow *flow, struct node *figure, const struct column *column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_CREDIT];
	const struct paragraph_form form = { .width = column->width, .pinned = true };
	struct node *credit = child_of(figure, NODE_CREDIT);
	struct run_list runs = { 0 };
	uint32_t tag;

	if (!credit)
		return;
	tag = pages_add_tag(setting->pages, ROLE_P, column->tag, credit->at);
	if (child_of(figure, NODE_CHART))
		source_collect(setting, credit, style, tag, &runs);
	inline_collect(setting, credit, style, tag, &runs);
	flow_space(flow, style->before, true);
	flow_paragraph(flow, &runs, &form, column->left, style->leading);
}

/* How high the content may be above what is already set. */
static length
room_above(const struct flow *flow, size_t first)
{
	const struct style *style = flow->setting->style;
	length page = style->height - style->top - style->bottom;
	int64_t room = page - (int64_t)SPARE_LINES * style->blocks[STYLE_TEXT].leading;

	for (size_t i = first; i < flow->count; i++)
		room -= flow->items[i].height;
	for (const struct frame *frame = flow->frame; frame; frame = frame->outer)
		room -= 2 * frame->padding;
	return room < page * LEAST_TENTHS / 10 ? page * LEAST_TENTHS / 10
					       : (length)room;
}

/* Puts the items from `middle` on before those from `first` on. */
static void
items_swap(struct flow *flow, size_t first, size_t middle)
{
	size_t count = middle - first, rest = flow->count - middle;
	struct flow_item *copy =
		arena_array(flow->setting->scratch, struct flow_item, count + 1);

	for (size_t i = 0; i < count; i++)
		copy[i] = flow->items[first + i];
	for (size_t i = 0; i < rest; i++)
		flow->items[first + i] = flow->items[middle + i];
	for (size_t i = 0; i < count; i++)
		flow->items[first + rest + i] = copy[i];
}

/* Who makes a document without parse may have forgotten the alt. */
static struct text
alt_of(struct setting *setting, struct node *picture)
{
	struct node *caption = child_of(picture->parent, NODE_CAPTION);

	if (picture->picture.alt.size)
		return picture->picture.alt;
	return caption ? node_plain(setting->scratch, caption) : picture->picture.file;
}

static void
content_flow(struct flow *flow, struct node *content, struct column column, length most)
{
	struct pages *pages = flow->setting->pages;

	if (content->kind == NODE_CHART) {
		chart_flow(flow, content, column, most);
		return;
	}
	if (!content->picture.decorative)
		pages_texts(pages, column.tag)->alt =
			text_keep(pages->arena, alt_of(flow->setting, content));
	picture_flow(flow, content, column, most);
}

/* What stands below is set first, so that the content leaves room for it. */
void
figure_flow(struct flow *flow, struct node *figure, struct column column)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_CAPTION];
	struct node *content = content_of(figure);
	struct column inner = column;
	size_t first, middle;

	if (!content)
		return;
	if (!is_decorative(content))
		inner.tag = pages_add_tag(
			setting->pages, ROLE_FIGURE, column.tag, figure->at);
	flow_space(flow, style->before, false);
	if (figure->figure.id.size)
		flow_add(flow, FLOW_MARK)->mark.name = figure->figure.id;
	first = flow->count;
	caption_flow(flow, figure, &column, inner.tag);
	credit_flow(flow, figure, &column);
	notes_flow(flow, figure, column, column.tag);
	middle = flow->count;
	content_flow(flow, content, inner, room_above(flow, first));
	items_swap(flow, first, middle);
	for (size_t i = first; i + 1 < flow->count; i++)
		flow->items[i].cost = FLOW_COST_NEVER;
	flow_space(flow, style->leading, false);
}
