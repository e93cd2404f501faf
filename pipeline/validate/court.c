#include "court.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/records.h"
#include "model/rulebook.h"
#include "stage.h"
#include "validate/allowed.h"
#include "validate/clerk.h"
#include "validate/earlier.h"
#include "validate/owner.h"
#include "validate/reference.h"
#include "validate/roll.h"
#include "validate/schema.h"
#include "validate/shelf.h"
#include "validate/unknown.h"
#include "validate/weight.h"

struct clerks {
	struct clerks *next;
	struct clerk *clerk;
};

struct court {
	struct court_setup setup;
	struct schema schema;
	const struct rulebook *book;
	struct roll *roll;
	struct shelf *shelf;
	struct earlier *earlier;
	struct allowed *allowed;
	struct weights *weights;
	struct _xmlNode *report; /* or NULL */
	struct clerks *clerks;
	struct clerk *desk;      /* who does what goes in order */
	struct clerk *messenger; /* who tidies what is brought back */
	struct arena *desk_arena, *messenger_arena;
	struct pendings put_off;
	struct unknown_tally unknown;
	bool is_complete, is_bound;
};

/* A record comes back as it was typed, and is to look as it did when it was heard. */
static struct records *
record_bring(void *owner, uint32_t portion, uint32_t line, struct arena *arena)
{
	struct court *court = owner;
	struct records *records =
		court->setup.bring(court->setup.owner, portion, line, arena);

	clerk_tidy(court->messenger, records_file(records));
	records_order(records);
	return records;
}

static struct clerk *
clerk_add(struct court *court, struct arena *arena)
{
	struct clerks *clerks = arena_make(court->setup.arena, struct clerks);

	clerks->clerk = clerk_open(arena, court->setup.job, &court->schema);
	clerks->next = court->clerks;
	court->clerks = clerks;
	return clerks->clerk;
}

/* What rules say of who they follow stands in their tests: referrers('KIND', …). */
static void
kinds_follow(struct court *court)
{
	static const struct text sign = TEXT_CONSTANT("referrers('");

	for (size_t i = 0; i < court->book->count; i++) {
		struct text test = court->book->rules[i].test.text;

		for (size_t at = 0; at < test.size; at++) {
			struct text rest = text_slice(test, at, test.size), kind;

			if (!text_starts(rest, sign))
				continue;
			rest = text_slice(rest, sign.size, rest.size);
			text_cut(&rest, '\'', &kind);
			roll_follow(court->roll, kind);
		}
	}
}

struct court *
court_open(const struct court_setup *setup)
{
	struct court *court = arena_make(setup->arena, struct court);
	struct arena *arena = setup->arena;
	struct job *job = setup->job;

	court->setup = *setup;
	if (!schema_open(job, arena, &court->schema))
		return NULL;
	court->shelf = shelf_open(arena,
		&(struct shelf_setup){
			.bring = record_bring, .owner = court, .room = setup->room });
	court->roll = roll_open(arena, court->shelf);
	court->earlier = earlier_open(arena);
	court->allowed = allowed_open(arena);
	court->put_off.arena = arena;
	court->desk_arena = arena_beside(arena);
	court->desk = clerk_add(court, court->desk_arena);
	court->messenger_arena = arena_beside(arena);
	court->messenger = clerk_add(court, court->messenger_arena);
	if (rulebook_open(job->diags->arena, job->diags, job->files, job->schemas,
		    &court->book))
		kinds_follow(court);
	return court;
}

void
court_close(struct court *court)
{
	for (struct clerks *clerks = court->clerks; clerks; clerks = clerks->next)
		clerk_close(clerks->clerk);
	shelf_close(court->shelf);
	roll_close(court->roll);
	arena_close(court->messenger_arena);
	arena_close(court->desk_arena);
	schema_close(&court->schema);
}

struct clerk *
court_desk(const struct court *court)
{
	return court->desk;
}

struct clerk *
court_clerk(struct court *court, struct arena *arena)
{
	return clerk_add(court, arena);
}

void
court_hear(struct clerk *clerk, struct hearing *hearing)
{
	clerk_hear(clerk, hearing);
}

/* The report says what rules weigh, and is asked by them to the end. */
static void
report_take(struct court *court, const struct hearing *hearing)
{
	struct judge *judge = &court->desk->judge;
	xmlNode *root = records_child(hearing->file, "report");

	if (!root || court->report || !court->book)
		return;
	judge->diags = hearing->diags;
	judge->blamed = hearing->blamed;
	court->report = root;
	court->weights = weight_start(court->setup.job->diags->arena, judge,
		court->book, records_child(root, "rules"));
}

void
court_enter(struct court *court, struct hearing *hearing)
{
	report_take(court, hearing);
	shelf_enter(court->shelf, hearing->file);
	roll_enter(court->roll, hearing->diags, hearing->portion, hearing->references);
}

