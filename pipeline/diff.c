#include "diff.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "compare/compare.h"
#include "compose/escape.h"
#include "model/codelist.h"
#include "model/fields.h"
#include "model/records.h"
#include "model/xsd.h"
#include "read/portion.h"
#include "report/report.h"
#include "validate/court.h"
#include "verdict.h"

/* A file that is larger comes in portions, so that its records are never all in
 * memory. */
enum { PORTION_BYTES = 256 * 1024 };

/* One of the two operands, judged by itself. */
struct half {
	struct run run; /* with one operand, and diagnostics of its own */
	struct verdict verdict;
};

static struct half *
half_make(struct run *run, size_t index)
{
	struct half *half = arena_make(run->arena, struct half);

	half->run = *run;
	half->run.command.names = &run->command.names[index];
	half->run.command.count = 1;
	half->verdict = (struct verdict){
		.run = &half->run, .names = half->run.command.names, .count = 1
	};
	return half;
}

/* What can be read, and is of the shape that its schema asks for, can be compared. What
 * records refer to may stand elsewhere, a forerunner above all in the other set; that,
 * the rules and what is only doubtful are for check to tell, of a report as a whole. */
static const struct diag_entry *
sieve(void *owner, const struct diag *diag)
{
	(void)owner;
	if (diag->severity == SEVERITY_WARNING || court_looks_beyond(diag))
		return NULL;
	return diag->entry;
}

static bool
half_judge(struct run *run, struct half *half)
{
	verdict_judge(&half->verdict);
	diag_sift(half->run.job.diags, 0, sieve, NULL);
	diag_append(run->job.diags, half->run.job.diags);
	return half->run.job.diags->errors == 0;
}

/* What is wrong was told when they were judged. */
static void
half_read(struct half *half, struct comparison *comparison, enum side side)
{
	struct run *run = &half->run;
	struct paths names = { half->verdict.names, half->verdict.count };
	struct reader reader = { .files = run->job.files,
		.diags = diag_list_make(run->arena),
		.scratch = run->job.scratch };
	struct portions portions =
		portion_list(&reader, &names, run->arena, PORTION_BYTES);

	for (size_t i = 0; i < portions.count; i++) {
		struct arena *arena = arena_open(run->budget);
		const struct portion *portion = &portions.items[i];
		struct records *records = records_make(arena, portions.report);

		portion_read(&reader, portion, 0, records);
		if (records_file(records))
			compare_take(comparison, side, records_file(records),
				(struct compare_lines){
					portion->first, portion->last });
		arena_close(arena);
		arena_reset(run->job.scratch);
	}
}

static bool
setup_make(struct run *run, struct compare_setup *ret_setup)
{
	struct job *job = &run->job;
	const struct command *command = &run->command;
	struct _xmlDoc *tree;
	struct compare_setup setup = { .arena = run->arena,
		.names = { command->names[0], command->names[1] },
		.version = TEXT(PLGS_VERSION),
		.country = command->country,
		.kind = command->kind };

	if (!xsd_open(run->arena, job->diags, job->files, job->schemas, &tree))
		return false;
	setup.fields = fields_make(run->arena, tree);
	/* Other schemas than ours may have no list of countries. */
	codelist_open(run->arena, diag_list_make(run->arena), job->files, job->schemas,
		TEXT("country"), TEXT("code"), &setup.countries);
	*ret_setup = setup;
	return true;
}

static bool
comparison_print(
	struct run *run, struct text format, const struct comparison *comparison)
{
	struct text output = run->command.output;
	struct buffer out = buffer_make(run->arena);

	if (text_is(format, "json"))
		compare_json(comparison, &out);
	else if (text_is(format, "markdown"))
		compare_markdown(comparison, escape_text, &out);
	else
		compare_text(comparison, report_plain, &out);
	return run_give(run, output.size ? output : TEXT("-"), buffer_text(&out));
}

static enum status
command_refuse(const char *why)
{
	fprintf(stderr, "plgs diff: %s\n", why);
	return STATUS_COMMAND;
}

enum status
diff_command(struct run *run)
{
	struct text format = run->command.format;
	struct compare_setup setup;
	struct comparison *comparison;
	struct half *halves[SIDES];
	bool is_sound = true;

	if (run->command.count != 2)
		return command_refuse("which two? name the old set and the new one");
	/* The form is that of the result; what is wrong is told to people. */
	run->command.format = TEXT("text");
	if (!setup_make(run, &setup))
		return STATUS_FINE;
	if (setup.kind.size && !compare_knows(setup.fields, setup.kind))
		return command_refuse(
			"there is no record of the kind that --kind names");
	for (enum side side = 0; side < SIDES; side++) {
		halves[side] = half_make(run, side);
		is_sound = half_judge(run, halves[side]) && is_sound;
	}
	if (!is_sound)
		return STATUS_FINE;
	comparison = compare_open(&setup);
	for (enum side side = 0; side < SIDES; side++)
		half_read(halves[side], comparison, side);
	compare_close(comparison);
	if (comparison_print(run, format, comparison) && run->command.exit_code &&
		!compare_same(comparison))
		return STATUS_INPUT;
	return STATUS_FINE;
}
