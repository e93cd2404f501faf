#include "rounds.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <threads.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/records.h"
#include "read/portion.h"
#include "stage.h"
#include "validate/court.h"

enum {
	THREADS = 16,
	ROUND_BYTES = 512 * 1024, /* as typed; the trees take some twenty times it */
	KEPT_BYTES = 512 * 1024,  /* of reports and registers */
	WHOLE_BYTES = 256 * 1024, /* of a file that comes in one portion */
	ONE_THREAD_BYTES = 1024 * 1024, /* less is not worth a thread */
};

struct rounds;

/* Portions, from the first on. */
struct round {
	size_t first, count;
};

struct worker {
	struct rounds *rounds;
	struct clerk *clerk;
	struct arena *arena;   /* of the clerk */
	struct arena *scratch; /* of one portion */
	thrd_t thread;
};

struct rounds {
	struct rounds_setup setup;
	struct portions portions;
	struct court *court;
	struct worker workers[THREADS];
	size_t worker_count;
	struct arena *bringing; /* scratch of what is brought back */

	struct hearing *hearings; /* by the number of their portion */
	struct round asked;       /* of these the rules are asked while */
	struct round read;        /* these are read for the next round */
	atomic_size_t next;       /* to be worked on, in the order of both */
};

/* The record on a line of a portion, once more.  What is wrong with it was told. */
static struct records *
record_bring(void *owner, uint32_t portion, uint32_t line, struct arena *arena)
{
	struct rounds *rounds = owner;
	struct records *records = records_make(arena, TEXT(""));
	struct reader reader = { .files = rounds->setup.job->files,
		.diags = diag_list_make(rounds->bringing),
		.scratch = rounds->bringing };

	portion_read(&reader, &rounds->portions.items[portion], line, records);
	arena_reset(rounds->bringing);
	return records;
}

static bool
has_code(const struct diag_list *diags, enum diag_code code)
{
	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].code == code)
			return true;
	return false;
}

/* Reads a portion and judges what needs no others. */
static void
hearing_open(struct worker *worker, struct hearing *hearing)
{
	struct rounds *rounds = worker->rounds;
	struct portion *portion = &rounds->portions.items[hearing->portion];
	struct arena *arena = arena_open(rounds->setup.budget);
	struct records *records = records_make(arena, rounds->portions.report);
	struct reader reader = { .files = rounds->setup.job->files,
		.diags = diag_list_make(arena),
		.scratch = worker->scratch };

	portion_read(&reader, portion, 0, records);
	/* Where it is asked for, somebody is told; of the file itself nothing is said,
	 * and it must not pass for one in which all is well. */
	portion->lost |= has_code(reader.diags, DIAG_F101);
	records_order(records);
	arena_reset(worker->scratch);
	hearing->arena = arena;
	hearing->file = records_file(records);
	hearing->diags = reader.diags;
	hearing->first = portion->first;
	hearing->last = portion->last;
	court_hear(worker->clerk, hearing);
}

static int
worker_run(void *owner)
{
	struct worker *worker = owner;
	struct rounds *rounds = worker->rounds;
	const struct round *asked = &rounds->asked, *read = &rounds->read;
	size_t i;

	while ((i = atomic_fetch_add(&rounds->next, 1)) < asked->count + read->count)
		if (i < asked->count)
			court_ask(worker->clerk, &rounds->hearings[asked->first + i]);
		else
			hearing_open(worker,
				&rounds->hearings[read->first + i - asked->count]);
	return 0;
}

/* All that can be done side by side; this thread is the first worker. */
static void
workers_run(struct rounds *rounds)
{
	size_t work = rounds->asked.count + rounds->read.count, started = 1;
	size_t count = rounds->worker_count < work ? rounds->worker_count : work;

	rounds->next = 0;
	while (started < count &&
		thrd_create(&rounds->workers[started].thread, worker_run,
			&rounds->workers[started]) == thrd_success)
		started++;
	worker_run(&rounds->workers[0]);
	for (size_t i = 1; i < started; i++)
		thrd_join(rounds->workers[i].thread, NULL);
}

/* The portions after those of the round. */
static struct round
round_after(const struct rounds *rounds, struct round round)
{
	const struct portions *portions = &rounds->portions;
	struct round after = { .first = round.first + round.count };
	size_t bytes = 0;

	while (after.first + after.count < portions->count && bytes < ROUND_BYTES) {
		size_t portion = after.first + after.count++;

		bytes += portions->items[portion].bytes;
		rounds->hearings[portion] =
			(struct hearing){ .portion = (uint32_t)portion };
	}
	return after;
}

