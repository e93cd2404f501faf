#include "chapter.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow/block.h"
#include "layout/pages/cover.h"
#include "layout/pages/furniture.h"
#include "layout/pages/instalment.h"
#include "layout/pages/linegrid.h"
#include "layout/pages/paginate.h"
#include "layout/pages/press.h"
#include "layout/pages/ship.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

struct sheet *
chapter_break(struct flow *flow, size_t *ret_count)
{
	const struct style *style = flow->setting->style;
	length margins = style->top + style->bottom;

	linegrid_settle(flow);
	return paginate(
		flow, style->height - margins, style->width - margins, ret_count);
}

struct text
chapter_words(struct arena *arena, struct node *heading)
{
	struct text words = node_plain(arena, heading);

	if (heading->heading.number.size == 0)
		return words;
	return text_format(arena, "%.*s. %.*s", TEXT_ARG(heading->heading.number),
		TEXT_ARG(words));
}

static struct text
chapter_head(struct setting *setting, struct node *section)
{
	for (struct node *child = section->first; child; child = child->next)
		if (child->kind == NODE_HEADING)
			return chapter_words(setting->scratch, child);
	return TEXT("");
}

/* What is small print stands at the foot of its page. */
static void
flow_sink(struct flow *flow)
{
	const struct style *style = flow->setting->style;
	length room = style->height - style->top - style->bottom;
	struct flow_item *strut;

	for (size_t i = 0; i < flow->count; i++)
		room -= flow_height(&flow->items[i]);
	if (room <= 0)
		return;
	flow_add(flow, FLOW_LINE);
	for (size_t i = flow->count - 1; i > 0; i--)
		flow->items[i] = flow->items[i - 1];
	strut = &flow->items[0];
	*strut = (struct flow_item){
		.kind = FLOW_LINE, .height = room, .cost = FLOW_COST_NEVER
	};
}

size_t
chapter_pages(const struct chapter *chapter)
{
	bool alone = chapter->opener.heading && chapter->opener.alone;

	return chapter->sheet_count - (alone && chapter->flow.count == 0) + alone;
}

static void
entry_add(struct book *book, struct node *node, size_t page)
{
	struct arena *arena = book->setting->scratch;
	struct entries *entries = &book->entries;

	if (!node)
		return;
	entries->items = arena_room(arena, entries->items, entries->count,
		&entries->room, sizeof *entries->items);
	entries->items[entries->count++] =
		(struct entry){ node, book->label(book->setting, page) };
}

void
chapter_list(struct book *book, const struct chapter *chapter)
{
	const struct flow *flow = &chapter->flow;
	size_t page = chapter->first;

	if (chapter->opener.heading && chapter->opener.alone && !chapter->begun)
		entry_add(book, chapter->opener.heading, page++);
	for (size_t i = 0; i < chapter->sheet_count; i++, page++)
		for (size_t j = chapter->sheets[i].from; j < chapter->sheets[i].to; j++)
			if (flow->items[j].kind == FLOW_MARK)
				entry_add(book, flow->items[j].mark.heading, page);
}

/* The running head of a page: that of the section, or the last one of the second level
 * so far. */
static struct text
head_find(const struct chapter *chapter, const struct sheet *sheet, struct text head)
{
	struct setting *setting = chapter->flow.setting;

	if (setting->style->heads != HEADS_SUBSECTION)
		return head;
	for (size_t i = sheet->from; i < sheet->to; i++) {
		const struct flow_item *item = &chapter->flow.items[i];

		if (item->kind == FLOW_MARK && item->mark.heading &&
			item->mark.heading->heading.level == 2)
			head = chapter_words(setting->scratch, item->mark.heading);
	}
	return head;
}

/* The opener on a page of its own, which has no folio. */
static void
opener_ship(struct book *book, const struct chapter *chapter)
{
	struct setting *setting = book->setting;
	struct pages *pages = setting->pages;
	const struct style *style = setting->style;
	struct text name = chapter->opener.heading->heading.id;
	uint32_t page = pages_add_page(pages, style->width, style->height);

	pages->pages[page].section =
		text_keep(pages->arena, chapter->section->section.id);
	pages->pages[page].label = book->label(setting, chapter->first);
	if (name.size)
		pages_add_destination(pages,
			(struct destination){ text_keep(pages->arena, name), page, 0 });
	opener_put(setting, &chapter->opener, page);
}

