#include "press.h"

#include <stdatomic.h>
#include <threads.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "compare/revision.h"
#include "model/document.h"
#include "model/gaps.h"
#include "model/pages.h"
#include "model/records.h"
#include "run.h"
#include "span.h"

enum { MOST_THREADS = 16 };

struct press;

/* One thread, with records and arenas of its own. */
struct worker {
	struct press *press;
	struct arena *arena, *scratch;
	struct records *records, *before;
	thrd_t thread;
};

/* What an edition leaves behind. */
struct proof {
	struct diag_list *diags;
	struct gaps *gaps;
};

struct press {
	struct run *run;
	struct text report; /* its folder */
	const struct editions *editions;
	const struct press_records *records;
	struct printed *printed;
	struct proof *proofs;
	_Atomic size_t next;
	struct worker workers[MOST_THREADS];
	size_t worker_count;
};

/* The pages, less all but one section where one is asked for. */
static bool
section_keep(struct worker *worker, struct job *job, struct piece *pages)
{
	struct press *press = worker->press;
	struct text section = press->run->command.section;

	if (section.size == 0 || pages_keep_section(pages->pages, section))
		return true;
	diag_add(job->diags, DIAG_G103,
		(struct place){ .file = files_within(worker->arena, press->report,
					TEXT("report.yaml")) },
		"there is no section %.*s in this report", TEXT_ARG(section));
	arena_close(pages->arena);
	return false;
}

/* From records to what is said.  The records are lent: the arena that the span closes
 * is an empty one.  A draft has a copy of them: it must see what was wrong with records
 * that compose takes out, to keep silent about it. */
static bool
edition_say(struct worker *worker, struct job *job, struct records *records,
	struct piece *ret_document)
{
	const struct span to_document = { 2, 3 };
	struct budget *budget = worker->press->run->budget;
	struct piece piece = { .form = FORM_RECORDS,
		.arena = arena_open(budget),
		.name = worker->press->report,
		.records = records };

	if (job->draft)
		piece.records = records_copy(piece.arena, records);
	return span_run(job, to_document, budget, &piece, ret_document);
}

/* True for an edition that the earlier report had as well. */
static bool
was_there(const struct editions *before, const struct job *job)
{
	for (size_t i = 0; i < before->count; i++)
		if (text_equal(before->items[i].subject, job->subject) &&
			text_equal(before->items[i].language, job->language))
			return true;
	return false;
}

/* Marks what the document says otherwise than it did; of a new edition all is new. */
static bool
changes_mark(struct worker *worker, struct job *job, struct document *document)
{
	struct job earlier = *job;
	struct piece before = { .document = document_make(worker->arena) };

	earlier.diags = diag_list_make(worker->arena);
	earlier.gaps = gaps_make(worker->arena, job->language);
	earlier.draft = earlier.partial = false;
	if (was_there(&worker->press->records->editions, job) &&
		!edition_say(worker, &earlier, worker->before, &before)) {
		diag_append(job->diags, earlier.diags);
		return false;
	}
	document->since = worker->press->run->command.since;
	revision_mark(job->scratch, document, before.document);
	arena_reset(job->scratch);
	if (before.arena)
		arena_close(before.arena);
	return true;
}

/* The line from compose on. */
static void
edition_make(struct worker *worker, struct job *job, struct printed *printed)
{
	const struct span to_layout = { 4, 4 }, to_pdf = { 5, 5 };
	struct budget *budget = worker->press->run->budget;
	struct piece piece;

	if (!edition_say(worker, job, worker->records, &piece))
		return;
	if (worker->before && !changes_mark(worker, job, piece.document)) {
		arena_close(piece.arena);
		return;
	}
	if (!span_run(job, to_layout, budget, &piece, &piece) ||
		!section_keep(worker, job, &piece))
		return;
	printed->pages = piece.pages->page_count;
	if (span_run(job, to_pdf, budget, &piece, &piece))
		printed->pdf = arena_keep(worker->arena, &piece, sizeof piece);
}

