#include "base/diag.h"
#include "base/json.h"
#include "report/forms.h"
#include "report/report.h"

/* The diagnostics as data: plgs-diagnostics/1, which schemas/diagnostics.schema.json
 * describes.  Members may be added to it; none changes or goes without a new number. */
static const char format[] = "plgs-diagnostics/1";

static void
place_add(struct json *json, struct place at)
{
	json_text_if(json, "file", at.file);
	json_number_if(json, "line", at.line);
	json_number_if(json, "column", at.column);
	if (at.column)
		json_number_if(json, "end", at.end);
}

static void
record_add(struct json *json, const struct diag *diag)
{
	if (diag->record.size == 0)
		return;
	json_open(json, "record", '{');
	json_text(json, "name", diag->record);
	json_text_if(json, "title", diag->title);
	json_close(json, '}');
}

static void
others_add(struct json *json, const struct diag_label *label)
{
	if (!label)
		return;
	json_open(json, "others", '[');
	for (; label; label = label->next) {
		json_open(json, NULL, '{');
		place_add(json, label->at);
		json_text(json, "message", label->says);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
fix_add(struct json *json, const struct diag_fix *fix)
{
	if (!fix)
		return;
	json_open(json, "fix", '{');
	json_text(json, "file", fix->at.file);
	json_number(json, "line", fix->at.line);
	json_number(json, "column", fix->at.column);
	json_number(json, "end", fix->at.end);
	json_text(json, "text", fix->text);
	json_close(json, '}');
}

static void
diag_add_to(struct json *json, const struct diag *diag)
{
	const struct diag_entry *entry = diag->entry;

	json_open(json, NULL, '{');
	json_string(json, "code", entry->code);
	json_string(json, "severity", forms_severity(diag->severity));
	json_string(json, "fault", entry->title);
	place_add(json, diag->at);
	record_add(json, diag);
	json_text(json, "message", diag->says);
	json_text_if(json, "label", diag->label);
	json_text_if(json, "help", diag->help);
	others_add(json, diag->labels);
	fix_add(json, diag->fix);
	json_close(json, '}');
}

static void
counts_add(struct json *json, const struct diag_list *diags)
{
	json_open(json, "counts", '{');
	json_number(json, "errors", diags->errors - diags->failures);
	json_number(json, "warnings", diags->warnings);
	json_number(json, "failures", diags->failures);
	json_close(json, '}');
}

void
forms_json(const struct report *report, struct buffer *out)
{
	const struct diag_list *diags = report->diags;
	struct json json = json_start(out);

	json_open(&json, NULL, '{');
	json_string(&json, "format", format);
	json_text(&json, "plgs", report->version);
	json_flag(&json, "passed",
		!diags->errors && !(report->strict && diags->warnings));
	counts_add(&json, diags);
	json_open(&json, "files", '[');
	for (size_t i = 0; i < report->checked_count; i++)
		json_text(&json, NULL, report->checked[i]);
	json_close(&json, ']');
	json_open(&json, "diagnostics", '[');
	for (size_t i = 0; i < diags->count; i++)
		diag_add_to(&json, &diags->items[i]);
	json_close(&json, ']');
	json_close(&json, '}');
}