/* A section's first page has no running head. */
void
chapter_ship(struct book *book, struct chapter *chapter)
{
	struct setting *setting = book->setting;
	enum node_place place = chapter->section->section.place;
	bool alone = chapter->opener.heading && chapter->opener.alone;

	if (alone && !chapter->begun) {
		opener_ship(book, chapter);
		chapter->first++;
		chapter->begun = true;
	}
	for (size_t i = 0; i < chapter->sheet_count; i++, chapter->first++) {
		const struct sheet *sheet = &chapter->sheets[i];
		uint32_t page;

		if (alone && chapter->flow.count == 0)
			break;
		page = ship_page(&chapter->flow, sheet, chapter->section->section.id);
		if (place == PLACE_BACK)
			cover_back(setting, page);
		else
			setting->pages->pages[page].label =
				book->label(setting, chapter->first);
		if (!alone && !chapter->begun)
			opener_put(setting, &chapter->opener, page);
		ship_sheet(&chapter->flow, sheet, page);
		chapter->head = head_find(chapter, sheet, chapter->head);
		if (place != PLACE_IMPRINT && place != PLACE_BACK)
			furniture_page(setting, page,
				chapter->begun && setting->style->heads != HEADS_NONE
					? chapter->head
					: TEXT(""));
		chapter->begun = true;
	}
}

void
chapter_settle(struct pages *pages, uint32_t settled, uint32_t open)
{
	struct page *page = &pages->pages[pages->page_count - 1];

	page->settled = settled;
	page->open = open;
}

/* Puts what is final of a long section on its pages.  What is said of pages is said
 * when they are made; where something is to be said, or nothing is final yet, they wait
 * until there are twice as many. */
static void
chapter_relieve(struct flow *flow)
{
	struct chapter *chapter = (struct chapter *)flow;
	struct book *book = chapter->book;
	struct setting *setting = book->setting;
	struct arena_mark mark = arena_mark(setting->rough);
	struct diag_list before = *setting->diags;

	if (flow->count < chapter->due)
		return;
	chapter->sheets = chapter_break(flow, &chapter->sheet_count);
	chapter->sheet_count =
		setting->diags->count > before.count
			? 0
			: instalment_count(flow, chapter->sheets, chapter->sheet_count);
	diag_return(setting->diags, &before);
	chapter->due = flow->count * 2;
	if (chapter->sheet_count) {
		struct sheet next = chapter->sheets[chapter->sheet_count];

		chapter_list(book, chapter);
		chapter_ship(book, chapter);
		instalment_drop(flow, &next);
		chapter_settle(setting->pages, instalment_settled(flow, chapter->tag),
			chapter->tag);
		press_finish(book->press, next.from, flow->count);
		chapter->due = INSTALMENT_ITEMS;
	}
	arena_rewind(setting->rough, mark);
}

void
chapter_set(struct book *book, struct node *section, uint32_t parent,
	struct chapter *chapter)
{
	struct setting *setting = book->setting;
	const struct style *style = setting->style;
	enum node_place place = section->section.place;
	bool small = place == PLACE_IMPRINT || place == PLACE_BACK;
	uint32_t tag = pages_add_tag(setting->pages, ROLE_SECT, parent, section->at);
	struct node *first = section->first;

	*chapter = (struct chapter){ .flow = { .setting = setting },
		.book = book,
		.section = section,
		.tag = tag,
		.head = chapter_head(setting, section),
		.first = book->page_count + 1,
		.due = INSTALMENT_ITEMS };
	if (book->flowing)
		chapter->flow.between = chapter_relieve;
	pages_texts(setting->pages, tag)->title =
		text_keep(setting->pages->arena, chapter->head);
	if (place == PLACE_BODY)
		first = opener_set(setting, section, tag, &chapter->opener);
	opener_flow(&chapter->flow, &chapter->opener);
	block_flow(&chapter->flow, first,
		&style->blocks[small ? STYLE_IMPRINT : STYLE_TEXT], tag);
	if (small)
		flow_sink(&chapter->flow);
	chapter->sheets = chapter_break(&chapter->flow, &chapter->sheet_count);
}
