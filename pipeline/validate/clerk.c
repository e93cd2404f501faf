#include "clerk.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/xml.h"
#include "stage.h"
#include "validate/codes.h"
#include "validate/court.h"
#include "validate/keys.h"
#include "validate/looks.h"
#include "validate/nodeset.h"
#include "validate/reference.h"
#include "validate/rulebind.h"
#include "validate/schema.h"
#include "validate/values.h"

struct clerk *
clerk_open(struct arena *arena, struct job *job, const struct schema *schema)
{
	struct clerk *clerk = arena_make(arena, struct clerk);

	clerk->diags = diag_list_make(arena);
	clerk->judge = (struct judge){
		.arena = arena,
		.scratch = arena_beside(arena),
		.diags = clerk->diags,
		.fields = schema->fields,
		.codes = codes_start(job, arena, clerk->diags),
		.values = values_start(arena, schema->compiled),
	};
	return clerk;
}

void
clerk_close(struct clerk *clerk)
{
	values_end(clerk->judge.values);
	arena_close(clerk->judge.scratch);
}

bool
clerk_bind(struct clerk *clerk, const struct rulebook *book, struct weights *weights,
	struct _xmlNode *report, const struct meetings_setup *setup)
{
	struct judge *judge = &clerk->judge;

	judge->weights = weights;
	clerk->meetings = recordcall_start(judge->arena, setup);
	return rulebind_make(judge,
		&(struct rulebind_setup){ .book = book,
			.diags = clerk->diags,
			.meetings = clerk->meetings,
			.report = report },
		&clerk->bind);
}

/* What was blamed is known by the hearing. */
static void
hearing_take(struct clerk *clerk, const struct hearing *hearing)
{
	struct judge *judge = &clerk->judge;

	arena_reset(judge->scratch);
	judge->diags = hearing->diags;
	judge->blamed = hearing->blamed;
	judge->lacking = hearing->lacking;
	judge->references = hearing->references;
	judge->first = hearing->first;
	judge->last = hearing->last;
}

static void
file_hear(struct judge *judge, const xmlNode *file)
{
	xmlNode *root = records_first(file);
	struct place at = { .file = records_path(file), .line = 1 };
	const struct field *field;
	size_t errors;

	if (records_origin(root)->shape == SHAPE_LOST) {
		reference_lose(judge);
		return;
	}
	field = root ? fields_root(judge->fields, text_of((const char *)root->name))
		     : NULL;
	if (!field || records_next(root)) {
		diag_add(judge->diags, DIAG_V102, at,
			"this file holds no record that the schema knows");
		return;
	}
	errors = judge->diags->errors;
	keys_check(judge, root, field);
	if (judge->diags->errors == errors && xml_is(root, "style"))
		looks_check(judge, root);
}

/* The head of a file is read with each of its portions, and its faults with it: they
 * were told with the first.  What is about no line of the file is told of each. */
static const struct diag_entry *
head_sift(void *owner, const struct diag *diag)
{
	const struct hearing *hearing = owner;
	bool is_head =
		hearing->last && diag->at.line &&
		(diag->at.line < hearing->first || diag->at.line > hearing->last) &&
		text_equal(diag->at.file, records_path(hearing->file));

	return is_head ? NULL : diag->entry;
}

void
clerk_hear(struct clerk *clerk, struct hearing *hearing)
{
	hearing->blamed = nodeset_make(hearing->arena);
	hearing->lacking = nodeset_make(hearing->arena);
	hearing->references = reference_start(hearing->arena);
	hearing->pendings.arena = hearing->arena;
	hearing_take(clerk, hearing);
	file_hear(&clerk->judge, hearing->file);
	hearing->unknown = clerk->judge.unknown;
	diag_sift(hearing->diags, 0, head_sift, hearing);
}

void
clerk_ask(struct clerk *clerk, struct hearing *hearing)
{
	const struct asking asking = { .judge = &clerk->judge,
		.bind = clerk->bind,
		.meetings = clerk->meetings,
		.pendings = &hearing->pendings,
		.portion = hearing->portion };

	hearing_take(clerk, hearing);
	if (clerk->bind)
		rule_check(&asking, hearing->file);
}

void
clerk_ask_again(struct clerk *clerk, struct diag_list *diags,
	const struct pending *pending, struct _xmlNode *record)
{
	const struct asking asking = { .judge = &clerk->judge,
		.bind = clerk->bind,
		.meetings = clerk->meetings,
		.portion = pending->subject.portion };

	clerk->judge.diags = diags;
	rule_check_again(&asking, pending, record);
}

void
clerk_tidy(struct clerk *clerk, const struct _xmlNode *file)
{
	struct arena *arena = arena_beside(clerk->judge.arena);
	struct diag_list *quiet = diag_list_make(arena);
	const struct hearing nobody = { .diags = quiet,
		.blamed = nodeset_make(arena),
		.lacking = nodeset_make(arena),
		.references = reference_start(arena) };

	hearing_take(clerk, &nobody);
	if (records_first(file))
		file_hear(&clerk->judge, file);
	arena_close(arena);
}
