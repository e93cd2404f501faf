/* layout.c - a document comes in, pages go out.
 *
 * book.c makes the pages.  Refused are characters that no font has and styles whose
 * fonts are not there.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "layout/book.h"
#include "layout/flow/note.h"
#include "layout/inline/face.h"
#include "layout/inline/shape.h"
#include "layout/inline/tongue.h"
#include "layout/landmark.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"
#include "stage.h"

enum { PASSES = 3 }; /* until folios in the text are right */

/* "Draft", "Changes since reports/annual-2022". */
static struct text
proof_words(struct arena *arena, const struct document *document)
{
	struct text draft = words_find(document->language, WORD_DRAFT);
	struct text since = words_find(document->language, WORD_SINCE);

	if (!document->draft)
		draft.size = 0;
	if (document->since.size == 0)
		return draft;
	return text_format(arena, "%.*s%s%.*s %.*s", TEXT_ARG(draft),
		document->draft ? " \u00b7 " : "", TEXT_ARG(since),
		TEXT_ARG(document->since));
}

static bool
is_numbered(const struct document *document)
{
	for (const struct node *section = document->root->first; section;
		section = section->next)
		if (section->section.number.size)
			return true;
	return false;
}

static bool
setting_open(struct job *job, const struct document *document, struct pages *pages,
	struct landmarks *landmarks, struct setting *ret_setting)
{
	struct setting setting = { .diags = job->diags,
		.scratch = job->scratch,
		.rough = arena_beside(job->scratch),
		.files = job->files,
		.whole = job->style,
		.style = style_for(job->style, document->language),
		.document = document,
		.pages = pages,
		.landmarks = landmarks,
		.relay = job->relay,
		.numbered = is_numbered(document),
		.proof = proof_words(job->scratch, document),
		.missing = buffer_make(job->scratch) };

	if (!face_set_open(job, job->style, &setting.faces)) {
		arena_close(setting.rough);
		return false;
	}
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
	arena_close(setting->rough);
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
facts_copy(const struct document *document, struct text proof, struct pages *pages)
{
	struct arena *arena = pages->arena;

	pages->title = proof.size ? text_format(arena, "%.*s: %.*s", TEXT_ARG(proof),
					    TEXT_ARG(document->title))
				  : text_keep(arena, document->title);
	pages->subtitle = text_keep(arena, document->subtitle);
	pages->language = document->language.size ? text_keep(arena, document->language)
						  : TEXT("en");
	pages->publisher = text_keep(arena, document->publisher);
	pages->date = date_whole(arena, document->date);
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
	facts_copy(document, setting.proof, pages);
	book_make(&setting);
	setting_close(&setting);
	return job->diags->errors == before || job->partial;
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

		pages_expect(pages, landmarks->tags * 2);

		if (!pages_set(job, in->document, pages, landmarks))
			return false;
		ret_out->pages = pages;
		if (landmarks_settle(landmarks, job->scratch, pages) ||
			!landmarks->foretold || pass == PASSES)
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
