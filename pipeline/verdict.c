#include "verdict.h"

#include "base/diag.h"
#include "base/files.h"
#include "rounds.h"

static bool
lies_in(struct text path, struct text folder)
{
	return text_starts(path, folder) &&
	       (path.size == folder.size || path.at[folder.size] == '/');
}

bool
verdict_covers(const struct verdict *verdict, struct text path)
{
	const struct run *run = verdict->run;
	struct text real = files_real(run->job.files, path);

	for (size_t i = 0; i < run->command.count; i++)
		if (lies_in(real, files_real(run->job.files, run->command.names[i])))
			return true;
	return run->command.count == 0;
}

/* Is this about a file that was asked for, at its place or at another one of it: the
 * second of two equal ids may stand in a file that was only read for its context? */
static bool
diag_concerns(const struct verdict *verdict, const struct diag *diag)
{
	if (!text_ends(diag->at.file, TEXT(".yaml")) ||
		verdict_covers(verdict, diag->at.file))
		return true;
	for (const struct diag_label *label = diag->labels; label; label = label->next)
		if (verdict_covers(verdict, label->at.file))
			return true;
	return false;
}

/* Drops what is said of records that were only read because others refer to them; what
 * is wrong with the schemas or their lists stays. */
static void
diags_narrow(const struct verdict *verdict)
{
	struct diag_list *diags = verdict->run->job.diags;
	struct diag_list kept = {
		.arena = diags->arena, .items = diags->items, .room = diags->room
	};

	for (size_t i = 0; i < diags->count; i++) {
		const struct diag diag = diags->items[i];

		if (!diag_concerns(verdict, &diag))
			continue;
		kept.items[kept.count++] = diag;
		kept.warnings += diag.severity == SEVERITY_WARNING;
		kept.errors += diag.severity != SEVERITY_WARNING;
		kept.failures += diag.severity == SEVERITY_FAILURE;
	}
	*diags = kept;
}

void
verdict_judge(struct verdict *verdict)
{
	struct run *run = verdict->run;
	const struct paths names = { .items = verdict->names, .count = verdict->count };

	run->job.diags = diag_list_make(run->arena);
	rounds_judge(&(struct rounds_setup){ .job = &run->job,
			     .budget = run->budget,
			     .arena = run->arena,
			     .names = &names,
			     .threads = (size_t)run->command.threads },
		&verdict->files, &verdict->file_count);
	if (verdict->context && run->command.count)
		diags_narrow(verdict);
	diag_sort(run->job.diags, 0);
}