/* The portions that were read are heard while the next ones are read. */
static void
round_hold(struct rounds *rounds)
{
	struct court *court = rounds->court;
	struct round round = rounds->read;
	struct hearing *hearings = &rounds->hearings[round.first];

	rounds->asked = round;
	rounds->read = round_after(rounds, round);
	for (size_t i = 0; i < round.count; i++)
		court_enter(court, &hearings[i]);
	court_ready(court, rounds->read.count == 0);
	workers_run(rounds);
	for (size_t i = 0; i < round.count; i++)
		court_note(court, &hearings[i]);
	for (size_t i = 0; i < round.count; i++)
		court_shelve(court, &hearings[i],
			rounds->portions.items[round.first + i].bytes);
}

static size_t
threads_find(const struct rounds *rounds)
{
	size_t threads = rounds->setup.threads, bytes = 0;
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	for (size_t i = 0; i < rounds->portions.count; i++)
		bytes += rounds->portions.items[i].bytes;
	if (threads == 0)
		threads = processors > 0 && bytes > ONE_THREAD_BYTES
				  ? (size_t)processors
				  : 1;
	return threads < THREADS ? threads : THREADS;
}

static void
workers_open(struct rounds *rounds)
{
	rounds->worker_count = threads_find(rounds);
	for (size_t i = 0; i < rounds->worker_count; i++) {
		struct worker *worker = &rounds->workers[i];

		worker->rounds = rounds;
		worker->arena = arena_open(rounds->setup.budget);
		worker->scratch = arena_open(rounds->setup.budget);
		worker->clerk = i ? court_clerk(rounds->court, worker->arena)
				  : court_desk(rounds->court);
	}
}

static void
workers_close(struct rounds *rounds)
{
	for (size_t i = 0; i < rounds->worker_count; i++) {
		arena_close(rounds->workers[i].scratch);
		arena_close(rounds->workers[i].arena);
	}
}

static void
portions_judge(struct rounds *rounds)
{
	struct job *job = rounds->setup.job;
	size_t from = job->diags->count;

	workers_open(rounds);
	rounds->bringing = arena_open(rounds->setup.budget);
	rounds->read = round_after(rounds, (struct round){ .count = 0 });
	workers_run(rounds);
	do
		round_hold(rounds);
	while (rounds->read.count);
	court_end(rounds->court, from);
	court_close(rounds->court);
	arena_close(rounds->bringing);
	workers_close(rounds);
}

/* Without schemas nothing is judged, and what cannot be read is told all the same. */
static void
portions_read(const struct rounds *rounds, const struct reader *reader)
{
	for (size_t i = 0; i < rounds->portions.count; i++) {
		struct arena *arena = arena_open(rounds->setup.budget);

		portion_read(reader, &rounds->portions.items[i], 0,
			records_make(arena, TEXT("")));
		arena_close(arena);
	}
}

static int
path_compare(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void
files_gather(const struct rounds *rounds, struct text **ret_files, size_t *ret_count)
{
	const struct portions *portions = &rounds->portions;
	struct text *files =
		arena_array(rounds->setup.arena, struct text, portions->count + 1);
	size_t count = 0;

	for (size_t i = 0; i < portions->count; i++) {
		const struct portion *portion = &portions->items[i];

		if (!portion->lost && portion->last == 0 &&
			files_exists(rounds->setup.job->files, portion->path))
			files[count++] = portion->path;
	}
	if (count)
		qsort(files, count, sizeof *files, path_compare);
	*ret_files = files;
	*ret_count = count;
}

void
rounds_judge(
	const struct rounds_setup *setup, struct text **ret_files, size_t *ret_count)
{
	struct job *job = setup->job;
	struct arena *arena = arena_open(setup->budget);
	struct rounds *rounds = arena_make(arena, struct rounds);
	const struct reader reader = {
		.files = job->files, .diags = job->diags, .scratch = job->scratch
	};

	rounds->setup = *setup;
	rounds->portions =
		portion_list(&reader, setup->names, setup->arena, WHOLE_BYTES);
	rounds->hearings = arena_array(arena, struct hearing, rounds->portions.count);
	rounds->court = court_open(&(struct court_setup){ .job = job,
		.arena = arena,
		.is_report = rounds->portions.report.size > 0,
		.bring = record_bring,
		.owner = rounds,
		.room = KEPT_BYTES });
	if (rounds->court)
		portions_judge(rounds);
	else
		portions_read(rounds, &reader);
	files_gather(rounds, ret_files, ret_count);
	arena_reset(job->scratch);
	arena_close(arena);
}