static int
worker_run(void *owner)
{
	struct worker *worker = owner;
	struct press *press = worker->press;
	size_t i;

	while ((i = atomic_fetch_add(&press->next, 1)) < press->editions->count) {
		const struct edition *edition = &press->editions->items[i];
		struct proof *proof = &press->proofs[i];
		struct job job = press->run->job;

		proof->diags = diag_list_make(worker->arena);
		/* A draft shows what is wrong with the records, too. */
		if (job.draft)
			diag_append(proof->diags, job.diags);
		proof->gaps = gaps_make(worker->arena, edition->language);
		job.diags = proof->diags;
		job.scratch = worker->scratch;
		job.subject = edition->subject;
		job.language = edition->language;
		job.gaps = proof->gaps;
		edition_make(worker, &job, &press->printed[i]);
	}
	return 0;
}

static size_t
threads_find(const struct press *press)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t threads = (size_t)press->run->command.threads;

	if (threads == 0)
		threads = processors > 0 ? (size_t)processors : 1;
	if (threads > press->editions->count)
		threads = press->editions->count;
	if (threads == 0)
		return 1;
	return threads < MOST_THREADS ? threads : MOST_THREADS;
}

/* The results lie in the arenas of the workers, which the run's encloses. */
static void
workers_run(struct press *press)
{
	const struct press_records *records = press->records;
	size_t started = 1;

	press->worker_count = threads_find(press);
	for (size_t i = 0; i < press->worker_count; i++) {
		struct worker *worker = &press->workers[i];

		worker->press = press;
		worker->arena = arena_open(press->run->budget);
		arena_enclose(press->run->arena, worker->arena);
		worker->scratch = arena_open(press->run->budget);
		worker->records = records_copy(worker->arena, records->now);
		if (records->before)
			worker->before = records_copy(worker->arena, records->before);
	}
	while (started < press->worker_count &&
		thrd_create(&press->workers[started].thread, worker_run,
			&press->workers[started]) == thrd_success)
		started++;
	worker_run(&press->workers[0]);
	for (size_t i = 1; i < started; i++)
		thrd_join(press->workers[i].thread, NULL);
	for (size_t i = 0; i < press->worker_count; i++)
		arena_close(press->workers[i].scratch);
}

static bool
is_told(const struct diag_list *diags, const struct diag *diag)
{
	for (size_t i = 0; i < diags->count; i++) {
		const struct diag *told = &diags->items[i];

		if (told->code == diag->code && told->at.line == diag->at.line &&
			told->at.column == diag->at.column &&
			text_equal(told->at.file, diag->at.file) &&
			text_equal(told->says, diag->says))
			return true;
	}
	return false;
}

/* What editions have to say, in their order: a fault of a template is one of them all,
 * and told once. */
static void
proofs_tell(struct press *press)
{
	struct diag_list *diags = press->run->job.diags;

	for (size_t i = 0; i < press->editions->count; i++) {
		const struct diag_list *own = press->proofs[i].diags;

		for (size_t j = 0; j < own->count; j++) {
			const struct diag_list one = { .items = &own->items[j],
				.count = 1 };

			if (!is_told(diags, &own->items[j]))
				diag_append(diags, &one);
		}
	}
}

/* The texts that each language lacks, over all that was made in it. */
static void
gaps_gather(struct press *press)
{
	const struct editions *editions = press->editions;
	struct run *run = press->run;

	for (size_t i = 0; i < editions->count; i++) {
		struct text language = editions->items[i].language;
		struct gaps *gaps;

		if (i && text_equal(editions->items[i - 1].language, language))
			continue;
		gaps = gaps_make(run->arena, language);
		for (size_t j = i; j < editions->count; j++)
			if (text_equal(editions->items[j].language, language))
				gaps_append(gaps, press->proofs[j].gaps);
		gaps_tell(gaps, run->job.diags, editions->items[i].asked);
	}
}

struct printed *
press_run(struct run *run, struct text report, const struct editions *editions,
	const struct press_records *records)
{
	struct press press = {
		.run = run, .report = report, .editions = editions, .records = records
	};

	press.printed = arena_array(run->arena, struct printed, editions->count);
	press.proofs = arena_array(run->arena, struct proof, editions->count);
	workers_run(&press);
	proofs_tell(&press);
	gaps_gather(&press);
	return press.printed;
}
