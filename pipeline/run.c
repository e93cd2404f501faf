#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/files.h"
#include "form.h"
#include "report/report.h"

enum { STREAM_LIMIT = 1 << 30 };

static int64_t
epoch_find(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t seconds;

	return epoch && text_number(text_of(epoch), &seconds) ? seconds : -1;
}

/* A project is the folder that holds schemas/milestone.xsd: the one around a path
 * may be read, and its schemas count. */
static void
project_allow(struct run *run, struct text path)
{
	struct files *files = run->job.files;
	struct text project = files_above(files, path, "schemas/milestone.xsd");

	if (files_is_folder(files, path))
		files_allow(files, path);
	else
		files_allow(files, files_beside(run->arena, path, TEXT(".")));
	if (project.size == 0)
		return;
	files_allow(files, project);
	if (run->job.schemas.size == 0)
		run->job.schemas = files_within(run->arena, project, TEXT("schemas"));
}

static void
folders_allow(struct files *files, struct text folders)
{
	struct text folder;

	while (text_cut(&folders, ':', &folder))
		files_allow(files, folder);
}

/* What may be read: the project here, and the one around each operand. */
static void
folders_open(struct run *run)
{
	const struct command *command = &run->command;
	struct job *job = &run->job;

	if (command->root.size && !files_allow(job->files, command->root))
		diag_add(job->diags, DIAG_F101, (struct place){ .file = command->root },
			"there is no folder %.*s", TEXT_ARG(command->root));
	project_allow(run, TEXT("."));
	if (command->name != COMMAND_EXPLAIN && command->name != COMMAND_REPRINT)
		for (size_t i = 0; i < command->count; i++)
			if (!text_is(command->names[i], "-"))
				project_allow(run, command->names[i]);
	if (job->schemas.size == 0)
		job->schemas = TEXT(PLGS_SCHEMAS);
	files_allow(job->files, job->schemas);
	folders_allow(job->files, job->fonts);
	files_allow(job->files, job->hyphenation);
}

struct run
run_open(struct arena *arena, struct budget *budget, const struct command *command)
{
	struct run run = { .budget = budget, .arena = arena, .command = *command };
	struct job *job = &run.job;

	if (command->memory)
		budget->left = (size_t)command->memory;
	job->diags = diag_list_make(arena);
	job->scratch = arena_open(budget);
	job->files = files_make(arena);
	job->schemas = command->schemas;
	job->fonts = command->fonts.size ? command->fonts : TEXT(PLGS_FONTS);
	job->hyphenation = TEXT(PLGS_HYPHENATION);
	job->epoch = epoch_find();
	folders_open(&run);
	return run;
}

enum status
run_close(struct run *run)
{
	const struct diag_list *diags = run->job.diags;
	struct buffer buffer = buffer_make(run->arena);
	bool colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
	enum status status = STATUS_FINE;

	report_text(diags, run->job.files, &buffer, colour);
	report_summary(diags, &buffer);
	if (buffer.size)
		fwrite(buffer.at, 1, buffer.size, stderr);
	if (diags->failures)
		status = STATUS_MACHINE;
	else if (diags->errors || (run->command.strict && diags->warnings))
		status = STATUS_INPUT;
	arena_close(run->job.scratch);
	return status;
}

bool
run_take(struct run *run, enum form form, struct piece *ret_piece)
{
	struct text path = run->command.count ? run->command.names[0] : TEXT("-");
	struct diag_list *diags = run->job.diags;
	struct piece piece = { .form = form };
	struct text bytes;

	piece.name = text_is(path, "-") ? TEXT("stdin") : path;
	if (!files_read(run->job.files, diags, path, (struct place){ 0 }, STREAM_LIMIT,
		    &bytes))
		return false;
	/* Messages show lines of what arrived. */
	files_hold(run->job.files, piece.name, bytes);
	if (text_trim(bytes).size == 0 && form != FORM_MARKDOWN) {
		diag_add(diags, DIAG_G101, (struct place){ .file = piece.name },
			"nothing arrived; the stage before it failed");
		diag_help(diags, "look at the messages of the stage before it");
		return false;
	}
	piece.arena = arena_open(run->budget);
	if (form_act(form)->parse(diags, bytes, &piece)) {
		*ret_piece = piece;
		return true;
	}
	arena_close(piece.arena);
	return false;
}

struct piece
run_name(struct run *run, const struct text *names, size_t count)
{
	struct piece piece = { .form = FORM_YAML, .arena = arena_open(run->budget) };

	piece.paths.items = arena_array(piece.arena, struct text, count + 1);
	piece.paths.count = count;
	for (size_t i = 0; i < count; i++)
		piece.paths.items[i] = text_keep(piece.arena, names[i]);
	return piece;
}

bool
run_give(struct run *run, struct text path, struct text bytes)
{
	return files_write(run->job.files, run->job.diags, path, bytes);
}

bool
run_find_report(struct run *run, struct text *ret_folder)
{
	struct files *files = run->job.files;
	struct diag_list quiet = { .arena = run->arena };
	struct text *found;
	size_t count = 0;

	*ret_folder = files_above(files, TEXT("."), "report.yaml");
	if (ret_folder->size)
		return true;
	if (!files_is_folder(files, TEXT("reports")) ||
		!files_list(files, &quiet, TEXT("reports"), (struct place){ 0 },
			TEXT("/report.yaml"), &found, &count) ||
		count != 1)
		return false;
	*ret_folder = files_beside(run->arena, found[0], TEXT("."));
	return true;
}
