#include "base/diag.h"
#include "report/forms.h"
#include "report/markdown.h"
#include "report/report.h"

/* Workflow commands for GitHub Actions.  A step may annotate ten places only, so each
 * file has its first error annotated, and the summary of the step lists all.  Where no
 * summary can be written every fault is annotated. */

/* A longer table is cut off by GitHub. */
enum { ROWS = 1000 };

/* Escapes a message, or with `property` what stands before it. */
static void
escape_print(struct buffer *out, struct text text, bool property)
{
	for (size_t i = 0; i < text.size; i++) {
		char byte = text.at[i];

		if (byte == '%' || (unsigned char)byte < 0x20 ||
			(property && (byte == ':' || byte == ',')))
			buffer_format(out, "%%%02X", (unsigned char)byte);
		else
			buffer_byte(out, byte);
	}
}

static void
place_add(struct buffer *out, struct place at)
{
	if (at.file.size == 0)
		return;
	buffer_string(out, "file=");
	escape_print(out, at.file, true);
	if (at.line)
		buffer_format(out, ",line=%u", (unsigned)at.line);
	if (at.column)
		buffer_format(out, ",col=%u", (unsigned)at.column);
	if (at.end > at.column)
		buffer_format(out, ",endColumn=%u", (unsigned)at.end);
	buffer_byte(out, ',');
}

static void
annotation_print(
	const struct report *report, const struct diag *diag, struct buffer *out)
{
	buffer_string(out, forms_fails(report, diag) ? "::error " : "::warning ");
	place_add(out, diag->at);
	buffer_format(out, "title=%s::", diag->entry->code);
	escape_print(out, diag->says, false);
	if (diag->help.size) {
		escape_print(out, TEXT("\n"), false);
		escape_print(out, diag->help, false);
	}
	buffer_byte(out, '\n');
}

/* The index after the last diagnostic of a file. */
static size_t
file_end(const struct diag_list *diags, size_t start)
{
	size_t end = start;

	while (end < diags->count &&
		text_equal(diags->items[end].at.file, diags->items[start].at.file))
		end++;
	return end;
}

/* A file's first error, else its first warning. */
static const struct diag *
file_first(const struct report *report, size_t start, size_t end)
{
	const struct diag *items = report->diags->items;

	for (size_t i = start; i < end; i++)
		if (items[i].severity != SEVERITY_WARNING)
			return &items[i];
	return &items[start];
}

static void
row_print(const struct diag *diag, struct buffer *out)
{
	struct buffer place = buffer_make(out->arena);

	place_print_whole(&place, diag->at);
	buffer_string(out, "| ");
	markdown_print(out, buffer_text(&place));
	buffer_format(out, " | %s | ", diag->entry->code);
	markdown_print(out, diag->says);
	buffer_string(out, " | ");
	markdown_print(out, diag->help);
	buffer_string(out, " |\n");
}

static void
summary_print(const struct diag_list *diags, struct buffer *out)
{
	buffer_string(out, "### plgs: ");
	if (diags->count == 0)
		buffer_string(out, "no faults\n");
	report_summary(diags, out);
	if (diags->count)
		buffer_string(out, "\n| Where | Code | What is wrong | What to do |\n"
				   "|---|---|---|---|\n");
	for (size_t i = 0; i < diags->count && i < ROWS; i++)
		row_print(&diags->items[i], out);
	if (diags->count > ROWS)
		buffer_format(out, "\nand %zu more\n", diags->count - ROWS);
}

void
forms_github(const struct report *report, struct buffer *out)
{
	const struct diag_list *diags = report->diags;

	for (size_t i = 0; i < diags->count;) {
		size_t end = report->summary ? file_end(diags, i) : i + 1;

		annotation_print(report, file_first(report, i, end), out);
		i = end;
	}
	if (report->summary)
		summary_print(diags, report->summary);
}
