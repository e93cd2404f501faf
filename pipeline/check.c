#include "check.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
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

static bool
path_asked(struct run *run, struct text path)
{
	struct text real = files_real(run->job.files, path);

	for (size_t i = 0; i < run->command.count; i++)
		if (text_starts(
			    real, files_real(run->job.files, run->command.names[i])))
			return true;
	return false;
}

/* Drops what is said of files that were only read because others refer to them. */
static void
diags_narrow(struct run *run)
{
	struct diag_list *diags = run->job.diags;
	struct diag_list kept = {
		.arena = diags->arena, .items = diags->items, .room = diags->room
	};

	for (size_t i = 0; i < diags->count; i++) {
		const struct diag diag = diags->items[i];

		if (!path_asked(run, diag.at.file))
			continue;
		kept.items[kept.count++] = diag;
		kept.warnings += diag.severity == SEVERITY_WARNING;
		kept.errors += diag.severity != SEVERITY_WARNING;
		kept.failures += diag.severity == SEVERITY_FAILURE;
	}
	*diags = kept;
}

/* A context that cannot be read is told whole: nothing was judged then. */
static void
names_judge(struct run *run, const struct text *names, size_t count, bool context)
{
	const struct span read = { 0, 0 }, judge = { 1, 1 };
	struct piece in = run_name(run, names, count), records, out;

	if (!span_run(&run->job, read, run->budget, &in, &records))
		return;
	if (span_run(&run->job, judge, run->budget, &records, &out))
		arena_close(out.arena);
	if (context && run->command.count)
		diags_narrow(run);
}

enum status
check_command(struct run *run)
{
	struct text *names =
		arena_array(run->arena, struct text, run->command.count + 1);
	bool context;
	size_t count = names_gather(run, names, &context);

	if (count == 0) {
		fprintf(stderr,
			"plgs check: which files? name YAML files or folders\n");
		return STATUS_COMMAND;
	}
	names_judge(run, names, count, context);
	if (run->job.diags->count == 0)
		fprintf(stderr, "no faults\n");
	return STATUS_FINE;
}
