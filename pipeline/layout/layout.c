/* layout.c - a document comes in, pages go out.
 *
 * Every section begins on a page of its own and is set by itself; only then, when it
 * is known what stands on which page, are the cover and the contents made.  Refused
 * are characters that no font has and styles whose fonts are not there.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow/block.h"
#include "layout/flow/contents.h"
#include "layout/flow/flow.h"
#include "layout/flow/mirror.h"
#include "layout/flow/note.h"
#include "layout/inline/face.h"
#include "layout/inline/shape.h"
#include "layout/inline/tongue.h"
#include "layout/landmark.h"
#include "layout/pages/furniture.h"
#include "layout/pages/paginate.h"
#include "layout/pages/ship.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"
#include "stage.h"

enum { PASSES = 3 }; /* until folios in the text are right */

/* A section that was set and broken into pages, before it is put on them. */
struct chapter {
	struct node *section;
	struct flow flow;
	struct sheet *sheets;
	size_t sheet_count;
	struct text head; /* of its pages: the words of its first heading */
};

struct book {
	struct setting *setting;
	struct chapter *chapters;
	size_t chapter_count;
	struct entry *entries;
	size_t entry_count, entry_room;
};

/* Breaks a flow into pages as high as the style has them. */
static struct sheet *
sheets_make(const struct flow *flow, size_t *ret_count)
{
	const struct style *style = flow->setting->style;
	length margins = style->top + style->bottom;

	return paginate(
		flow, style->height - margins, style->width - margins, ret_count);
}

static bool
setting_open(struct job *job, const struct document *document, struct pages *pages,
	struct landmarks *landmarks, struct setting *ret_setting)
{
	struct setting setting = { .diags = job->diags,
		.scratch = job->scratch,
		.files = job->files,
		.style = job->style,
		.document = document,
		.pages = pages,
		.landmarks = landmarks,
		.missing = buffer_make(job->scratch) };

	if (!face_set_open(job, job->style, &setting.faces))
		return false;
	setting.shaper = shaper_open(job->scratch, setting.faces);
	setting.tongues = tongue_set_open(job);
	setting.tongue = tongue_find(setting.tongues, document->language);
	setting.rtl = setting.tongue->rtl;
	setting.notes = notes_index(job->scratch, document);
	*ret_setting = setting;
	return true;
}

static void
setting_close(struct setting *setting)
{
	tongue_set_close(setting->tongues);
	shaper_close(setting->shaper);
	face_set_close(setting->faces);
}

/* The first moment of "2024", "2024-03" or "2024-03-31". */
static struct text
date_whole(struct arena *arena, struct text date)
{
	static const char first[] = "YYYY-01-01";

	if (date.size != 4 && date.size != 7 && date.size != 10)
		return TEXT("");
	return text_format(
		arena, "%.*s%sT00:00:00Z", TEXT_ARG(date), first + date.size);
}

