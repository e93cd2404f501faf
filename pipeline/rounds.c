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
	ROUND_BYTES = 384 * 1024, /* as typed; the trees take some twenty times it */
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
	struct round noted;       /* all has been said of these, and is to be kept; */
	struct round asked;       /* of these the rules are asked while */
	struct round read;        /* these are read for the next round */
	atomic_size_t next_asked, next_read;

	/* Rules are asked of a round when its names are known. */
	mtx_t lock;
	cnd_t changed;
	bool is_entered;
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

static void
portions_open(struct worker *worker)
{
	struct rounds *rounds = worker->rounds;
	size_t i;

	while ((i = atomic_fetch_add(&rounds->next_read, 1)) < rounds->read.count)
		hearing_open(worker, &rounds->hearings[rounds->read.first + i]);
}

static void
portions_ask(struct worker *worker)
{
	struct rounds *rounds = worker->rounds;
	size_t i;

	while ((i = atomic_fetch_add(&rounds->next_asked, 1)) < rounds->asked.count)
		court_ask(worker->clerk, &rounds->hearings[rounds->asked.first + i]);
}

/* What a thread beside the first does: it reads while that one goes through what must
 * be done in order. */
static int
worker_run(void *owner)
{
	struct worker *worker = owner;
	struct rounds *rounds = worker->rounds;

	portions_open(worker);
	mtx_lock(&rounds->lock);
	while (!rounds->is_entered)
		cnd_wait(&rounds->changed, &rounds->lock);
	mtx_unlock(&rounds->lock);
	portions_ask(worker);
	return 0;
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

/* All has been said of the portions: it is told in their order, and they are kept as
 * long as there is room. */
static void
round_note(struct rounds *rounds)
{
	struct round round = rounds->noted;

	for (size_t i = round.first; i < round.first + round.count; i++)
		court_note(rounds->court, &rounds->hearings[i]);
	for (size_t i = round.first; i < round.first + round.count; i++)
		court_shelve(rounds->court, &rounds->hearings[i],
			rounds->portions.items[i].bytes);
}

/* The names of the portions that were read go on the roll. */
static void
round_enter(struct rounds *rounds)
{
	struct round round = rounds->asked;

	for (size_t i = round.first; i < round.first + round.count; i++)
		court_enter(rounds->court, &rounds->hearings[i]);
	if (round.count)
		court_ready(rounds->court, rounds->read.count == 0);
	mtx_lock(&rounds->lock);
	rounds->is_entered = true;
	cnd_broadcast(&rounds->changed);
	mtx_unlock(&rounds->lock);
}

static size_t
workers_start(struct rounds *rounds)
{
	size_t work = rounds->asked.count + rounds->read.count, started = 1;
	size_t count = rounds->worker_count < work ? rounds->worker_count : work;

	rounds->next_asked = rounds->next_read = 0;
	while (started < count &&
		thrd_create(&rounds->workers[started].thread, worker_run,
			&rounds->workers[started]) == thrd_success)
		started++;
	return started;
}

/* Works through a round; this thread is the first worker.  The first time the clerks
 * learn what they need, and none of them may be at work. */
static void
round_hold(struct rounds *rounds)
{
	bool is_first = rounds->asked.first == 0;
	size_t started;

	rounds->is_entered = false;
	if (is_first)
		round_enter(rounds);
	started = workers_start(rounds);
	round_note(rounds);
	if (!is_first)
		round_enter(rounds);
	portions_ask(&rounds->workers[0]);
	portions_open(&rounds->workers[0]);
	for (size_t i = 1; i < started; i++)
		thrd_join(rounds->workers[i].thread, NULL);
}

/* The portions that were read are heard while the next ones are read. */
static void
rounds_turn(struct rounds *rounds)
{
	rounds->noted = rounds->asked;
	rounds->asked = rounds->read;
	rounds->read = round_after(rounds, rounds->asked);
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
	do {
		rounds_turn(rounds);
		round_hold(rounds);
	} while (rounds->asked.count || rounds->read.count);
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

static void
rounds_close(void *thing)
{
	struct rounds *rounds = thing;

	cnd_destroy(&rounds->changed);
	mtx_destroy(&rounds->lock);
}

static struct rounds *
rounds_make(struct arena *arena, const struct rounds_setup *setup)
{
	struct rounds *rounds = arena_make(arena, struct rounds);

	rounds->setup = *setup;
	if (mtx_init(&rounds->lock, mtx_plain) != thrd_success)
		arena_exhaust(arena);
	if (cnd_init(&rounds->changed) != thrd_success)
		arena_exhaust(arena);
	arena_adopt(arena, rounds_close, rounds);
	return rounds;
}

void
rounds_judge(
	const struct rounds_setup *setup, struct text **ret_files, size_t *ret_count)
{
	struct job *job = setup->job;
	struct arena *arena = arena_open(setup->budget);
	struct rounds *rounds = rounds_make(arena, setup);
	const struct reader reader = {
		.files = job->files, .diags = job->diags, .scratch = job->scratch
	};

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
