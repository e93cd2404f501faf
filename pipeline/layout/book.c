/* Every section begins on a page of its own and is set by itself.  The contents come
 * before the body, so the body is set first, and put on its pages when it is known on
 * which.  Where nothing comes before it and no text says what stands on which page, the
 * pages are finished as they come, and those of a long section while it is being set.
 */
#include "book.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow/block.h"
#include "layout/flow/contents.h"
#include "layout/flow/flow.h"
#include "layout/landmark.h"
#include "layout/pages/cover.h"
#include "layout/pages/furniture.h"
#include "layout/pages/instalment.h"
#include "layout/pages/linegrid.h"
#include "layout/pages/opener.h"
#include "layout/pages/paginate.h"
#include "layout/pages/press.h"
#include "layout/pages/ship.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* A section that is set and broken into pages, before it is put on them. */
struct chapter {
	struct flow flow; /* first, so that what belongs to it is found */
	struct book *book;
	struct node *section;
	uint32_t tag;
	struct opener opener;
	struct sheet *sheets;
	size_t sheet_count;
	struct text
		head; /* the running head: the words of its first heading at first */
	size_t first; /* the number of the first page of the sheets, from 1 */
	bool begun;   /* pages of it were made before those */
	size_t due;   /* items of the flow, until it goes on pages */
};

struct book {
	struct setting *setting;
	struct chapter *chapters; /* of the body */
	size_t chapter_count;
	size_t page_count; /* of the body */
	struct press *press;
	bool flowing; /* pages are finished as they come */
	struct entries entries;
	struct text (*label)(struct setting *, size_t number); /* of pages */
};

static struct text
label_arabic(struct setting *setting, size_t number)
{
	return text_format(setting->pages->arena, "%zu", number);
}

/* Breaks a flow into pages as high as the style has them. */
static struct sheet *
sheets_make(struct flow *flow, size_t *ret_count)
{
	const struct style *style = flow->setting->style;
	length margins = style->top + style->bottom;

	linegrid_settle(flow);
	return paginate(
		flow, style->height - margins, style->width - margins, ret_count);
}

static struct text
heading_text(struct arena *arena, struct node *heading)
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
			return heading_text(setting->scratch, child);
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

static void chapter_relieve(struct flow *);

static void
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
	chapter->sheets = sheets_make(&chapter->flow, &chapter->sheet_count);
}

static size_t
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

/* Which page each heading stands on. */
static void
entries_gather(struct book *book, const struct chapter *chapter)
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

/* A page that says nothing, so that the next is a right-hand one, or a left-hand one.
 */
static void
page_fill(struct book *book, bool verso, size_t number)
{
	struct setting *setting = book->setting;
	const struct style *style = setting->style;
	uint32_t page;

	if (!style->facing || setting->pages->page_count % 2 == (verso ? 1 : 0))
		return;
	page = pages_add_page(setting->pages, style->width, style->height);
	setting->pages->pages[page].label = book->label(setting, number);
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
			head = heading_text(setting->scratch, item->mark.heading);
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

/* Puts the sheets on their pages.  A section's first page has no running head. */
static void
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

/* Sections that are set and put on their pages at once. */
static void
places_make(struct book *book, enum node_place place, uint32_t tag)
{
	struct setting *setting = book->setting;

	for (struct node *section = setting->document->root->first; section;
		section = section->next) {
		struct chapter chapter;

		if (section->section.place != place)
			continue;
		if (place == PLACE_FOREWORD)
			page_fill(book, false, setting->pages->page_count + 1);
		if (place == PLACE_BACK)
			page_fill(book, true, book->page_count + 1);
		chapter_set(book, section, tag, &chapter);
		chapter.first = setting->pages->page_count + 1;
		entries_gather(book, &chapter);
		chapter_ship(book, &chapter);
	}
}

/* Says on the last page what is settled by it. */
static void
page_settle(struct pages *pages, uint32_t settled, uint32_t open)
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
	chapter->sheets = sheets_make(flow, &chapter->sheet_count);
	chapter->sheet_count =
		setting->diags->count > before.count
			? 0
			: instalment_count(flow, chapter->sheets, chapter->sheet_count);
	diag_return(setting->diags, &before);
	chapter->due = flow->count * 2;
	if (chapter->sheet_count) {
		struct sheet next = chapter->sheets[chapter->sheet_count];

		entries_gather(book, chapter);
		chapter_ship(book, chapter);
		instalment_drop(flow, &next);
		page_settle(setting->pages, instalment_settled(flow, chapter->tag),
			chapter->tag);
		press_finish(book->press, next.from, flow->count);
		chapter->due = INSTALMENT_ITEMS;
	}
	arena_rewind(setting->rough, mark);
}

/* A section that begins with a heading of the second level is a chapter of the part
 * before it, and begins on any page. */
static bool
begins_recto(const struct book *book, const struct node *section)
{
	const struct node *heading = section->first;

	while (heading && heading->kind != NODE_HEADING)
		heading = heading->next;
	return book->setting->style->recto && (!heading || heading->heading.level == 1);
}

