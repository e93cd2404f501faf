/* quality.c - how good paragraphs look that are broken by total fit, beside the same
 * ones broken by first fit, which fills line after line and never looks back.
 *
 *     quality BOOK.md
 *
 * Prints for columns of some widths how bad the lines are on average and at worst, by
 * TeX's badness; how many end with a hyphen; and how many rivers run through them: gaps
 * that stand below each other on so many lines that the eye follows them down.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "bench/firstfit.h"
#include "layout/inline/face.h"
#include "layout/inline/shape.h"
#include "layout/inline/tongue.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"
#include "stage.h"

static _Noreturn void
exhausted(void *context)
{
	(void)context;
	fputs("quality: out of memory\n", stderr);
	exit(3);
}

static bool
setting_open(struct job *job, const struct document *document, struct setting *setting)
{
	*setting = (struct setting){ .diags = job->diags,
		.scratch = job->scratch,
		.rough = arena_beside(job->scratch),
		.style = job->style,
		.document = document,
		.pages = pages_make(job->scratch),
		.missing = buffer_make(job->scratch) };
	if (!face_set_open(job, job->style, &setting->faces))
		return false;
	setting->shaper = shaper_open(job->scratch, setting->faces);
	setting->tongues = tongue_set_open(job);
	setting->tongue = tongue_find(setting->tongues, document->language);
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

int
main(int count, char **words)
{
	static const int widths[] = { 220, 300, 414 };
	struct budget budget = { (size_t)2 << 30, exhausted, NULL };
	struct arena *arena = arena_open(&budget);
	const struct document document = { .language = TEXT_CONSTANT("en") };
	struct job job = { .diags = diag_list_make(arena),
		.scratch = arena,
		.files = files_make(arena),
		.fonts = TEXT_CONSTANT(PLGS_FONTS),
		.hyphenation = TEXT_CONSTANT(PLGS_HYPHENATION),
		.style = style_plain() };
	struct setting setting;
	struct text book;

	files_allow(job.files, TEXT("/"));
	if (count != 2 || !files_read(job.files, job.diags, text_of(words[1]),
				  (struct place){ 0 }, (size_t)1 << 30, &book)) {
		fputs("quality BOOK.md\n", stderr);
		return 2;
	}
	if (!setting_open(&job, &document, &setting)) {
		fputs("quality: the fonts of the plain style are not here\n", stderr);
		return 3;
	}
	printf("  %-10s %7s %12s %7s %7s %7s %8s %8s\n", "", "lines", "badness",
		"worst", "loose", "hyphens", "rivers", "overfull");
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		firstfit_compare(&setting, book, widths[i]);
	setting_close(&setting);
	arena_close(arena);
	return 0;
}
