#include "base/arena.h"
#include "base/diag.h"
#include "base/edits.h"
#include "report/excerpt.h"
#include "report/forms.h"
#include "report/group.h"
#include "report/report.h"
#include "report/voice.h"

/* The letter that goes back to whoever sent a file: what cannot be published, then
 * what to check, record by record, each with its mend.  It is read without the manual,
 * so no code stands in it, and a fault's reason is told where it comes up first. */

enum { TYPED = 160, FIXES = 16, LINES = 50 };

struct letter {
	const struct voice *voice;
	struct buffer *out;
	struct source source;
	struct group_list groups;
	const struct diag *items; /* of one file, by line */
	size_t count;
	size_t number; /* of the last item */
	const struct diag_entry **explained;
	size_t explained_count, explained_room;
};

/* With a capital. */
static void
capital_print(struct buffer *out, struct text text)
{
	char first = text.size ? text.at[0] : ' ';

	buffer_byte(
		out, first >= 'a' && first <= 'z' ? (char)(first - 'a' + 'A') : first);
	buffer_add(out, text_slice(text, 1, text.size));
}

/* "it is not closed" as "It is not closed." */
static void
sentence_print(struct buffer *out, struct text text)
{
	char last = text.size ? text.at[text.size - 1] : ' ';

	if (text.size == 0)
		return;
	capital_print(out, text);
	if (last != '.' && last != '?' && last != '!')
		buffer_byte(out, '.');
}

static void
says_point(struct letter *letter, const struct diag *diag)
{
	struct buffer words = buffer_make(letter->out->arena);

	sentence_print(&words, diag->says);
	/* Where there are other places the label is a word between them. */
	if (diag->label.size && !diag->labels) {
		buffer_byte(&words, ' ');
		sentence_print(&words, diag->label);
	}
	letter->voice->point(letter->out, "What is wrong", buffer_text(&words));
}

/* True the first time. */
static bool
entry_note(struct letter *letter, const struct diag_entry *entry)
{
	for (size_t i = 0; i < letter->explained_count; i++)
		if (letter->explained[i] == entry)
			return false;
	letter->explained = arena_room(letter->out->arena, letter->explained,
		letter->explained_count, &letter->explained_room,
		sizeof(const struct diag_entry *));
	letter->explained[letter->explained_count++] = entry;
	return true;
}

static void
reason_point(struct letter *letter, const struct diag *diag)
{
	if (entry_note(letter, diag->entry))
		letter->voice->point(letter->out, "Why", text_of(diag->entry->meaning));
}

/* No full stop: the end may be what people copy. */
static void
mend_point(struct letter *letter, const struct diag *diag)
{
	struct buffer words = buffer_make(letter->out->arena);

	capital_print(
		&words, diag->help.size ? diag->help : text_of(diag->entry->mend));
	letter->voice->point(letter->out, "What to do", buffer_text(&words));
}

static void
others_point(struct letter *letter, const struct diag *diag)
{
	for (const struct diag_label *label = diag->labels; label;
		label = label->next) {
		struct buffer words = buffer_make(letter->out->arena);

		if (!text_equal(label->at.file, diag->at.file))
			buffer_format(&words, "%.*s, ", TEXT_ARG(label->at.file));
		buffer_format(&words, "line %u: ", (unsigned)label->at.line);
		buffer_add(&words, label->says);
		letter->voice->point(letter->out, "See also", buffer_text(&words));
	}
}

/* The lines that are only listed. */
static void
rest_point(struct letter *letter, const struct diag *diag)
{
	const struct group *group = group_find(&letter->groups, diag);
	struct buffer words = buffer_make(letter->out->arena);

	if (group->last != diag || group->count < 2)
		return;
	buffer_string(&words, "the same stands on lines ");
	for (size_t i = 0; i < group->count && i < LINES; i++)
		buffer_format(&words, "%s%u", i ? ", " : "",
			(unsigned)group->rest[i]->at.line);
	if (group->count > LINES)
		buffer_format(&words, " and %zu more", group->count - LINES);
	buffer_string(&words, "; mend it there too");
	letter->voice->point(letter->out, "Also", buffer_text(&words));
}

/* The line with all its fixes made: two pastes of one line must not undo each
 * other. */
static void
paste_point(struct letter *letter, const struct diag *diag)
{
	const struct diag_fix *fixes[FIXES];
	const struct diag *first = diag, *end = letter->items + letter->count;
	size_t count = 0;
	struct text line;

	if (!diag->fix || !excerpt_find(&letter->source, diag->fix->at, &line))
		return;
	while (first > letter->items && first[-1].at.line == diag->at.line)
		first--;
	for (; first < end && first->at.line == diag->at.line && count < FIXES; first++)
		if (first->fix && first->fix->at.line == diag->fix->at.line)
			fixes[count++] = first->fix;
	letter->voice->paste(letter->out,
		text_string(letter->out->arena,
			text_format(letter->out->arena, "Put this in place of line %u",
				(unsigned)diag->fix->at.line)),
		edits_line(letter->out->arena, line, fixes, count));
}

static void
typed_point(struct letter *letter, const struct diag *diag)
{
	struct buffer typed = buffer_make(letter->out->arena);
	struct text line;

	if (!excerpt_find(&letter->source, diag->at, &line))
		return;
	excerpt_plain(&typed, text_trim(line), TYPED);
	if (typed.size)
		letter->voice->typed(letter->out, "You typed", buffer_text(&typed));
}

