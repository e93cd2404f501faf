#include "report.h"

#include "base/arena.h"
#include "base/diag.h"
#include "report/excerpt.h"
#include "report/forms.h"
#include "report/voice.h"

/* Runes of a text that is told beside others. */
enum { PLAIN = 200 };

static const struct report_form forms[] = {
	{ .name = "text", .print = forms_text },
	{ .name = "json", .is_result = true, .print = forms_json },
	{ .name = "sarif", .is_result = true, .print = forms_sarif },
	{ .name = "github", .is_result = true, .print = forms_github },
	{ .name = "junit", .is_result = true, .print = forms_junit },
	{ .name = "letter",
		.is_result = true,
		.print = forms_letter,
		.voice = &voice_markdown },
	{ .name = "letter-html",
		.is_result = true,
		.print = forms_letter_html,
		.voice = &voice_html },
};

const struct report_form *
report_form_find(struct text name)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (text_is(name, forms[i].name))
			return &forms[i];
	return NULL;
}

const char *
forms_severity(enum severity severity)
{
	switch (severity) {
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_FAILURE:
		return "failure";
	}
	return "";
}

bool
forms_fails(const struct report *report, const struct diag *diag)
{
	return report->strict || diag->severity != SEVERITY_WARNING;
}

/* A set of hashes is exact enough to count files. */
static size_t
files_count(const struct diag_list *diags, struct arena *arena)
{
	size_t room = 16, count = 0;
	uint64_t *slots;

	while (room < diags->count * 2)
		room *= 2;
	slots = arena_array(arena, uint64_t, room);
	for (size_t i = 0; i < diags->count; i++) {
		uint64_t hash = text_hash(diags->items[i].at.file) | 1;
		size_t slot = (size_t)(hash >> 1) & (room - 1);

		if (diags->items[i].at.file.size == 0)
			continue;
		while (slots[slot] && slots[slot] != hash)
			slot = (slot + 1) & (room - 1);
		count += slots[slot] == 0;
		slots[slot] = hash;
	}
	return count;
}

static void
amount_print(struct buffer *out, size_t count, const char *what)
{
	buffer_format(out, "%zu %s%s", count, what, count == 1 ? "" : "s");
}

void
report_summary(const struct diag_list *diags, struct buffer *out)
{
	size_t files = files_count(diags, out->arena);

	if (diags->count == 0)
		return;
	if (diags->errors)
		amount_print(out, diags->errors, "error");
	if (diags->errors && diags->warnings)
		buffer_string(out, ", ");
	if (diags->warnings)
		amount_print(out, diags->warnings, "warning");
	if (files) {
		buffer_string(out, " in ");
		amount_print(out, files, "file");
	}
	buffer_byte(out, '\n');
}

void
report_plain(struct buffer *out, struct text text)
{
	excerpt_plain(out, text, PLAIN);
}
