#include "base/diag.h"
#include "report/excerpt.h"
#include "report/forms.h"
#include "report/report.h"

/* JUnit's XML, as continuous integration shows it: a suite for each file, and in it a
 * case for each fault, or one that passes. */

enum { SENTENCE = 600 };

/* Text that XML can hold. */
static void
text_add(struct buffer *out, struct text text)
{
	struct buffer plain = buffer_make(out->arena);

	excerpt_plain(&plain, text, SENTENCE);
	buffer_xml(out, buffer_text(&plain));
}

static void
case_open(struct buffer *out, struct text file, const struct diag *diag)
{
	struct buffer name = buffer_make(out->arena);

	if (diag->at.line)
		buffer_format(&name, "line %u: ", (unsigned)diag->at.line);
	buffer_add(&name, diag->says);
	buffer_string(out, "    <testcase classname=\"");
	text_add(out, file);
	buffer_string(out, "\" name=\"");
	text_add(out, buffer_text(&name));
	buffer_string(out, "\">\n");
}

static void
details_add(struct buffer *out, const struct diag *diag)
{
	struct buffer place = buffer_make(out->arena);

	place_print_whole(&place, diag->at);
	text_add(out, buffer_text(&place));
	if (diag->record.size) {
		buffer_string(out, " in ");
		text_add(out, diag->record);
	}
	if (diag->help.size) {
		buffer_string(out, "; ");
		text_add(out, diag->help);
	}
}

static void
case_print(const struct report *report, struct text file, const struct diag *diag,
	struct buffer *out)
{
	bool fails = forms_fails(report, diag);

	case_open(out, file, diag);
	if (fails) {
		buffer_format(out, "      <failure type=\"%s\" message=\"",
			diag->entry->code);
		text_add(out, diag->says);
		buffer_string(out, "\">");
	} else {
		buffer_format(out, "      <system-out>%s: ", diag->entry->code);
	}
	details_add(out, diag);
	buffer_string(out, fails ? "</failure>\n" : "</system-out>\n");
	buffer_string(out, "    </testcase>\n");
}

static size_t
failures_count(const struct report *report, size_t start, size_t end)
{
	size_t count = 0;

	for (size_t i = start; i < end; i++)
		count += forms_fails(report, &report->diags->items[i]);
	return count;
}

static void
suite_print(const struct report *report, struct text file, size_t start, size_t end,
	struct buffer *out)
{
	if (file.size == 0)
		file = TEXT("plgs");
	buffer_string(out, "  <testsuite name=\"");
	text_add(out, file);
	buffer_format(out, "\" tests=\"%zu\" failures=\"%zu\">\n",
		end > start ? end - start : 1, failures_count(report, start, end));
	for (size_t i = start; i < end; i++)
		case_print(report, file, &report->diags->items[i], out);
	if (start == end) {
		buffer_string(out, "    <testcase classname=\"");
		text_add(out, file);
		buffer_string(out, "\" name=\"no faults\"/>\n");
	}
	buffer_string(out, "  </testsuite>\n");
}

/* The files that were looked at and those with diagnostics, both sorted, as one. */
static size_t
suites_print(const struct report *report, struct buffer *out)
{
	const struct diag_list *diags = report->diags;
	size_t clean = 0, checked = 0;

	for (size_t i = 0; i < diags->count || checked < report->checked_count;) {
		bool more = i < diags->count;
		struct text file = more ? diags->items[i].at.file : TEXT("");
		size_t end = i;

		if (checked < report->checked_count &&
			(!more || text_compare(report->checked[checked], file) < 0)) {
			suite_print(report, report->checked[checked++], 0, 0, out);
			clean++;
			continue;
		}
		while (end < diags->count &&
			text_equal(diags->items[end].at.file, file))
			end++;
		suite_print(report, file, i, end, out);
		checked += checked < report->checked_count &&
			   text_equal(report->checked[checked], file);
		i = end;
	}
	return clean;
}

void
forms_junit(const struct report *report, struct buffer *out)
{
	struct buffer suites = buffer_make(out->arena);
	size_t count = report->diags->count;
	size_t clean = suites_print(report, &suites);

	buffer_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	buffer_format(out,
		"<testsuites name=\"plgs\" tests=\"%zu\" failures=\"%zu\">\n",
		count + clean, failures_count(report, 0, count));
	buffer_add(out, buffer_text(&suites));
	buffer_string(out, "</testsuites>\n");
}