static void
item_print(struct letter *letter, const struct diag *diag)
{
	struct text where = TEXT("The file as a whole");

	if (diag->at.line)
		where = text_format(
			letter->out->arena, "Line %u", (unsigned)diag->at.line);
	letter->voice->item_open(letter->out, ++letter->number, where);
	typed_point(letter, diag);
	says_point(letter, diag);
	reason_point(letter, diag);
	mend_point(letter, diag);
	others_point(letter, diag);
	rest_point(letter, diag);
	paste_point(letter, diag);
	letter->voice->item_close(letter->out);
}

static void
record_heading(struct letter *letter, const struct diag *diag)
{
	struct buffer words = buffer_make(letter->out->arena);

	if (diag->title.size)
		buffer_format(&words, "%.*s (%.*s)", TEXT_ARG(diag->title),
			TEXT_ARG(diag->record));
	else if (diag->record.size)
		buffer_add(&words, diag->record);
	else
		buffer_string(&words, "In the file, outside any record");
	letter->voice->heading(letter->out, 3, buffer_text(&words));
}

/* That references were not looked up concerns whoever ran the check. */
static bool
is_question(const struct diag *diag)
{
	static const char *const asides[] = { "V404", "V410" };

	for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
		if (text_is(text_of(diag->entry->code), asides[i]))
			return false;
	return true;
}

/* The errors, or the warnings, under a heading for each record. */
static void
part_print(struct letter *letter, bool warnings, const char *title)
{
	const struct diag *before = NULL;

	for (size_t i = 0; i < letter->count; i++) {
		const struct diag *diag = &letter->items[i];

		if ((diag->severity == SEVERITY_WARNING) != warnings ||
			group_hides(&letter->groups, diag) || !is_question(diag))
			continue;
		if (!before)
			letter->voice->heading(letter->out, 2, text_of(title));
		if (!before || !text_equal(before->record, diag->record))
			record_heading(letter, diag);
		item_print(letter, diag);
		before = diag;
	}
}

static void
amount_print(struct buffer *out, size_t count, const char *one, const char *many)
{
	buffer_format(out, "%zu %s", count, count == 1 ? one : many);
}

static void
opening_print(struct letter *letter, size_t errors, size_t questions)
{
	struct buffer words = buffer_make(letter->out->arena);

	if (errors) {
		buffer_string(&words, "Before this file can be published, ");
		amount_print(&words, errors, "thing has", "things have");
		buffer_string(&words, " to be mended");
	} else {
		buffer_string(&words, "This file can be published");
	}
	if (questions) {
		buffer_string(&words,
			errors ? ". Besides, please check " : ". Please check ");
		amount_print(&words, questions, "thing", "things");
		buffer_string(&words, " that may be right as they are");
	}
	buffer_string(&words, ". The line numbers are those of the file that was sent. "
			      "Leave all else as it is, and send the whole file back.");
	letter->voice->paragraph(letter->out, buffer_text(&words));
}

static struct text
name_of(struct text path)
{
	size_t start = path.size;

	while (start && path.at[start - 1] != '/')
		start--;
	return text_slice(path, start, path.size);
}

static void
letter_head(const struct voice *voice, struct text path, struct buffer *out)
{
	voice->heading(out, 1,
		text_format(out->arena, "Corrections for %.*s",
			TEXT_ARG(path.size ? name_of(path) : TEXT("this run"))));
}

static void
letter_print(const struct report *report, const struct voice *voice,
	const struct diag *items, size_t count, struct buffer *out)
{
	struct letter *letter = arena_make(out->arena, struct letter);
	size_t errors = 0, warnings = 0;

	*letter = (struct letter){ .voice = voice,
		.out = out,
		.source = { .files = report->files, .arena = out->arena },
		.groups = group_make(out->arena, items, count),
		.items = items,
		.count = count };
	for (size_t i = 0; i < count; i++)
		if (items[i].severity != SEVERITY_WARNING)
			errors++;
		else
			warnings += is_question(&items[i]);
	letter_head(voice, items->at.file, out);
	opening_print(letter, errors, warnings);
	part_print(letter, false, "Cannot be published yet");
	part_print(letter, true, "Please check");
}

static void
thanks_print(const struct report *report, const struct voice *voice, struct buffer *out)
{
	for (size_t i = 0; i < report->checked_count; i++) {
		letter_head(voice, report->checked[i], out);
		voice->paragraph(out, TEXT("Nothing has to be changed."));
	}
}

/* One letter for each file with faults; where there are none, a word on all. */
static void
letters_print(
	const struct report *report, const struct voice *voice, struct buffer *out)
{
	const struct diag_list *diags = report->diags;

	voice->start(out, text_format(out->arena, "Corrections for %.*s",
				  TEXT_ARG(diags->count ? name_of(diags->items->at.file)
							: TEXT("your files"))));
	for (size_t i = 0, end; i < diags->count; i = end) {
		struct text file = diags->items[i].at.file;

		for (end = i; end < diags->count; end++)
			if (!text_equal(diags->items[end].at.file, file))
				break;
		letter_print(report, voice, diags->items + i, end - i, out);
	}
	if (diags->count == 0)
		thanks_print(report, voice, out);
	voice->end(out);
}

void
forms_letter(const struct report *report, struct buffer *out)
{
	letters_print(report, &voice_markdown, out);
}

void
forms_letter_html(const struct report *report, struct buffer *out)
{
	letters_print(report, &voice_html, out);
}
