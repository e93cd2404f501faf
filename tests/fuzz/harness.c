#include "harness.h"

#include <setjmp.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "form.h"
#include "model/style.h"

enum { MEMORY = 64 * 1024 * 1024 };

static const char report[] =
	"<records report='.'><file path='report.yaml'><report><?at - 1:1 map?>"
	"<schema><?at 1:1 1:9 scalar?>plgs-report/1</schema>"
	"<title><?at 2:1 2:8 map?><en><?at 2:8 2:9 scalar?>A title</en></title>"
	"<year><?at 3:1 3:7 scalar?>2023</year>"
	"<language><?at 4:1 4:11 scalar?>en</language>"
	"<sections><?at 5:1 5:11 list?><item><?at 5:11 5:13 map?>"
	"<id><?at 5:13 5:17 scalar?>one</id>"
	"<template><?at 6:13 6:23 scalar?>one.md</template>"
	"</item></sections></report></file><file path='x.yaml'>"
	"<submission><?at - 1:1 map?><country><?at 2:1 2:10 scalar?>KH</country>"
	"<milestones><?at 3:1 4:1 list?><item><?at 4:1 4:3 map?>"
	"<id><?at 4:3 4:7 scalar?>kh-2023-one</id>"
	"<date><?at 5:3 5:9 scalar?>2023-05</date>"
	"<title><?at 6:3 6:10 map?><en><?at 6:10 6:11 scalar?>*A* "
	"&lt;b&gt;</en></title>"
	"</item></milestones></submission></file></records>";

/* All that a run takes from; it is given back whole, even after a jump. */
struct harness {
	struct budget budget;
	struct arena *run, *scratch, *in, *out;
	struct job job;
	jmp_buf exhausted;
};

static void
harness_jump(void *context)
{
	struct harness *harness = context;

	longjmp(harness->exhausted, 1);
}

static void
harness_open(struct harness *harness)
{
	struct job *job = &harness->job;

	harness->run = arena_open(&harness->budget);
	harness->scratch = arena_open(&harness->budget);
	harness->in = arena_open(&harness->budget);
	harness->out = arena_open(&harness->budget);
	job->diags = diag_list_make(harness->run);
	job->scratch = harness->scratch;
	job->files = files_make(harness->run);
	job->schemas = TEXT(FUZZ_SCHEMAS);
	job->fonts = TEXT(FUZZ_FONTS);
	job->hyphenation = TEXT(FUZZ_HYPHENATION);
	job->style = style_plain();
	job->epoch = 0;
	job->partial = true;
	files_allow(job->files, job->schemas);
	files_allow(job->files, job->fonts);
	files_allow(job->files, job->hyphenation);
}

static bool
piece_take(struct harness *harness, enum form form, struct text bytes,
	struct piece *ret_piece)
{
	struct piece piece = { .form = form, .arena = harness->in, .name = TEXT("x") };

	if (form != FORM_YAML) {
		if (!form_act(form)->parse(harness->job.diags, bytes, &piece))
			return false;
		*ret_piece = piece;
		return true;
	}
	files_hold(harness->job.files, TEXT("x.yaml"), bytes);
	piece.paths.items = arena_make(harness->in, struct text);
	piece.paths.items[0] = TEXT("x.yaml");
	piece.paths.count = 1;
	*ret_piece = piece;
	return true;
}

/* A stage that says no must say why. */
static void
stage_run(struct harness *harness, const struct stage *stage, struct text bytes)
{
	struct buffer printed = buffer_make(harness->run);
	struct piece in, out;

	if (!piece_take(harness, stage->takes, bytes, &in) ||
		!stage->run(&harness->job, &in, harness->out, &out)) {
		if (harness->job.diags->errors == 0)
			abort();
		return;
	}
	form_act(stage->gives)->print(&out, &printed);
}

static void
harness_close(struct harness *harness)
{
	arena_close(harness->out);
	arena_close(harness->in);
	arena_close(harness->scratch);
	arena_close(harness->run);
}

/* The harness is the caller's, so that what it holds is known after a jump. */
static void
harness_try(struct harness *harness, const struct stage *stage, struct text bytes)
{
	if (setjmp(harness->exhausted) == 0)
		stage_run(harness, stage, bytes);
}

void
harness_run(const struct stage *stage, const uint8_t *bytes, size_t size)
{
	struct harness harness = { .budget = { MEMORY, harness_jump, &harness } };

	harness_open(&harness);
	harness_try(&harness, stage, (struct text){ (const char *)bytes, size });
	harness_close(&harness);
}

void
harness_run_template(const struct stage *compose, const uint8_t *bytes, size_t size)
{
	struct harness harness = { .budget = { MEMORY, harness_jump, &harness } };

	harness_open(&harness);
	files_hold(harness.job.files, TEXT("one.md"),
		(struct text){ (const char *)bytes, size });
	harness_try(&harness, compose, text_of(report));
	harness_close(&harness);
}
