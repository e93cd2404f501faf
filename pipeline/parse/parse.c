/* parse.c - Markdown comes in, the document tree goes out: all of CommonMark, with
 * sections, call-outs and the facts about the whole that compose wrote into it.  It
 * refuses what is no text, what is nested beyond reason, and HTML from a record. */
#include "base/arena.h"
#include "base/diag.h"
#include "columns.h"
#include "convert.h"
#include "countries.h"
#include "guard.h"
#include "language.h"
#include "model/document.h"
#include "model/sourcemap.h"
#include "positions.h"
#include "section.h"
#include "stage.h"

/* It may, at least. */
static bool
holds_html(struct text prose)
{
	return text_find(prose, '<', 0) < prose.size;
}

static bool
parse_run(struct job *job, const struct piece *in, struct arena *arena,
	struct piece *ret_out)
{
	struct document *document = document_make(arena);
	struct text prose;
	struct sourcemap *map = sourcemap_parse(arena, in->text, &prose);
	struct positions positions =
		positions_make(job->scratch, text_keep(arena, in->name), prose, map);

	if (!guard_check(job->diags, &positions) ||
		!convert_markdown(arena, job, &positions, document))
		return false;
	if (holds_html(prose)) {
		columns_apply(arena, job->diags, document);
		language_apply(arena, job->diags, document);
	}
	section_name(arena, job->diags, document);
	if (!countries_index(job, arena, document))
		return false;
	*ret_out = (struct piece){
		.form = FORM_DOCUMENT, .arena = arena, .document = document
	};
	return true;
}

const struct stage parse_stage = {
	.name = "parse",
	.summary = "Markdown to a document tree",
	.takes = FORM_MARKDOWN,
	.gives = FORM_DOCUMENT,
	.run = parse_run,
};
