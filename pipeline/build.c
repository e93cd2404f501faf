#include "build.h"

#include <stdio.h>

#include "base/diag.h"
#include "base/files.h"
#include "model/pages.h"
#include "run.h"
#include "span.h"

/* The whole line up to the pages, less all but one section where one is asked for. */
static bool
pages_build(struct run *run, struct text report, struct piece *ret_pages)
{
	const struct span to_layout = { 0, 4 };
	struct text section = run->command.section;
	struct piece in = run_name(run, &report, 1);

	if (!span_run(&run->job, to_layout, run->budget, &in, ret_pages))
		return false;
	if (section.size == 0 || pages_keep_section(ret_pages->pages, section))
		return true;
	diag_add(run->job.diags, DIAG_G103,
		(struct place){
			.file = files_within(run->arena, report, TEXT("report.yaml")) },
		"there is no section %.*s in this report", TEXT_ARG(section));
	arena_close(ret_pages->arena);
	return false;
}

static void
report_build(struct run *run, struct text report, struct text output)
{
	const struct span to_pdf = { 5, 5 };
	struct piece pages, pdf;
	size_t count;

	if (!pages_build(run, report, &pages))
		return;
	count = pages.pages->page_count;
	if (!span_run(&run->job, to_pdf, run->budget, &pages, &pdf))
		return;
	if (run_give(run, output, pdf.text) && !text_is(output, "-"))
		fprintf(stderr, "%.*s: %zu page%s, %zu kB\n", TEXT_ARG(output), count,
			count == 1 ? "" : "s", (pdf.text.size + 512) / 1024);
	arena_close(pdf.arena);
}

/* "reports/annual-2023" makes annual-2023.pdf; with a section annual-2023-ID.pdf. */
static struct text
output_name(struct run *run, struct text report)
{
	struct text folder = files_above(run->job.files, report, "report.yaml");
	struct text section = run->command.section;
	size_t slash = folder.size;

	while (slash && folder.at[slash - 1] != '/')
		slash--;
	folder = text_slice(folder, slash, folder.size);
	return text_format(run->arena, "%.*s%s%.*s.pdf", TEXT_ARG(folder),
		section.size ? "-" : "", TEXT_ARG(section));
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
	report_build(run, report,
		command->output.size ? command->output : output_name(run, report));
	return STATUS_FINE;
}
