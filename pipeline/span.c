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

/* Runs one stage.  The arena of what comes out is the caller's to close, also where the
 * stage failed. */
static bool
stage_try(struct job *job, const struct stage *stage, struct budget *budget,
	const struct piece *in, struct piece *ret_out)
{
	struct arena *arena = arena_open(budget);
	size_t before = job->diags->count;
	struct piece out = { .form = stage->gives, .arena = arena };
	bool done = stage->run(job, in, arena, &out);

	diag_sort(job->diags, before);
	out.name = text_keep(arena, in->name);
	*ret_out = out;
	return done;
}

/* Closes what went into a stage, and what it needed to work. */
static void
stage_clear(struct job *job, const struct piece *in)
{
	arena_reset(job->scratch);
	arena_close(in->arena);
}

static bool
stage_run(struct job *job, const struct stage *stage, struct budget *budget,
	struct piece *in, struct piece *ret_out)
{
	struct piece out;
	bool done = stage_try(job, stage, budget, in, &out);

	stage_clear(job, in);
	if (done)
		*ret_out = out;
	else
		arena_close(out.arena);
	return done;
}

/* A style.yaml is a record: the two rooms that read and judge records do so here,
 * and only what they made is decoded.  It lives as long as the budget's run. */
static bool
style_load(struct job *job, struct text path, struct budget *budget, struct arena *keep)
{
	const struct span both = { 0, 1 };
	struct job whole = *job;
	struct piece in = { .form = FORM_YAML, .arena = arena_open(budget) };
	struct piece out;

	in.paths.items = arena_keep(in.arena, &path, sizeof path);
	in.paths.count = 1;
	/* Half a style is none. */
	whole.partial = whole.draft = false;
	if (!span_run(&whole, both, budget, &in, &out)) {
		job->style = style_plain();
		return job->draft;
	}
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

/* What the thread that makes pages works with. */
struct laying {
	struct job *job;
	struct budget *budget;
	struct relay *relay;
	struct piece in,
		pages; /* some of them are being written even if layout fails */
};

static int
laying_run(void *thing)
{
	struct laying *laying = thing;
	bool done = stage_try(laying->job, &layout_stage, laying->budget, &laying->in,
		&laying->pages);

	relay_end(laying->relay, done ? laying->pages.pages : NULL);
	stage_clear(laying->job, &laying->in);
	arena_trim();
	return 0;
}

/* Takes pages by the relay and makes a file of them, with a job that shares nothing
 * with that of the thread but the files. */
static bool
writing_run(const struct job *job, struct budget *budget, const struct piece *in,
	struct piece *ret_out)
{
	struct job own = *job;
	struct arena *arena = arena_open(budget);
	struct piece out = { .form = FORM_PDF, .arena = arena };
	bool done;

	own.scratch = arena_open(budget);
	done = write_stage.run(&own, in, arena, &out);
	diag_sort(own.diags, 0);
	arena_close(own.scratch);
	if (!done) {
		arena_close(arena);
		return false;
	}
	out.name = text_keep(arena, in->name);
	*ret_out = out;
	return true;
}

/* Runs layout in a thread of its own, and the stage that writes, which takes pages as
 * they are finished.  Where there can be no thread, one runs after the other.  Closes
 * the arena of what went in. */
static bool
print_run(
	struct job *job, struct budget *budget, struct piece *in, struct piece *ret_out)
{
	struct arena *arena = arena_open(budget);
	struct job writing = *job;
	struct laying laying = { job, budget, relay_make(arena), *in,
		{ .arena = NULL } };
	struct piece pages = { .form = FORM_PAGES,
		.name = text_keep(arena, in->name),
		.relay = laying.relay };
	thrd_t thread;
	bool done;

	arena_trim();
	writing.diags = diag_list_make(arena);
	job->relay = laying.relay;
	if (thrd_create(&thread, laying_run, &laying) == thrd_success) {
		done = writing_run(&writing, budget, &pages, ret_out);
		thrd_join(thread, NULL);
	} else {
		job->relay = NULL;
		laying_run(&laying);
		done = writing_run(&writing, budget, &pages, ret_out);
	}
	job->relay = NULL;
	diag_append(job->diags, writing.diags);
	arena_close(laying.pages.arena);
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
