#include "span.h"

#include <threads.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/document.h"
#include "model/relay.h"
#include "model/style.h"

const struct stage *const span_stages[SPAN_STAGES] = {
	&read_stage,
	&validate_stage,
	&compose_stage,
	&parse_stage,
	&layout_stage,
	&write_stage,
};

static bool
stage_find(struct text name, size_t *ret_index)
{
	for (size_t i = 0; i < SPAN_STAGES; i++) {
		if (!text_is(name, span_stages[i]->name))
			continue;
		*ret_index = i;
		return true;
	}
	return false;
}

bool
span_parse(struct text words, struct span *ret_span)
{
	size_t dots = 0;
	struct span span;

	while (dots < words.size &&
		!text_starts(text_slice(words, dots, words.size), TEXT("..")))
		dots++;
	if (!stage_find(text_slice(words, 0, dots), &span.first))
		return false;
	span.last = span.first;
	if (dots < words.size &&
		!stage_find(text_slice(words, dots + 2, words.size), &span.last))
		return false;
	if (span.last < span.first)
		return false;
	*ret_span = span;
	return true;
}

/* Runs one stage; closes the arena of what went in. */
static bool
stage_run(struct job *job, const struct stage *stage, struct budget *budget,
	struct piece *in, struct piece *ret_out)
{
	struct arena *arena = arena_open(budget);
	size_t before = job->diags->count;
	struct piece out = { .form = stage->gives, .arena = arena, .name = in->name };
	bool done = stage->run(job, in, arena, &out);

	diag_sort(job->diags, before);
	arena_reset(job->scratch);
	if (!done) {
		arena_close(arena);
		arena_close(in->arena);
		return false;
	}
	out.name = text_keep(arena, in->name);
	arena_close(in->arena);
	*ret_out = out;
	return true;
}

/* A style.yaml is a record: the two rooms that read and judge records do so here,
 * and only what they made is decoded.  It lives as long as the budget's run. */
static bool
style_load(struct job *job, struct text path, struct budget *budget, struct arena *keep)
{
	const struct span both = { 0, 1 };
	struct piece in = { .form = FORM_YAML, .arena = arena_open(budget) };
	struct piece out;

	in.paths.items = arena_keep(in.arena, &path, sizeof path);
	in.paths.count = 1;
	if (!span_run(job, both, budget, &in, &out))
		return false;
	job->style = style_decode(keep, out.records);
	arena_close(out.arena);
	return true;
}

/* Layout needs a style: the one that its document names, or the plain one. */
static bool
style_find(struct job *job, const struct piece *in, struct budget *budget)
{
	struct text path = in->document->style;

	if (path.size)
		return style_load(job, path, budget, in->arena);
	job->style = style_plain();
	return true;
}

/* What the thread that writes works with. */
struct writing {
	struct job job;
	struct arena *arena; /* of what it makes */
	struct piece in, out;
	bool done;
};

static int
writing_run(void *thing)
{
	struct writing *writing = thing;

	writing->done = write_stage.run(
		&writing->job, &writing->in, writing->arena, &writing->out);
	return 0;
}

static struct writing
writing_open(const struct job *job, struct budget *budget, const struct piece *in,
	struct relay *relay, struct arena *arena)
{
	struct writing writing = { .job = *job,
		.arena = arena_open(budget),
		.in = { .form = FORM_PAGES, .name = in->name, .relay = relay } };

	writing.job.diags = diag_list_make(arena);
	writing.job.scratch = arena_open(budget);
	writing.out = (struct piece){
		.form = FORM_PDF, .arena = writing.arena, .name = in->name
	};
	return writing;
}

/* Takes over what was said, and the file if there is one. */
static bool
writing_close(struct writing *writing, struct job *job, struct piece *ret_out)
{
	diag_sort(writing->job.diags, 0);
	diag_append(job->diags, writing->job.diags);
	arena_close(writing->job.scratch);
	if (writing->done) {
		writing->out.name = text_keep(writing->arena, writing->out.name);
		*ret_out = writing->out;
		return true;
	}
	arena_close(writing->arena);
	return false;
}

/* Runs layout, and in a thread of its own the stage that writes, which takes pages as
 * they are finished.  Closes the arena of what went in. */
static bool
print_run(
	struct job *job, struct budget *budget, struct piece *in, struct piece *ret_out)
{
	struct arena *arena = arena_open(budget);
	struct relay *relay = relay_make(arena);
	struct writing writing = writing_open(job, budget, in, relay, arena);
	struct piece pages = { .pages = NULL };
	thrd_t thread;
	bool beside = thrd_create(&thread, writing_run, &writing) == thrd_success;
	bool done;

	job->relay = beside ? relay : NULL;
	done = stage_run(job, &layout_stage, budget, in, &pages);
	job->relay = NULL;
	relay_end(relay, done ? pages.pages : NULL);
	if (beside)
		thrd_join(thread, NULL);
	else
		writing_run(&writing);
	done = writing_close(&writing, job, ret_out);
	arena_close(pages.arena);
	arena_close(arena);
	return done;
}

bool
span_run(struct job *job, struct span span, struct budget *budget, struct piece *in,
	struct piece *ret_out)
{
	struct piece piece = *in;

	for (size_t i = span.first; i <= span.last; i++) {
		const struct stage *stage = span_stages[i];

		if (stage == &layout_stage && !style_find(job, &piece, budget)) {
			arena_close(piece.arena);
			return false;
		}
		if (stage == &layout_stage && i < span.last)
			return print_run(job, budget, &piece, ret_out);
		if (!stage_run(job, stage, budget, &piece, &piece))
			return false;
	}
	*ret_out = piece;
	return true;
}
