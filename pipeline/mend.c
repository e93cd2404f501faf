#include "mend.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/edits.h"
#include "base/files.h"
#include "base/lines.h"
#include "difference.h"

/* Each round judges everything again. */
enum { ROUNDS = 50 };

/* A file with fixes. */
struct patient {
	struct patient *next; /* in the order they were found */
	struct text path;
	struct text typed;  /* as it was found */
	struct text before; /* this round */
	size_t most;        /* fixes in a round: fewer where all at once did not do */
	struct refusal *refusals;
};

/* A fix that did not help. */
struct refusal {
	struct refusal *next;
	const struct diag_fix *fix;
};

/* What is said of a file.  What cannot be read hides the rest, so it counts first. */
struct score {
	size_t unread, faults;
	size_t fixable; /* of both */
};

struct mend {
	struct verdict *verdict;
	struct arena *arena;
	struct files *files;
	struct patient *patients;
};

static bool
is_unread(const struct diag *diag)
{
	return diag_entry(diag->code)->code[0] == 'R' &&
	       diag->severity != SEVERITY_WARNING;
}

/* A fault of keys, shapes and values: the kind that a fix could bring.  References and
 * rules are judged only where these are right; what they say then has come to light. */
static bool
is_fault(const struct diag *diag)
{
	const char *code = diag_entry(diag->code)->code;

	return code[0] == 'V' && (code[1] == '2' || code[1] == '3') &&
	       diag->severity != SEVERITY_WARNING;
}

static struct score
score_of(const struct diag_list *diags, struct text path)
{
	struct score score = { .unread = 0 };

	for (size_t i = 0; i < diags->count; i++) {
		const struct diag *diag = &diags->items[i];

		if (!text_equal(diag->at.file, path))
			continue;
		score.fixable += diag->fix != NULL;
		if (is_unread(diag))
			score.unread++;
		else
			score.faults += is_fault(diag);
	}
	return score;
}

static bool
fix_is_same(const struct diag_fix *a, const struct diag_fix *b)
{
	return a->at.line == b->at.line && a->at.column == b->at.column &&
	       a->at.end == b->at.end && text_equal(a->text, b->text);
}

static bool
is_refused(const struct patient *patient, const struct diag_fix *fix)
{
	for (const struct refusal *refusal = patient->refusals; refusal;
		refusal = refusal->next)
		if (fix_is_same(refusal->fix, fix))
			return true;
	return false;
}

static void
fix_refuse(struct mend *mend, struct patient *patient, const struct diag_fix *fix)
{
	struct refusal *refusal = arena_make(mend->arena, struct refusal);

	*refusal = (struct refusal){ .next = patient->refusals, .fix = fix };
	patient->refusals = refusal;
}

/* The file as it is, on disk or held. */
static struct text
bytes_find(const struct mend *mend, struct text path)
{
	struct diag_list quiet = { .arena = mend->arena };
	struct place nowhere = { .line = 0 };
	struct text bytes;

	return files_read(mend->files, &quiet, path, nowhere, SIZE_MAX, &bytes)
		       ? bytes
		       : TEXT("");
}

static struct patient *
patient_find(struct mend *mend, struct text path)
{
	struct patient **end = &mend->patients;

	while (*end && !text_equal((*end)->path, path))
		end = &(*end)->next;
	if (*end)
		return *end;
	*end = arena_make(mend->arena, struct patient);
	**end = (struct patient){
		.path = path, .most = SIZE_MAX, .typed = bytes_find(mend, path)
	};
	return *end;
}

/* The fixes of one file that this round makes, by line. */
struct plan {
	bool unread; /* they are for what cannot be read */
	const struct diag_fix **fixes;
	size_t count, room;
};

static void
plan_add(struct mend *mend, struct plan *plan, const struct diag_fix *fix)
{
	size_t slot;

	plan->fixes = arena_room(mend->arena, plan->fixes, plan->count, &plan->room,
		sizeof *plan->fixes);
	for (slot = plan->count++; slot; slot--) {
		if (plan->fixes[slot - 1]->at.line <= fix->at.line)
			break;
		plan->fixes[slot] = plan->fixes[slot - 1];
	}
	plan->fixes[slot] = fix;
}

static struct plan
plan_of(struct mend *mend, const struct patient *patient, bool unread)
{
	const struct diag_list *diags = mend->verdict->run->job.diags;
	struct plan plan = { .unread = unread };

	for (size_t i = 0; i < diags->count && plan.count < patient->most; i++) {
		const struct diag *diag = &diags->items[i];

		if (diag->fix && text_equal(diag->at.file, patient->path) &&
			is_unread(diag) == unread && !is_refused(patient, diag->fix))
			plan_add(mend, &plan, diag->fix);
	}
	return plan;
}

/* Where a file cannot be read, that is mended before all else. */
static struct plan
plan_make(struct mend *mend, const struct patient *patient)
{
	struct plan plan = plan_of(mend, patient, true);

	return plan.count ? plan : plan_of(mend, patient, false);
}

