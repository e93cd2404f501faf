#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/files.h"
#include "form.h"
#include "report/report.h"

enum { STREAM_LIMIT = 1 << 30, LARGEST_REPORT = 1 << 20 };

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

static bool
operands_are_paths(enum command_name name)
{
	return name == COMMAND_BUILD || name == COMMAND_CHECK || name == COMMAND_DIFF ||
	       name == COMMAND_SPAN;
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
	if (operands_are_paths(command->name))
		for (size_t i = 0; i < command->count; i++)
			if (!text_is(command->names[i], "-"))
				project_allow(run, command->names[i]);
	if (command->since.size)
		project_allow(run, command->since);
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
	job->subject = command->subject;
	job->language = command->language;
	job->draft = job->partial = command->draft;
	folders_open(&run);
	return run;
}

static bool
has_colour(const struct command *command)
{
	if (text_is(command->colour, "auto"))
		return isatty(STDERR_FILENO) && !getenv("NO_COLOR");
	return text_is(command->colour, "always");
}

static void
stderr_put(const struct buffer *buffer)
{
	if (buffer->size)
		fwrite(buffer->at, 1, buffer->size, stderr);
}

/* GitHub's file is one for all steps of a job: what stands in it stays. */
static bool
summary_append(struct run *run, const char *path, struct text words)
{
	FILE *file = fopen(path, "a");
	bool done = file && fwrite(words.at, 1, words.size, file) == words.size;

	done = file && fclose(file) == 0 && done;
	if (!done)
		diag_add(run->job.diags, DIAG_F102,
			(struct place){ .file = text_of(path) },
			"cannot add to the summary of this step");
	return done;
}

/* For a person at a screen. */
static void
text_give(struct run *run, const struct diag_list *diags)
{
	const struct report report = { .diags = diags,
		.files = run->job.files,
		.colour = has_colour(&run->command) };
	struct buffer out = buffer_make(run->arena);

	report_form_find(TEXT("text"))->print(&report, &out);
	report_summary(diags, &out);
	stderr_put(&out);
}

/* Letters go into a folder, one for each sender, where -o names one. */
static bool
output_is_folder(const struct run *run)
{
	struct text output = run->command.output;

	return output.size && (output.at[output.size - 1] == '/' ||
				      files_is_folder(run->job.files, output));
}

static void
letters_give(
	struct run *run, const struct report *report, const struct report_form *form)
{
	struct text folder = run->command.output;
	size_t count, given = 0;
	struct report_letter *letters =
		report_letters(report, form, run->arena, &count);

	if (!files_add_folder(run->job.diags, folder))
		return;
	for (size_t i = 0; i < count; i++)
		given +=
			run_give(run, files_within(run->arena, folder, letters[i].name),
				letters[i].bytes);
	fprintf(stderr, "%zu letter%s in %.*s\n", given, given == 1 ? "" : "s",
		TEXT_ARG(folder));
}

/* The verdict is what check makes, so it goes where results go; of other commands the
 * result is another. */
static void
verdict_give(
	struct run *run, const struct report *report, const struct report_form *form)
{
	struct text output = run->command.output;
	struct buffer out = buffer_make(run->arena);

	if (form->voice && output_is_folder(run)) {
		letters_give(run, report, form);
		return;
	}
	form->print(report, &out);
	if (run->command.name != COMMAND_CHECK)
		stderr_put(&out);
	else
		run_give(run, output.size ? output : TEXT("-"), buffer_text(&out));
}

/* What goes wrong in giving the verdict is told as text. */
static void
form_give(struct run *run, const struct report_form *form)
{
	const char *path = getenv("GITHUB_STEP_SUMMARY");
	struct diag_list late = *diag_list_make(run->arena);
	struct diag_list *diags = run->job.diags;
	struct buffer summary = buffer_make(run->arena);
	const struct report report = { .diags = diags,
		.files = run->job.files,
		.checked = run->checked,
		.checked_count = run->checked_count,
		.schemas = run->job.schemas,
		.version = TEXT(PLGS_VERSION),
		.strict = run->command.strict,
		.summary = path && *path ? &summary : NULL };
	size_t told = diags->count;

	verdict_give(run, &report, form);
	if (summary.size)
		summary_append(run, path, buffer_text(&summary));
	late.items = diags->items + told;
	late.count = diags->count - told;
	late.errors = late.failures = late.count;
	if (late.count)
		text_give(run, &late);
}

enum status
run_close(struct run *run)
{
	const struct diag_list *diags = run->job.diags;
	const struct report_form *form = report_form_find(run->command.format);
	enum status status = STATUS_FINE;

	diag_sort(run->job.diags, 0);
	if (form->is_result)
		form_give(run, form);
	else
		text_give(run, diags);
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
	return files_write(run->job.diags, path, bytes);
}

/* "  - ../annual-2023/report.yaml   # to which the country updates belong" */
static bool
names_report(struct text line)
{
	struct text item = text_trim(text_slice(line, 0, text_find(line, '#', 0)));

	return text_starts(item, TEXT("-")) && text_ends(item, TEXT("/report.yaml"));
}

/* A report that is made for each of many records, or of another report: a key of the
 * first level begins its line, and a report among the records is named as its file. */
static bool
is_extract(struct run *run, struct text path)
{
	const struct text key = TEXT("for_each:");
	struct diag_list quiet = { .arena = run->arena };
	struct text bytes, line;

	if (!files_read(run->job.files, &quiet, path, (struct place){ 0 },
		    LARGEST_REPORT, &bytes))
		return false;
	while (text_cut(&bytes, '\n', &line))
		if (text_starts(line, key) || names_report(line))
			return true;
	return false;
}

bool
run_find_report(struct run *run, struct text *ret_folder)
{
	struct files *files = run->job.files;
	struct diag_list quiet = { .arena = run->arena };
	struct text *found;
	size_t count = 0, whole = 0;

	*ret_folder = files_above(files, TEXT("."), "report.yaml");
	if (ret_folder->size)
		return true;
	if (!files_is_folder(files, TEXT("reports")) ||
		!files_list(files, &quiet, TEXT("reports"), (struct place){ 0 },
			TEXT("/report.yaml"), &found, &count))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!is_extract(run, found[i]))
			found[whole++] = found[i];
	if (whole != 1)
		return false;
	*ret_folder = files_beside(run->arena, found[0], TEXT("."));
	return true;
}
