#include "span.h"

#include "base/arena.h"
#include "base/diag.h"
#include "model/document.h"
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
		if (!stage_run(job, stage, budget, &piece, &piece))
			return false;
	}
	*ret_out = piece;
	return true;
}