static void
facts_copy(const struct document *document, struct pages *pages)
{
	struct arena *arena = pages->arena;

	pages->title = text_keep(arena, document->title);
	pages->subtitle = text_keep(arena, document->subtitle);
	pages->language = document->language.size ? text_keep(arena, document->language)
						  : TEXT("en");
	pages->publisher = text_keep(arena, document->publisher);
	pages->date = date_whole(arena, document->date);
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

static void
chapter_set(struct setting *setting, struct node *section, struct chapter *chapter)
{
	uint32_t tag = pages_add_tag(setting->pages, ROLE_SECT, 1, section->at);

	chapter->section = section;
	chapter->head = chapter_head(setting, section);
	setting->pages->tags[tag].title =
		text_keep(setting->pages->arena, chapter->head);
	chapter->flow.setting = setting;
	block_flow(&chapter->flow, section, tag);
	chapter->sheets = sheets_make(&chapter->flow, &chapter->sheet_count);
}

static void
chapters_set(struct book *book)
{
	const struct node *root = book->setting->document->root;
	size_t count = 0;

	for (const struct node *section = root->first; section; section = section->next)
		count++;
	book->chapters = arena_array(book->setting->scratch, struct chapter, count + 1);
	for (struct node *section = root->first; section; section = section->next)
		chapter_set(
			book->setting, section, &book->chapters[book->chapter_count++]);
}

/* Which page of the body each heading stands on, counted from 1. */
static void
entries_gather(struct book *book)
{
	struct arena *arena = book->setting->scratch;
	size_t page = 0;

	for (size_t i = 0; i < book->chapter_count; i++) {
		const struct chapter *chapter = &book->chapters[i];

		for (size_t j = 0; j < chapter->sheet_count; j++) {
			page++;
			for (size_t k = chapter->sheets[j].from;
				k < chapter->sheets[j].to; k++) {
				if (chapter->flow.items[k].kind != FLOW_MARK ||
					!chapter->flow.items[k].mark.heading)
					continue;
				book->entries = arena_room(arena, book->entries,
					book->entry_count, &book->entry_room,
					sizeof *book->entries);
				book->entries[book->entry_count++] = (struct entry){
					chapter->flow.items[k].mark.heading,
					text_format(arena, "%zu", page),
				};
			}
		}
	}
}

/* Cover and contents, on pages i, ii, …; the cover shows no folio. */
static void
front_make(struct book *book, uint32_t tag)
{
	struct setting *setting = book->setting;
	struct flow flow = { .setting = setting };
	struct sheet *sheets;
	size_t count;

	furniture_cover(setting, tag);
	if (book->entry_count == 0)
		return;
	contents_flow(&flow, book->entries, book->entry_count, tag);
	sheets = sheets_make(&flow, &count);
	for (size_t i = 0; i < count; i++) {
		uint32_t page = ship_sheet(&flow, &sheets[i], TEXT(""));

		setting->pages->pages[page].label = furniture_roman(setting, page + 1);
		furniture_page(setting, page, TEXT(""));
	}
}

/* The pages of the body.  A section's first page has no running head. */
static void
body_make(struct book *book)
{
	struct setting *setting = book->setting;
	size_t number = 0;

	for (size_t i = 0; i < book->chapter_count; i++) {
		const struct chapter *chapter = &book->chapters[i];

		for (size_t j = 0; j < chapter->sheet_count; j++) {
			uint32_t page = ship_sheet(&chapter->flow, &chapter->sheets[j],
				chapter->section->section.id);

			setting->pages->pages[page].label =
				text_format(setting->pages->arena, "%zu", ++number);
			furniture_page(setting, page, j ? chapter->head : TEXT(""));
		}
	}
}

static void
bookmarks_make(struct book *book)
{
	struct pages *pages = book->setting->pages;

	for (size_t i = 0; i < book->entry_count; i++) {
		struct node *heading = book->entries[i].heading;

		if (heading->heading.id.size == 0)
			continue;
		pages_add_bookmark(
			pages, (struct bookmark){ heading_text(pages->arena, heading),
				       heading->heading.level,
				       text_keep(pages->arena, heading->heading.id) });
	}
}

/* Until here the pages of a document that is read from the right begin at the left. */
static void
pages_turn(struct pages *pages)
{
	for (size_t i = 0; i < pages->page_count; i++)
		mirror_items(pages->pages[i].items, pages->pages[i].count, 0,
			pages->pages[i].width);
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

static void
book_make(struct setting *setting)
{
	struct book book = { .setting = setting };
	uint32_t front = 0;

	/* Siblings are in reading order, so the front's tag comes first. */
	if (setting->document->front)
		front = pages_add_tag(
			setting->pages, ROLE_SECT, 1, (struct place){ 0 });
	chapters_set(&book);
	entries_gather(&book);
	if (front)
		front_make(&book, front);
	body_make(&book);
	if (setting->pages->page_count == 0)
		page_empty(setting);
	setting->pages->rtl = setting->rtl;
	if (setting->rtl)
		pages_turn(setting->pages);
	bookmarks_make(&book);
}

/* Sets the whole document. */
static bool
pages_set(struct job *job, const struct document *document, struct pages *pages,
	struct landmarks *landmarks)
{
	size_t before = job->diags->errors;
	struct setting setting;

	if (!setting_open(job, document, pages, landmarks, &setting))
		return false;
	facts_copy(document, pages);
	book_make(&setting);
	setting_close(&setting);
	return job->diags->errors == before;
}

/* Folios in the text may be wrong at first; what is said is said by the last pass. */
static bool
layout_run(struct job *job, const struct piece *in, struct arena *arena,
	struct piece *ret_out)
{
	struct landmarks *landmarks = landmarks_make(job->scratch, in->document);

	for (int pass = 1;; pass++) {
		struct diag_list before = *job->diags;
		struct pages *pages = pages_make(arena);

		if (!pages_set(job, in->document, pages, landmarks))
			return false;
		ret_out->pages = pages;
		if (landmarks_settle(landmarks, job->scratch, pages) || pass == PASSES)
			return true;
		diag_return(job->diags, &before);
	}
}

const struct stage layout_stage = {
	.name = "layout",
	.summary = "document to pages: fonts, lines, page breaks, tags",
	.takes = FORM_DOCUMENT,
	.gives = FORM_PAGES,
	.run = layout_run,
};
