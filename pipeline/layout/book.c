/* Every section begins on a page of its own and is set by itself.  The contents come
 * before the body, so the body is set first, and put on its pages when it is known on
 * which.  Where nothing comes before it and no text says what stands on which page, the
 * pages are finished as they come, and those of a long section while it is being set.
 */
#include "book.h"

#include "base/arena.h"
#include "layout/chapter.h"
#include "layout/flow/contents.h"
#include "layout/landmark.h"
#include "layout/pages/cover.h"
#include "layout/pages/furniture.h"
#include "layout/pages/press.h"
#include "layout/pages/sheet.h"
#include "layout/pages/ship.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

static struct text
label_arabic(struct setting *setting, size_t number)
{
	return text_format(setting->pages->arena, "%zu", number);
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
		chapter_list(book, &chapter);
		chapter_ship(book, &chapter);
	}
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
		chapter_list(book, &chapter);
		chapter_ship(book, &chapter);
		book->page_count = chapter.first - 1;
		if (section->next)
			chapter_settle(
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
		chapter_list(book, chapter);
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
	sheets = chapter_break(&flow, &count);
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
			pages, (struct bookmark){ chapter_words(pages->arena, heading),
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