/* True when the fixes did away with as many faults and brought no others. */
static bool
plan_helped(const struct plan *plan, struct score before, struct score after)
{
	if (plan->unread)
		return after.unread + plan->count <= before.unread;
	return after.unread <= before.unread && after.faults <= before.faults &&
	       after.fixable + plan->count <= before.fixable;
}

/* The bytes with the fixes made; all else is copied as it is. */
static struct text
plan_apply(struct mend *mend, const struct plan *plan, struct text bytes)
{
	struct lines lines = lines_make(mend->arena, bytes);
	struct buffer made = buffer_make(mend->arena);
	size_t next = 0;

	for (size_t line = 1; line <= lines.count; line++) {
		struct text whole = lines_whole(&lines, line);
		struct text text = lines_at(&lines, line);
		size_t first = next;

		while (next < plan->count && plan->fixes[next]->at.line == line)
			next++;
		buffer_add(&made, edits_line(mend->arena, text, plan->fixes + first,
					  next - first));
		buffer_add(&made, text_slice(whole, text.size, whole.size));
	}
	return buffer_text(&made);
}

/* A patient in the making of a round. */
struct trial {
	struct trial *next;
	struct patient *patient;
	struct plan plan;
	struct score score; /* before */
};

static struct trial *
trial_start(struct mend *mend, struct patient *patient)
{
	const struct diag_list *diags = mend->verdict->run->job.diags;
	struct trial *trial = arena_make(mend->arena, struct trial);

	trial->patient = patient;
	trial->plan = plan_make(mend, patient);
	if (trial->plan.count == 0)
		return NULL;
	trial->score = score_of(diags, patient->path);
	patient->before = bytes_find(mend, patient->path);
	files_hold(mend->files, patient->path,
		plan_apply(mend, &trial->plan, patient->before));
	return trial;
}

static struct trial *
trials_start(struct mend *mend)
{
	struct trial *trials = NULL;

	for (struct patient *patient = mend->patients; patient;
		patient = patient->next) {
		struct trial *trial = trial_start(mend, patient);

		if (!trial)
			continue;
		trial->next = trials;
		trials = trial;
	}
	return trials;
}

/* Takes back what did not help, to try half of it; true when that was so. */
static bool
trial_end(struct mend *mend, const struct trial *trial)
{
	struct patient *patient = trial->patient;
	const struct diag_list *diags = mend->verdict->run->job.diags;

	if (plan_helped(&trial->plan, trial->score, score_of(diags, patient->path)))
		return false;
	files_hold(mend->files, patient->path, patient->before);
	patient->most = trial->plan.count / 2;
	if (patient->most == 0) {
		fix_refuse(mend, patient, trial->plan.fixes[0]);
		patient->most = SIZE_MAX;
	}
	return true;
}

static void
patients_find(struct mend *mend)
{
	const struct diag_list *diags = mend->verdict->run->job.diags;

	for (size_t i = 0; i < diags->count; i++)
		if (diags->items[i].fix &&
			verdict_covers(mend->verdict, diags->items[i].at.file))
			patient_find(mend, diags->items[i].at.file);
}

/* One round; false when there was nothing left to try. */
static bool
round_run(struct mend *mend)
{
	struct trial *trials;
	bool undone = false;

	patients_find(mend);
	trials = trials_start(mend);
	if (!trials)
		return false;
	verdict_judge(mend->verdict);
	for (const struct trial *trial = trials; trial; trial = trial->next)
		undone |= trial_end(mend, trial);
	if (undone)
		verdict_judge(mend->verdict);
	return true;
}

/* Writes a file, or shows what would be written; how many lines changed. */
static size_t
patient_close(struct mend *mend, const struct patient *patient)
{
	struct run *run = mend->verdict->run;
	struct text now = bytes_find(mend, patient->path);
	struct buffer told = buffer_make(mend->arena), diff = buffer_make(mend->arena);
	size_t changed;

	if (text_equal(patient->typed, now))
		return 0;
	changed = difference_tell(&told, patient->path, patient->typed, now);
	if (run->command.dry_run) {
		difference_print(&diff, patient->path, patient->typed, now);
		fwrite(diff.at, 1, diff.size, stdout);
		return changed;
	}
	if (!files_write(run->job.diags, patient->path, now))
		return 0;
	fwrite(told.at, 1, told.size, stderr);
	return changed;
}

void
mend_files(struct verdict *verdict)
{
	struct mend mend = { .verdict = verdict,
		.arena = verdict->run->arena,
		.files = verdict->run->job.files };
	size_t changed = 0;

	for (size_t round = 0; round < ROUNDS && round_run(&mend); round++)
		;
	for (const struct patient *patient = mend.patients; patient;
		patient = patient->next)
		changed += patient_close(&mend, patient);
	fprintf(stderr, "%zu line%s %s\n", changed, changed == 1 ? "" : "s",
		verdict->run->command.dry_run ? "would be mended; then:" : "mended");
}
