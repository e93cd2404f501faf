/* validate.c - records in, the same records out, or the reasons why not.
 *
 * Every file is judged before a verdict: its keys, shapes and values, then the
 * references between all files and the rules.
 */
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/records.h"
#include "stage.h"
#include "validate/court.h"

/* The files, each with a hearing. */
struct session {
	struct hearing *hearings;
	size_t count;
};

static struct session
session_open(struct job *job, struct arena *arena, const struct records *records)
{
	const xmlNode *root = xmlDocGetRootElement(records->xml);
	struct session session = { .count = 0 };
	size_t room = 0;

	for (xmlNode *file = records_first(root); file; file = records_next(file)) {
		session.hearings = arena_room(job->scratch, session.hearings,
			session.count, &room, sizeof *session.hearings);
		session.hearings[session.count] =
			(struct hearing){ .portion = (uint32_t)session.count,
				.arena = arena,
				.file = file,
				.diags = diag_list_make(arena) };
		session.count++;
	}
	return session;
}

static void
session_hold(struct court *court, struct session session)
{
	struct clerk *clerk = court_desk(court);

	for (size_t i = 0; i < session.count; i++)
		court_hear(clerk, &session.hearings[i]);
	for (size_t i = 0; i < session.count; i++)
		court_enter(court, &session.hearings[i]);
	court_ready(court, true);
	for (size_t i = 0; i < session.count; i++)
		court_ask(clerk, &session.hearings[i]);
	for (size_t i = 0; i < session.count; i++)
		court_note(court, &session.hearings[i]);
}

static bool
run(struct job *job, const struct piece *in, struct arena *arena, struct piece *ret_out)
{
	size_t from = job->diags->count, errors = job->diags->errors;
	struct records *records = records_copy(arena, in->records);
	struct session session = session_open(job, arena, records);
	struct court *court = court_open(&(struct court_setup){
		.job = job,
		.arena = job->scratch,
		.is_report = records->report.size > 0,
	});

	if (!court)
		return false;
	records_order(records);
	session_hold(court, session);
	for (size_t i = 0; i < session.count; i++)
		court_name(court, &session.hearings[i], 0, from);
	court_end(court, from);
	court_close(court);
	if (job->diags->errors != errors && !job->partial)
		return false;
	*ret_out = (struct piece){
		.form = FORM_RECORDS, .arena = arena, .records = records
	};
	return true;
}

const struct stage validate_stage = {
	.name = "validate",
	.summary = "check records against the schema",
	.takes = FORM_RECORDS,
	.gives = FORM_RECORDS,
	.run = run,
};
