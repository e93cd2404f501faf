#include "fault.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "escape.h"
#include "faultlist.h"
#include "faultplace.h"
#include "model/value.h"
#include "prose.h"

/* A fault of a record. */
struct open_fault {
	const xmlNode *element, *record;
	struct text country;
	bool shown;
};

struct faults {
	struct arena *arena;
	const struct diag_list *diags; /* that of the job */
	const struct records *records;
	struct open_fault *open; /* of the first diagnostics */
	size_t open_count;
	size_t seen;     /* diagnostics before this have been noted */
	size_t *waiting; /* diagnostics whose boxes wait for a gap */
	size_t waiting_count, waiting_room;
	bool busy; /* boxes are being put */
};

/* What is said at a place of a template may tell of a record. */
static struct open_fault
open_find(const struct faults *faults, const struct diag *diag)
{
	const struct diag_label *label = diag->labels;
	struct open_fault fault = { .element = faultplace_element(
					    faults->records, diag->at),
		.country = TEXT("") };

	for (; label && !fault.element; label = label->next)
		fault.element = faultplace_element(faults->records, label->at);
	if (!fault.element)
		return fault;
	fault.record = faultplace_record(fault.element);
	fault.country = text_keep(faults->arena, faultplace_country(fault.record));
	return fault;
}

struct faults *
faults_make(struct arena *arena, const struct diag_list *diags,
	const struct records *records)
{
	struct faults *faults = arena_make(arena, struct faults);

	*faults = (struct faults){ .arena = arena,
		.diags = diags,
		.records = records,
		.open = arena_array(arena, struct open_fault, diags->count + 1),
		.open_count = diags->count,
		.seen = diags->count };
	for (size_t i = 0; i < diags->count; i++)
		faults->open[i] = open_find(faults, &diags->items[i]);
	return faults;
}

static bool
is_error(const struct faults *faults, size_t index)
{
	return faults->diags->items[index].severity != SEVERITY_WARNING;
}

static struct issue
issue_of(const struct faults *faults, size_t index)
{
	struct open_fault fault =
		index < faults->open_count
			? faults->open[index]
			: open_find(faults, &faults->diags->items[index]);

	return (struct issue){ .diag = &faults->diags->items[index],
		.country = fault.country,
		.silent = fault.element && !faultplace_is_left(fault.element),
		.index = index };
}

static void
wait_for(struct faults *faults, size_t index)
{
	faults->waiting = arena_room(faults->arena, faults->waiting,
		faults->waiting_count, &faults->waiting_room, sizeof *faults->waiting);
	faults->waiting[faults->waiting_count++] = index;
}

/* "**[C107]**", or what can stand for it where no markup can. */
static void
mark_put(struct faults *faults, struct prose *prose, size_t index)
{
	static const char *const sides[][2] = {
		[STANCE_TEXT] = { "**\\[", "\\]**" },
		[STANCE_FENCED] = { "\\[", "\\]" },
		[STANCE_QUOTED] = { "https://", ".invalid" },
	};
	const struct diag *diag = &faults->diags->items[index];
	enum stance stance = prose_stance(prose);

	prose_fix(prose,
		text_format(faults->arena, "%s%s%s", sides[stance][0],
			diag->entry->code, sides[stance][1]),
		diag->at);
}

static void
box_put(const struct faults *faults, size_t index, struct prose *prose)
{
	struct issue issue = issue_of(faults, index);
	struct buffer head = buffer_make(faults->arena);
	struct buffer body = buffer_make(faults->arena);
	struct place at = issue.diag->at;

	buffer_format(&head, "```note %s: ", issue.diag->entry->code);
	escape_quoted(&head, text_of(issue.diag->entry->title));
	prose_fix(prose, buffer_text(&head), at);
	prose_end_line(prose);
	faultlist_tell(&body, &issue, escape_fenced);
	prose_fix(prose, buffer_text(&body), at);
	prose_end_line(prose);
	prose_fix(prose, TEXT("```"), at);
	prose_end_block(prose);
}

static void
boxes_put(void *owner, struct prose *prose)
{
	struct faults *faults = owner;

	if (faults->busy)
		return;
	faults->busy = true;
	for (size_t i = 0; i < faults->waiting_count; i++)
		box_put(faults, faults->waiting[i], prose);
	faults->waiting_count = 0;
	faults->busy = false;
}

void
faults_attend(struct faults *faults, struct prose *prose)
{
	prose->gap = boxes_put;
	prose->owner = faults;
}

void
faults_meet(struct faults *faults, const struct value *value, struct prose *prose)
{
	const xmlNode *record = value->node ? faultplace_record(value->node) : NULL;

	for (size_t i = 0; record && i < faults->open_count; i++) {
		struct open_fault *fault = &faults->open[i];
		struct place at = faults->diags->items[i].at;

		if (fault->record != record || !is_error(faults, i))
			continue;
		if (at.line == value->from.line && at.column == value->from.column) {
			if (prose_stance(prose) == STANCE_TEXT)
				prose_fix(prose, TEXT(" "), at);
			mark_put(faults, prose, i);
		}
		if (!fault->shown)
			wait_for(faults, i);
		fault->shown = true;
	}
}

void
faults_note(struct faults *faults, struct prose *prose, bool mark)
{
	for (size_t i = faults->seen; i < faults->diags->count; i++) {
		if (!is_error(faults, i))
			continue;
		if (mark)
			mark_put(faults, prose, i);
		wait_for(faults, i);
		mark = false;
	}
	faults->seen = faults->diags->count;
}

void
faults_show(struct faults *faults, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_error(faults, i))
			wait_for(faults, i);
	faults->seen = faults->diags->count;
}

void
faults_list(
	struct faults *faults, const struct faultlist_setup *setup, struct prose *prose)
{
	size_t count = faults->diags->count;
	struct issue *issues = arena_array(faults->arena, struct issue, count + 1);

	for (size_t i = 0; i < count; i++)
		issues[i] = issue_of(faults, i);
	faultlist_put(setup, issues, count, prose);
}