/* The sections one by one, each on its pages when it is set. */
static void
body_flow(struct book *book)
{
	struct setting *setting = book->setting;
	const struct node *root = setting->document->root;

	for (struct node *section = root->first; section; section = section->next) {
		struct chapter chapter;

		if (begins_recto(book, section) && book->page_count % 2)
			page_fill(book, false, ++book->page_count);
		chapter_set(book, section, 1, &chapter);
		entries_gather(book, &chapter);
		chapter_ship(book, &chapter);
		book->page_count = chapter.first - 1;
		if (section->next)
			page_settle(
				setting->pages, (uint32_t)setting->pages->tag_count, 1);
		press_finish(book->press, 0, 0);
		press_rest(book->press);
	}
}

/* Sets the body; its pages are not made yet. */
static void
body_set(struct book *book)
{
	struct setting *setting = book->setting;
	struct node *root = setting->document->root;
	size_t count = 0, page = 1;

	for (const struct node *section = root->first; section; section = section->next)
		count++;
	book->chapters = arena_array(setting->scratch, struct chapter, count + 1);
	for (struct node *section = root->first; section; section = section->next) {
		struct chapter *chapter = &book->chapters[book->chapter_count];

		if (section->section.place != PLACE_BODY)
			continue;
		book->chapter_count++;
		chapter_set(book, section, 1, chapter);
		page += begins_recto(book, section) && page % 2 == 0;
		chapter->first = page;
		entries_gather(book, chapter);
		page += chapter_pages(chapter);
	}
	book->page_count = page - 1;
}

static void
contents_make(struct book *book, uint32_t tag)
{
	struct setting *setting = book->setting;
	struct flow flow = { .setting = setting };
	struct sheet *sheets;
	size_t count;

	if (book->entries.count == 0)
		return;
	page_fill(book, false, setting->pages->page_count + 1);
	contents_flow(&flow, &book->entries, tag);
	sheets = sheets_make(&flow, &count);
	for (size_t i = 0; i < count; i++) {
		uint32_t page = ship_page(&flow, &sheets[i], TEXT(""));

		ship_sheet(&flow, &sheets[i], page);
		setting->pages->pages[page].label = furniture_roman(setting, page + 1);
		furniture_page(setting, page, TEXT(""));
	}
}

static void
body_ship(struct book *book)
{
	for (size_t i = 0; i < book->chapter_count; i++) {
		struct chapter *chapter = &book->chapters[i];

		if (begins_recto(book, chapter->section))
			page_fill(book, false, chapter->first - 1);
		chapter_ship(book, chapter);
	}
}

static void
bookmarks_make(struct book *book)
{
	struct pages *pages = book->setting->pages;

	for (size_t i = 0; i < book->entries.count; i++) {
		struct node *heading = book->entries.items[i].node;

		if (heading->kind != NODE_HEADING || heading->heading.id.size == 0)
			continue;
		pages_add_bookmark(
			pages, (struct bookmark){ heading_text(pages->arena, heading),
				       heading->heading.level,
				       text_keep(pages->arena, heading->heading.id) });
	}
}

/* A document that says nothing has a page all the same. */
static void
page_empty(struct setting *setting)
{
	const struct style *style = setting->style;
	uint32_t page = pages_add_page(setting->pages, style->width, style->height);

	setting->pages->pages[page].label = TEXT("1");
	furniture_page(setting, page, TEXT(""));
}

/* Nothing comes before the body or after it, and no text says what stands on a page. */
static bool
can_flow(const struct setting *setting)
{
	const struct node *root = setting->document->root;

	if (setting->landmarks->foretold)
		return false;
	for (const struct node *section = root->first; section; section = section->next)
		if (section->section.place != PLACE_BODY)
			return false;
	return true;
}

static void
book_whole(struct book *book)
{
	struct setting *setting = book->setting;
	bool wanted = setting->document->front;
	uint32_t front = 1;

	/* Siblings are in reading order, so the front's tag comes first. */
	if (wanted) {
		front = pages_add_tag(
			setting->pages, ROLE_SECT, 1, (struct place){ 0 });
		cover_make(setting, front);
	}
	book->label = furniture_roman;
	places_make(book, PLACE_IMPRINT, front);
	places_make(book, PLACE_FOREWORD, front);
	book->label = label_arabic;
	body_set(book);
	book->label = furniture_roman;
	if (wanted)
		contents_make(book, front);
	if (setting->pages->page_count)
		page_fill(book, false, setting->pages->page_count + 1);
	book->label = label_arabic;
	body_ship(book);
	places_make(book, PLACE_BACK, 1);
}

void
book_make(struct setting *setting)
{
	struct book book = {
		.setting = setting, .label = label_arabic, .flowing = can_flow(setting)
	};
	struct press press;

	if (!book.flowing)
		setting->relay = NULL;
	press = press_open(setting);
	book.press = &press;
	setting->pages->rtl = setting->rtl;
	if (book.flowing)
		body_flow(&book);
	else
		book_whole(&book);
	if (setting->pages->page_count == 0)
		page_empty(setting);
	press_finish(&press, 0, 0);
	press_close(&press);
	bookmarks_make(&book);
}
