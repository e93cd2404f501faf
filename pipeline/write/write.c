/* write.c - pages in, a PDF out.
 *
 * What comes out is PDF 1.7, tagged, and means to be PDF/UA-1: fonts embedded as
 * subsets, text that can be copied exactly, a structure tree, an outline, page
 * labels, title and language.  The same pages always give the same bytes.  Pages
 * whose measures a PDF cannot hold are refused, and fonts that cannot be embedded.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "base/length.h"
#include "model/pages.h"
#include "model/relay.h"
#include "stage.h"
#include "write/content.h"
#include "write/deflate.h"
#include "write/draft.h"
#include "write/font.h"
#include "write/haru.h"
#include "write/image.h"
#include "write/link.h"
#include "write/metadata.h"
#include "write/nametree.h"
#include "write/outline.h"
#include "write/pagelabel.h"
#include "write/pagetree.h"
#include "write/parenttree.h"
#include "write/structure.h"

/* Of a page's sides and of all places on it: what viewers accept (ISO 32000-1,
 * annex C), and of type. */
enum {
	SIDE_LEAST = 3 * LENGTH_POINT,
	SIDE_MOST = 14400 * LENGTH_POINT,
	SIZE_MOST = 2000 * LENGTH_POINT,
	SIZE_LEAST = LENGTH_POINT / 10,
};

static const struct place nowhere = { .file = { "", 0 } };

static bool
refuse(struct draft *draft, size_t page, const char *why)
{
	diag_add(draft->diags, DIAG_W101, nowhere, "page %zu %s", page + 1, why);
	return false;
}

static bool
is_near(int64_t value)
{
	return value >= -SIDE_MOST && value <= SIDE_MOST;
}

static bool
run_check(struct draft *draft, size_t page, const struct item *item)
{
	int64_t advance = 0;

	if (item->run.size < SIZE_LEAST || item->run.size > SIZE_MOST)
		return refuse(draft, page, "has type of a size that a PDF cannot hold");
	for (size_t i = 0; i < item->run.count; i++) {
		const struct glyph *glyph = &item->run.glyphs[i];

		advance += glyph->advance;
		if (!is_near(advance) || !is_near(glyph->dx) || !is_near(glyph->dy))
			return refuse(
				draft, page, "has a line that runs off the paper");
	}
	return true;
}

/* So that no sum of lengths overflows later. */
static bool
page_check(struct draft *draft, const struct page *page, size_t index)
{
	if (page->width < SIDE_LEAST || page->width > SIDE_MOST ||
		page->height < SIDE_LEAST || page->height > SIDE_MOST)
		return refuse(draft, index, "is of a size that a PDF cannot hold");
	for (size_t i = 0; i < page->count; i++) {
		const struct item *item = &page->items[i];

		if (!is_near(item->x) || !is_near(item->y))
			return refuse(draft, index, "has something far off the paper");
		if (item->kind == ITEM_GLYPHS && !run_check(draft, index, item))
			return false;
		if (item->kind == ITEM_IMAGE &&
			(!is_near(item->image.width) || !is_near(item->image.height)))
			return refuse(draft, index, "has a picture beyond all size");
	}
	return true;
}

/* Opens the fonts of faces that no page before had. */
static bool
fonts_open(struct draft *draft, const struct face *faces, size_t count)
{
	bool open = true;

	for (size_t i = draft->font_count; i < count; i++) {
		draft->fonts = arena_room(draft->arena, draft->fonts, i,
			&draft->font_room, sizeof *draft->fonts);
		open &= font_open(draft->arena, draft->diags, draft->files, &faces[i],
			&draft->fonts[i]);
		draft->font_count++;
	}
	return open;
}

/* Draws a page, unless it or one before it cannot be drawn. */
static void
page_draw(struct draft *draft, const struct leaf *leaf)
{
	draft->leaf = leaf;
	draft->sound &= page_check(draft, &leaf->page, draft->seen++);
	draft->sound = draft->sound && fonts_open(draft, leaf->faces, leaf->face_count);
	draft->sound &= images_open(draft);
	if (draft->sound) {
		content_add(draft);
		parenttree_enter(draft);
		structure_settle(draft);
	}
	arena_close(leaf->arena);
}

/* Draws the pages that come by the relay while others are being made, then those of
 * the whole that did not.  False when there is no whole, or one of them is unsound. */
static bool
pages_draw(struct draft *draft, const struct piece *in)
{
	struct leaf leaf;

	while (in->relay && relay_take(in->relay, &leaf))
		page_draw(draft, &leaf);
	draft->pages = in->relay ? relay_whole(in->relay) : in->pages;
	if (!draft->pages)
		return false;
	while (draft->seen < draft->pages->page_count) {
		leaf = relay_leaf(draft->pages, draft->seen);
		page_draw(draft, &leaf);
	}
	if (draft->seen == 0) {
		diag_add(draft->diags, DIAG_W101, nowhere, "there is no page");
		return false;
	}
	return draft->sound;
}

/* All pages share one; the fonts in it are known when the last page is. */
static bool
resources_fill(struct draft *draft)
{
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Font <<\n"));
	if (!fonts_embed(draft, &body))
		return false;
	buffer_add(&body, TEXT(">>"));
	images_list(draft, &body);
	draft_fill(draft, draft->resources, buffer_text(&body));
	return true;
}

static void
draft_begin(struct job *job, struct draft *ret_draft)
{
	struct arena *arena = job->scratch;
	struct deflate *deflate = deflate_make(arena);
	struct haru *haru = haru_make(arena, deflate, HARU_LIMIT);

	*ret_draft = (struct draft){ .arena = arena,
		.diags = job->diags,
		.files = job->files,
		.haru = haru,
		.deflate = deflate,
		.pack = pack_make(arena),
		.parents = parenttree_make(arena),
		.sound = true,
		.resources = haru_add(haru),
		.content = buffer_make(arena),
		.body = buffer_make(arena),
		.head = buffer_make(arena),
		.starts = buffer_make(arena),
		.catalog = buffer_make(arena) };
	ret_draft->structure = structure_make(ret_draft);
}

static bool
write_run(struct job *job, const struct piece *in, struct arena *arena,
	struct piece *ret_out)
{
	struct draft draft;

	draft_begin(job, &draft);
	if (!pages_draw(&draft, in))
		return false;
	nametree_sort(&draft);
	links_settle(&draft);
	pagetree_add(&draft);
	structure_add(&draft);
	nametree_add(&draft);
	outline_add(&draft);
	pagelabels_add(&draft);
	metadata_add(&draft, job->epoch);
	if (!resources_fill(&draft))
		return false;
	pack_close(&draft);
	haru_fill(draft.haru, haru_catalog(draft.haru), buffer_text(&draft.catalog));
	*ret_out = (struct piece){
		.form = FORM_PDF, .arena = arena, .text = haru_save(draft.haru, arena)
	};
	return true;
}

const struct stage write_stage = {
	.name = "write",
	.summary = "pages XML to PDF",
	.takes = FORM_PAGES,
	.gives = FORM_PDF,
	.run = write_run,
};
