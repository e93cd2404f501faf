#include "build.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "editions.h"
#include "press.h"
#include "run.h"
#include "span.h"

/* Where a report's outputs go. */
struct shelf {
	struct text report; /* its folder, as it was named */
	struct text name;   /* "annual-2023" */
	struct text folder; /* for many outputs; empty is here */
	struct text file;   /* for one; empty where a folder was named */
};

/* "reports/annual-2023" is called annual-2023. */
static struct text
report_name(struct run *run, struct text report)
{
	struct text folder = files_above(run->job.files, report, "report.yaml");
	size_t slash = folder.size;

	while (slash && folder.at[slash - 1] != '/')
		slash--;
	return text_slice(folder, slash, folder.size);
}

/* -o names a file or, with a slash at its end or where there is one, a folder. */
static struct shelf
shelf_make(struct run *run, struct text report)
{
	struct text output = run->command.output, section = run->command.section;
	struct shelf shelf = { .report = report, .name = report_name(run, report) };

	if (output.size && (output.at[output.size - 1] == '/' ||
				   files_is_folder(run->job.files, output)))
		shelf.folder = output;
	else
		shelf.file = output;
	if (section.size)
		shelf.name = text_format(run->arena, "%.*s-%.*s", TEXT_ARG(shelf.name),
			TEXT_ARG(section));
	return shelf;
}

/* "annual-2023-draft.pdf": a proof leaves what was released before as it is. */
static struct text
proof_name(struct arena *arena, struct text file, const char *what)
{
	struct text ending = TEXT(".pdf");

	if (text_ends(file, ending))
		file.size -= ending.size;
	else
		ending.size = 0;
	return text_format(
		arena, "%.*s-%s%.*s", TEXT_ARG(file), what, TEXT_ARG(ending));
}

/* The one output of a plain report makes annual-2023.pdf, with a section
 * annual-2023-ID.pdf; many go into a folder by the name of the report. */
static struct text
output_path(struct run *run, const struct shelf *shelf, const struct edition *edition)
{
	struct text file = edition->file;

	if (shelf->file.size)
		return shelf->file;
	if (file.size == 0)
		file = text_format(run->arena, "%.*s.pdf", TEXT_ARG(shelf->name));
	if (run->command.draft)
		file = proof_name(run->arena, file, "draft");
	if (run->command.since.size)
		file = proof_name(run->arena, file, "changes");
	if (shelf->folder.size)
		return files_within(run->arena, shelf->folder, file);
	return edition->subject.size ? files_within(run->arena, shelf->name, file)
				     : file;
}

/* Makes the folder that a file is to lie in, and those above it. */
static bool
folders_make(struct run *run, struct text path)
{
	for (size_t i = 1; i < path.size; i++)
		if (path.at[i] == '/' &&
			!files_is_folder(run->job.files, text_slice(path, 0, i)) &&
			!files_add_folder(run->job.diags, text_slice(path, 0, i)))
			return false;
	return true;
}

static void
pages_say(struct text where, size_t pages, size_t bytes)
{
	fprintf(stderr, "%.*s: %zu page%s, %zu kB\n", TEXT_ARG(where), pages,
		pages == 1 ? "" : "s", (bytes + 512) / 1024);
}

/* Writes what there is, and says so: of one file its name, of many how many. */
static void
outputs_give(struct run *run, const struct shelf *shelf,
	const struct editions *editions, const struct printed *printed)
{
	size_t given = 0, pages = 0, bytes = 0;
	struct text path = { "", 0 };

	for (size_t i = 0; i < editions->count; i++) {
		struct piece *pdf = printed[i].pdf;

		if (!pdf)
			continue;
		path = output_path(run, shelf, &editions->items[i]);
		if ((shelf->file.size || folders_make(run, path)) &&
			run_give(run, path, pdf->text)) {
			given++;
			pages += printed[i].pages;
			bytes += pdf->text.size;
		}
		arena_close(pdf->arena);
	}
	if (editions->count == 1 && given && !text_is(path, "-"))
		pages_say(path, pages, bytes);
	else if (editions->count > 1)
		pages_say(text_format(run->arena, "%zu of %zu files", given,
				  editions->count),
			pages, bytes);
}

/* The report that changes are marked against: like that of now it must be sound.  What
 * is only doubtful in it was told when it was made. */
static bool
earlier_read(
	struct run *run, const struct shelf *shelf, struct press_records *ret_records)
{
	const struct span to_records = { 0, 1 };
	struct run own = *run;
	struct piece piece = run_name(run, &run->command.since, 1);

	own.job.diags = diag_list_make(run->arena);
	own.job.draft = own.job.partial = false;
	own.command.subject = own.command.language = TEXT("");
	if (span_run(&own.job, to_records, run->budget, &piece, &piece)) {
		arena_enclose(run->arena, piece.arena);
		ret_records->before = piece.records;
		if (editions_find(
			    &own, piece.records, shelf->name, &ret_records->editions))
			return true;
	}
	diag_append(run->job.diags, own.job.diags);
	return false;
}

/* The records are read and judged once for all editions. */
static enum status
report_build(struct run *run, struct text report)
{
	const struct span to_records = { 0, 1 };
	const struct shelf shelf = shelf_make(run, report);
	struct piece piece = run_name(run, &report, 1);
	struct press_records records = { .before = NULL };
	struct editions editions;

	if (!span_run(&run->job, to_records, run->budget, &piece, &piece))
		return STATUS_FINE;
	arena_enclose(run->arena, piece.arena);
	records.now = piece.records;
	if (!editions_find(run, records.now, shelf.name, &editions))
		return STATUS_FINE;
	if (editions.count > 1 && shelf.file.size) {
		fprintf(stderr,
			"plgs build: there are %zu outputs, and -o names one file; a "
			"folder ends in /\n",
			editions.count);
		return STATUS_COMMAND;
	}
	if (run->command.since.size && !earlier_read(run, &shelf, &records))
		return STATUS_FINE;
	outputs_give(
		run, &shelf, &editions, press_run(run, report, &editions, &records));
	return STATUS_FINE;
}

enum status
build_command(struct run *run)
{
	struct command *command = &run->command;
	struct text report = { "", 0 };

	if (command->count > 1) {
		fprintf(stderr, "plgs build: one report at a time\n");
		return STATUS_COMMAND;
	}
	if (command->count)
		report = command->names[0];
	else if (!run_find_report(run, &report)) {
		fprintf(stderr,
			"plgs build: which report? no report.yaml above, and not "
			"exactly one under reports/\n");
		return STATUS_COMMAND;
	}
	if (command->since.size &&
		files_above(run->job.files, command->since, "report.yaml").size == 0) {
		fprintf(stderr, "plgs build: there is no report.yaml in %.*s\n",
			TEXT_ARG(command->since));
		return STATUS_COMMAND;
	}
	return report_build(run, report);
}
