#include "check.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "mend.h"
#include "run.h"
#include "verdict.h"

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

/* The files that the verdict is about. */
static void
checked_find(const struct verdict *verdict)
{
	struct run *run = verdict->run;

	run->checked = verdict->files;
	run->checked_count = 0;
	for (size_t i = 0; i < verdict->file_count; i++)
		if (verdict_covers(verdict, verdict->files[i]))
			verdict->files[run->checked_count++] = verdict->files[i];
}

enum status
check_command(struct run *run)
{
	struct verdict verdict = { .run = run };

	verdict.names = arena_array(run->arena, struct text, run->command.count + 1);
	verdict.count = names_gather(run, verdict.names, &verdict.context);
	if (verdict.count == 0) {
		fprintf(stderr,
			"plgs check: which files? name YAML files or folders\n");
		return STATUS_COMMAND;
	}
	verdict_judge(&verdict);
	if (run->command.fix)
		mend_files(&verdict);
	checked_find(&verdict);
	if (run->job.diags->count == 0)
		fprintf(stderr, "no faults\n");
	return STATUS_FINE;
}
