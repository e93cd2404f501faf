#include "base/arena.h"
#include "base/diag.h"
#include "report/excerpt.h"
#include "report/forms.h"
#include "report/group.h"
#include "report/report.h"

/* A sentence that quotes more than this has quoted enough. */
enum { SENTENCE = 600 };

/* After so many shown whole nobody reads on. */
enum { BLOCKS = 1000 };

struct terminal {
	struct buffer *out;
	struct source here, there; /* the diagnostics' files, and the other places' */
	bool colour;
	size_t gutter; /* digits of the line numbers */
};

static const char reset[] = "\033[0m";
static const char blue[] = "\033[1;34m";

static void
paint(struct terminal *terminal, const char *colour)
{
	if (terminal->colour)
		buffer_string(terminal->out, colour);
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
head_print(struct terminal *terminal, const struct diag *diag)
{
	paint(terminal, severity_colour(diag->severity));
	buffer_format(terminal->out, "%s[%s]", forms_severity(diag->severity),
		diag->entry->code);
	paint(terminal, reset);
	buffer_string(terminal->out, ": ");
	excerpt_plain(terminal->out, diag->says, SENTENCE);
	buffer_byte(terminal->out, '\n');
}

static void
margin_print(struct terminal *terminal, uint32_t line, const char *sign)
{
	size_t used = line ? digits(line) : 0;

	paint(terminal, blue);
	buffer_fill(terminal->out, ' ', terminal->gutter - used);
	if (line)
		buffer_number(terminal->out, line);
	buffer_string(terminal->out, sign);
	paint(terminal, reset);
}

static void
place_line_print(struct terminal *terminal, struct place at)
{
	at.end = 0;
	margin_print(terminal, 0, " ┌─ ");
	excerpt_plain(terminal->out, at.file, SENTENCE);
	if (at.line) {
		buffer_byte(terminal->out, ':');
		place_print(terminal->out, at);
	}
	buffer_byte(terminal->out, '\n');
}

static void
note_print(struct terminal *terminal, const char *kind, struct text note)
{
	if (note.size == 0)
		return;
	margin_print(terminal, 0, " = ");
	buffer_string(terminal->out, kind);
	excerpt_plain(terminal->out, note, SENTENCE);
	buffer_byte(terminal->out, '\n');
}

static void
excerpt_add(struct terminal *terminal, struct source *source, struct place at,
	char caret, struct text label)
{
	struct buffer *out = terminal->out;
	struct buffer carets = buffer_make(out->arena);
	struct text line;

	place_line_print(terminal, at);
	if (!excerpt_find(source, at, &line)) {
		note_print(terminal, "", label);
		return;
	}
	margin_print(terminal, at.line, " │ ");
	excerpt_print(line, at, caret, out, &carets);
	buffer_byte(out, '\n');
	if (carets.size == 0 && label.size == 0)
		return;
	margin_print(terminal, 0, " │ ");
	buffer_add(out, buffer_text(&carets));
	if (carets.size && label.size)
		buffer_byte(out, ' ');
	excerpt_plain(out, label, SENTENCE);
	buffer_byte(out, '\n');
}

static void
diag_print(struct terminal *terminal, const struct diag *diag)
{
	terminal->gutter = gutter_width(diag);
	head_print(terminal, diag);
	if (diag->at.file.size)
		excerpt_add(terminal, &terminal->here, diag->at, '^', diag->label);
	else
		note_print(terminal, "", diag->label);
	for (const struct diag_label *label = diag->labels; label; label = label->next)
		excerpt_add(terminal, &terminal->there, label->at, '-', label->says);
	note_print(terminal, "help: ", diag->help);
	buffer_byte(terminal->out, '\n');
}

static void
rest_line_print(struct terminal *terminal, const struct diag *diag)
{
	struct place at = diag->at;

	at.end = 0;
	margin_print(terminal, 0, " │ ");
	excerpt_plain(terminal->out, at.file, SENTENCE);
	if (at.line) {
		buffer_byte(terminal->out, ':');
		place_print(terminal->out, at);
	}
	if (diag->record.size) {
		buffer_string(terminal->out, " in ");
		excerpt_plain(terminal->out, diag->record, SENTENCE);
	}
	buffer_byte(terminal->out, '\n');
}

/* After the last of a group that is shown whole: where the others are. */
static void
rest_print(struct terminal *terminal, const struct group *group)
{
	const struct diag *last = group->last;
	struct buffer *out = terminal->out;

	terminal->gutter = 1;
	paint(terminal, severity_colour(last->severity));
	buffer_format(out, "%s[%s]", forms_severity(last->severity), last->entry->code);
	paint(terminal, reset);
	buffer_format(out, ": the same in %zu more places\n", group->count);
	for (size_t i = 0; i < group->count && i < GROUP_LISTED; i++)
		rest_line_print(terminal, group->rest[i]);
	if (group->count > GROUP_LISTED) {
		margin_print(terminal, 0, " = ");
		buffer_format(out, "and %zu more; --format json lists all\n",
			group->count - GROUP_LISTED);
	}
	buffer_byte(out, '\n');
}

/* Prints a diagnostic and what its group has after it; false for one that is only
 * listed. */
static bool
member_print(struct terminal *terminal, const struct group_list *groups,
	const struct diag *diag)
{
	const struct group *group = group_find(groups, diag);

	if (group_hides(groups, diag))
		return false;
	diag_print(terminal, diag);
	if (group->last == diag && group->count > 1)
		rest_print(terminal, group);
	return true;
}

void
forms_text(const struct report *report, struct buffer *out)
{
	const struct diag_list *diags = report->diags;
	struct group_list groups =
		group_make(out->arena, diags->items, diags->count, GROUP_SHOWN);
	struct source source = { .files = report->files, .arena = out->arena };
	struct terminal terminal = {
		.out = out, .here = source, .there = source, .colour = report->colour
	};
	size_t shown = 0, i = 0;

	for (; i < diags->count && shown < BLOCKS; i++)
		shown += member_print(&terminal, &groups, &diags->items[i]);
	if (i < diags->count)
		buffer_format(out, "and %zu more; --format json lists all\n\n",
			diags->count - i);
}
