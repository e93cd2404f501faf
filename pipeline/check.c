#include "check.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "mend.h"
#include "run.h"
#include "span.h"

static bool
is_report(struct run *run, struct text path)
{
	return files_exists(
		run->job.files, files_within(run->arena, path, TEXT("report.yaml")));
}

/* What was asked for: the operands and, since what a single file refers to stands in
 * the other files of its report, that report last. */
static size_t
names_gather(struct run *run, struct text *names, bool *ret_context)
{
	const struct command *command = &run->command;
	bool whole = false;

	for (size_t i = 0; i < command->count; i++) {
		names[i] = command->names[i];
		whole |= is_report(run, names[i]);
	}
	*ret_context = !whole && run_find_report(run, &names[command->count]);
	return command->count + *ret_context;
}

bool
check_covers(const struct check *check, struct text path)
{
	const struct run *run = check->run;
	struct text real = files_real(run->job.files, path);

	for (size_t i = 0; i < run->command.count; i++)
		if (text_starts(
			    real, files_real(run->job.files, run->command.names[i])))
			return true;
	return run->command.count == 0;
}

/* Is this about a file that was asked for, at its place or at another one of it: the
 * second of two equal ids may stand in a file that was only read for its context? */
static bool
diag_concerns(const struct check *check, const struct diag *diag)
{
	if (!text_ends(diag->at.file, TEXT(".yaml")) ||
		check_covers(check, diag->at.file))
		return true;
	for (const struct diag_label *label = diag->labels; label; label = label->next)
		if (check_covers(check, label->at.file))
			return true;
	return false;
}

/* Drops what is said of records that were only read because others refer to them; what
 * is wrong with the schemas or their lists stays. */
static void
diags_narrow(const struct check *check)
{
	struct diag_list *diags = check->run->job.diags;
	struct diag_list kept = {
		.arena = diags->arena, .items = diags->items, .room = diags->room
	};

	for (size_t i = 0; i < diags->count; i++) {
		const struct diag diag = diags->items[i];

		if (!diag_concerns(check, &diag))
			continue;
		kept.items[kept.count++] = diag;
		kept.warnings += diag.severity == SEVERITY_WARNING;
		kept.errors += diag.severity != SEVERITY_WARNING;
		kept.failures += diag.severity == SEVERITY_FAILURE;
	}
	*diags = kept;
}

/* What could be read is judged, though the rest of its file was lost. */
static void
names_judge(const struct check *check)
{
	const struct span read = { 0, 0 }, judge = { 1, 1 };
	struct run *run = check->run;
	struct piece in = run_name(run, check->names, check->count), records, out;

	run->job.partial = true;
	if (!span_run(&run->job, read, run->budget, &in, &records))
		return;
	if (span_run(&run->job, judge, run->budget, &records, &out))
		arena_close(out.arena);
	if (check->context && run->command.count)
		diags_narrow(check);
}

void
check_judge(const struct check *check)
{
	struct run *run = check->run;

	run->job.diags = diag_list_make(run->arena);
	names_judge(check);
	diag_sort(run->job.diags, 0);
}

/* The files that the verdict is about. */
static void
checked_find(const struct check *check)
{
	struct run *run = check->run;
	size_t count;
	struct text *paths =
		files_paths(run->job.files, run->arena, TEXT(".yaml"), &count);

	run->checked = paths;
	run->checked_count = 0;
	for (size_t i = 0; i < count; i++)
		if (check_covers(check, paths[i]))
			paths[run->checked_count++] = paths[i];
}

enum status
check_command(struct run *run)
{
	struct check check = { .run = run };

	check.names = arena_array(run->arena, struct text, run->command.count + 1);
	check.count = names_gather(run, check.names, &check.context);
	if (check.count == 0) {
		fprintf(stderr,
			"plgs check: which files? name YAML files or folders\n");
		return STATUS_COMMAND;
	}
	check_judge(&check);
	if (run->command.fix)
		mend_files(&check);
	checked_find(&check);
	if (run->job.diags->count == 0)
		fprintf(stderr, "no faults\n");
	return STATUS_FINE;
}