/* All complain of the rules in the same words: what the desk says is enough. */
static void
clerks_bind(struct court *court)
{
	const struct meetings_setup setup = { .roll = court->roll,
		.shelf = court->shelf,
		.earlier = court->earlier,
		.is_complete = &court->is_complete };

	court->is_bound = true;
	if (!court->weights)
		court->weights = weight_start(court->setup.job->diags->arena,
			&court->desk->judge, court->book, NULL);
	for (struct clerks *clerks = court->clerks; clerks; clerks = clerks->next) {
		struct clerk *clerk = clerks->clerk;

		if (clerk == court->messenger)
			continue;
		if (!clerk_bind(
			    clerk, court->book, court->weights, court->report, &setup))
			clerk->bind = NULL;
		if (clerk != court->desk)
			*clerk->diags =
				(struct diag_list){ .arena = clerk->judge.arena };
	}
}

void
court_ready(struct court *court, bool is_last)
{
	court->is_complete = is_last;
	if (court->book && !court->is_bound)
		clerks_bind(court);
}

void
court_ask(struct clerk *clerk, struct hearing *hearing)
{
	clerk_ask(clerk, hearing);
}

/* True where a record was met before that may change the answer. */
static bool
has_met(const struct court *court, const struct pending *pending)
{
	const struct met *met = earlier_find(court->earlier, pending->met.hash);

	for (; met; met = earlier_next(met))
		if (pending->met.words.line == 0 ||
			likeness_reaches(&met->likeness, &pending->met.likeness,
				RECORDCALL_ALIKE))
			return true;
	return false;
}

static void
pending_settle(
	struct court *court, struct hearing *hearing, const struct pending *pending)
{
	if (pending->is_put_off) {
		struct pendings *put_off = &court->put_off;

		put_off->items = arena_room(put_off->arena, put_off->items,
			put_off->count, &put_off->room, sizeof *put_off->items);
		put_off->items[put_off->count++] = *pending;
	} else if (pending->is_unsound || has_met(court, pending)) {
		clerk_ask_again(
			court->desk, hearing->diags, pending, pending->subject.node);
	}
	if (pending->is_noted)
		earlier_add(court->earlier, &pending->met);
}

void
court_note(struct court *court, struct hearing *hearing)
{
	struct judge *judge = &court->desk->judge;

	for (size_t i = 0; i < hearing->pendings.count; i++)
		pending_settle(court, hearing, &hearing->pendings.items[i]);
	judge->first = hearing->first;
	judge->last = hearing->last;
	allowed_keep(court->allowed, judge, hearing->file);
	judge->diags = hearing->diags;
	diag_sort(hearing->diags, 0);
	unknown_take(&court->unknown, court->setup.job->diags,
		records_path(hearing->file), hearing->diags, &hearing->unknown);
	owner_name(judge, hearing->file, 0, hearing->diags->count);
	diag_append(court->setup.job->diags, hearing->diags);
}

void
court_shelve(struct court *court, const struct hearing *hearing, size_t bytes)
{
	bool is_report = court->report &&
			 records_child(hearing->file, "report") == court->report;

	shelf_add(court->shelf, hearing->portion, hearing->arena, is_report ? 0 : bytes,
		is_report || records_child(hearing->file, "register"));
	shelf_trim(court->shelf);
}

static void
put_off_ask(struct court *court, const struct pending *pending)
{
	struct diag_list *diags = court->setup.job->diags;
	xmlNode *record = shelf_find(court->shelf, &pending->subject);
	size_t before = diags->count;

	if (!record)
		return;
	clerk_ask_again(court->desk, diags, pending, record);
	if (diags->count > before)
		owner_set(&court->desk->judge, record);
}

void
court_end(struct court *court, size_t from)
{
	struct diag_list *diags = court->setup.job->diags;
	struct judge *judge = &court->desk->judge;

	court->is_complete = true;
	for (size_t i = 0; i < court->put_off.count; i++) {
		put_off_ask(court, &court->put_off.items[i]);
		shelf_trim(court->shelf);
	}
	judge->diags = diags;
	unknown_close(&court->unknown, diags);
	roll_check(court->roll, judge, court->setup.is_report);
	for (struct clerks *clerks = court->clerks; clerks; clerks = clerks->next)
		diag_append(diags, clerks->clerk->diags);
	allowed_apply(court->allowed, judge, from);
	weight_apply(court->weights, judge, from);
	diag_sort(diags, from);
}

void
court_name(struct court *court, const struct hearing *hearing, size_t from, size_t to)
{
	struct judge *judge = &court->desk->judge;

	judge->diags = court->setup.job->diags;
	owner_name(judge, hearing->file, from, to);
}

bool
court_looks_beyond(const struct diag *diag)
{
	return diag->entry != diag_entry(diag->code) || diag->code == DIAG_V402 ||
	       diag->code == DIAG_V403 || diag->code == DIAG_V404;
}
