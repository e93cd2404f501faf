#include "report.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "report/excerpt.h"

/* A sentence that quotes more than this has quoted enough. */
enum { SENTENCE = 600 };

struct report {
	struct buffer *out;
	struct source here, there; /* the diagnostics' files, and the other places' */
	bool colour;
	size_t gutter; /* digits of the line numbers */
};

static const char reset[] = "\033[0m";
static const char blue[] = "\033[1;34m";

static void
paint(struct report *report, const char *colour)
{
	if (report->colour)
		buffer_string(report->out, colour);
}

static const char *
severity_name(enum severity severity)
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

static const char *
severity_colour(enum severity severity)
{
	return severity == SEVERITY_WARNING ? "\033[1;33m" : "\033[1;31m";
}

static size_t
digits(uint32_t number)
{
	size_t count = 1;

	for (; number > 9; number /= 10)
		count++;
	return count;
}

static size_t
gutter_width(const struct diag *diag)
{
	size_t width = digits(diag->at.line);

	for (const struct diag_label *label = diag->labels; label; label = label->next)
		if (digits(label->at.line) > width)
			width = digits(label->at.line);
	return width;
}

static void
head_print(struct report *report, const struct diag *diag)
{
	paint(report, severity_colour(diag->severity));
	buffer_format(report->out, "%s[%s]", severity_name(diag->severity),
		diag_entry(diag->code)->code);
	paint(report, reset);
	buffer_string(report->out, ": ");
	excerpt_plain(report->out, diag->says, SENTENCE);
	buffer_byte(report->out, '\n');
}

static void
margin_print(struct report *report, uint32_t line, const char *sign)
{
	size_t used = line ? digits(line) : 0;

	paint(report, blue);
	buffer_fill(report->out, ' ', report->gutter - used);
	if (line)
		buffer_number(report->out, line);
	buffer_string(report->out, sign);
	paint(report, reset);
}

static void
place_line_print(struct report *report, struct place at)
{
	at.end = 0;
	margin_print(report, 0, " ┌─ ");
	excerpt_plain(report->out, at.file, SENTENCE);
	if (at.line) {
		buffer_byte(report->out, ':');
		place_print(report->out, at);
	}
	buffer_byte(report->out, '\n');
}

static void
note_print(struct report *report, const char *kind, struct text note)
{
	if (note.size == 0)
		return;
	margin_print(report, 0, " = ");
	buffer_string(report->out, kind);
	excerpt_plain(report->out, note, SENTENCE);
	buffer_byte(report->out, '\n');
}

static void
excerpt_add(struct report *report, struct source *source, struct place at, char caret,
	struct text label)
{
	struct buffer *out = report->out;
	struct buffer carets = buffer_make(out->arena);
	struct text line;

	place_line_print(report, at);
	if (!excerpt_find(source, at, &line)) {
		note_print(report, "", label);
		return;
	}
	margin_print(report, at.line, " │ ");
	excerpt_print(line, at, caret, out, &carets);
	buffer_byte(out, '\n');
	if (carets.size == 0 && label.size == 0)
		return;
	margin_print(report, 0, " │ ");
	buffer_add(out, buffer_text(&carets));
	if (carets.size && label.size)
		buffer_byte(out, ' ');
	excerpt_plain(out, label, SENTENCE);
	buffer_byte(out, '\n');
}

static void
diag_print(struct report *report, const struct diag *diag)
{
	report->gutter = gutter_width(diag);
	head_print(report, diag);
	if (diag->at.file.size)
		excerpt_add(report, &report->here, diag->at, '^', diag->label);
	else
		note_print(report, "", diag->label);
	for (const struct diag_label *label = diag->labels; label; label = label->next)
		excerpt_add(report, &report->there, label->at, '-', label->says);
	note_print(report, "help: ", diag->help);
	buffer_byte(report->out, '\n');
}

void
report_text(const struct diag_list *diags, struct files *files, struct buffer *out,
	bool colour)
{
	struct source source = { .files = files, .arena = out->arena };
	struct report report = {
		.out = out, .here = source, .there = source, .colour = colour
	};

	for (size_t i = 0; i < diags->count; i++)
		diag_print(&report, &diags->items[i]);
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
