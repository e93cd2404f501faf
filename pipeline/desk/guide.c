/* guide.c - plgs guide: how to write a submission, for focal points, as Markdown.
 *
 * The schema and the catalogue of diagnostics go in.  What a key means, its examples
 * and its values are said as they are everywhere else; only what joins them is
 * written here.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "desk/choices.h"
#include "desk/comment.h"
#include "desk/desk.h"
#include "desk/example.h"
#include "desk/requirement.h"
#include "model/fields.h"
#include "model/sample.h"

/* More values than this are left to plgs explain; longer lines do not fit on a page. */
enum { CHOICES_TOLD = 12, EXAMPLE_LINE = 76 };

struct guide {
	const struct desk *desk;
	struct arena *arena;
	struct buffer *out;
	const struct field *submission, *milestone; /* either may be NULL */
};

/* The mistakes that are made most often. */
static const char *const mistakes[] = { "R203", "R105", "R205", "V201", "V202", "V205",
	"V204", "V301", "V302", "V402" };

/* Text as Markdown prints it. */
static void
words_add(struct buffer *out, struct text words)
{
	for (size_t i = 0; i < words.size; i++) {
		char byte = words.at[i];
		bool mark = byte == '*' || byte == '_' || byte == '`' || byte == '<' ||
			    byte == '[' || byte == ']' || byte == '\\' || byte == '&' ||
			    byte == '#' || byte == '~';

		buffer_string(out, mark ? "\\" : "");
		buffer_byte(out, byte);
	}
}

static void
code_add(struct buffer *out, struct text code)
{
	buffer_format(out, "`%.*s`", TEXT_ARG(code));
}

static void
choices_add(struct guide *guide, const struct type *type)
{
	struct choices choices = choices_of(guide->desk, type);

	if (choices.count == 0)
		return;
	if (choices.count > CHOICES_TOLD) {
		buffer_format(guide->out, " One of %zu codes.", choices.count);
		return;
	}
	buffer_string(guide->out, choices.count > 1 ? " One of " : " Always ");
	for (size_t i = 0; i < choices.count; i++) {
		buffer_string(guide->out, i ? ", " : "");
		code_add(guide->out, choices.items[i].value);
	}
	buffer_byte(guide->out, '.');
}

static void
sample_add(struct guide *guide, const struct field *field)
{
	struct buffer sample = buffer_make(guide->arena);

	sample_print(field, &sample);
	if (sample.size > SAMPLE_MOST || field->type->choice_count == 1)
		return;
	buffer_string(guide->out, " Example: ");
	code_add(guide->out, buffer_text(&sample));
	buffer_string(guide->out, ".");
}

/* "- **`date`** When it happened ...  Example: `date: 2023-05`." */
static void
field_add(struct guide *guide, const struct field *field)
{
	buffer_format(guide->out, "- **`%.*s`** ", TEXT_ARG(field->name));
	words_add(guide->out, field->hint.size ? field->hint : field->label);
	choices_add(guide, field->type);
	if (field->type->kind == TYPE_LIST && field->type->count)
		choices_add(guide, field->type->fields[0].type);
	sample_add(guide, field);
	buffer_byte(guide->out, '\n');
}

static bool
is_record_list(const struct field *field)
{
	return field->type->kind == TYPE_LIST && field->type->count &&
	       field->type->fields[0].type->identity;
}

static void
fields_add(struct guide *guide, const struct field *map, bool required)
{
	if (!map)
		return;
	for (size_t i = 0; i < map->type->count; i++) {
		const struct field *field = &map->type->fields[i];

		if (field->required == required && !field->internal &&
			!is_record_list(field))
			field_add(guide, field);
	}
	buffer_byte(guide->out, '\n');
}

static void
opening_add(struct guide *guide)
{
	buffer_string(guide->out, "<?title How to write a submission?>\n"
				  "<?subtitle A guide for focal points?>\n"
				  "<?language en?>\n"
				  "\n"
				  "# How to write a submission\n"
				  "\n");
	if (guide->submission) {
		words_add(guide->out, guide->submission->type->hint);
		buffer_string(guide->out, "\n");
	}
	buffer_string(guide->out,
		"A submission is a plain text file whose name ends in `.yaml`. Any "
		"text "
		"editor\n"
		"will do. Each line says one thing: a key, a colon, a blank, and the "
		"value. What\n"
		"belongs to a key stands below it, two blanks further in. Lines that "
		"begin with `#`\n"
		"are remarks.\n"
		"\n"
		"You do not have to begin with an empty page:\n"
		"\n"
		"```\n"
		"plgs new milestone --country KH --kind event-held >cambodia.yaml\n"
		"```\n"
		"\n"
		"writes a file in which only the blanks are left to fill in, and\n"
		"\n"
		"```\n"
		"plgs check cambodia.yaml\n"
		"```\n"
		"\n"
		"tells you what is still missing or wrong, line by line. When it says "
		"*no faults*,\n"
		"the file is ready to be sent. `plgs explain milestone.date` tells "
		"more "
		"of a key,\n"
		"`plgs explain V301` more of a message.\n"
		"\n");
}

/* A text that is too long for a line of the page stands below its keys:
 *
 *	summary:
 *	  en: >-
 *	    The country held its second national urban forum, ...
 */
static void
example_text_add(struct guide *guide, const char *indent, const struct field *field)
{
	buffer_format(guide->out, "%s%.*s:\n%s  %.*s: >-\n", indent,
		TEXT_ARG(field->name), indent, TEXT_ARG(field->type->fields[0].name));
	comment_add(guide->out, text_of(indent).size + 4, "", 0, field->example);
}

static void
example_line_add(struct guide *guide, const char *indent, const struct field *field)
{
	struct buffer sample = buffer_make(guide->arena);

	sample_print(field, &sample);
	if (sample.size > EXAMPLE_LINE && field->type->kind == TYPE_MAP &&
		field->example.size)
		example_text_add(guide, indent, field);
	else
		buffer_format(
			guide->out, "%s%.*s\n", indent, TEXT_ARG(buffer_text(&sample)));
}

/* A whole submission of required keys, with their examples. */
static void
example_add(struct guide *guide)
{
	const struct type *file = guide->submission->type;
	const struct type *record = guide->milestone->type;
	bool first = true;

	buffer_string(guide->out,
		"## A whole submission\n"
		"\n"
		"These keys must always be there; the programme, the country and the "
		"event make\n"
		"it one of a country about an event.\n"
		"\n"
		"```\n");
	for (size_t i = 0; i < file->count; i++)
		if (file->fields[i].required ||
			text_is(file->fields[i].name, "programme") ||
			text_is(file->fields[i].name, "country"))
			if (!is_record_list(&file->fields[i]))
				example_line_add(guide, "", &file->fields[i]);
	buffer_string(guide->out, "\nmilestones:\n");
	for (size_t i = 0; i < record->count; i++) {
		if (!record->fields[i].required &&
			!text_is(record->fields[i].name, "event"))
			continue;
		example_line_add(guide, first ? "  - " : "    ", &record->fields[i]);
		first = false;
	}
	buffer_string(guide->out, "```\n\n");
}

static void
keys_add(struct guide *guide)
{
	buffer_string(guide->out, "## The head of the file\n\nAlways:\n\n");
	fields_add(guide, guide->submission, true);
	buffer_string(guide->out, "Where it applies:\n\n");
	fields_add(guide, guide->submission, false);
	buffer_string(guide->out, "## A milestone\n\n");
	if (guide->milestone)
		words_add(guide->out, guide->milestone->type->hint);
	buffer_string(guide->out, " Always:\n\n");
	fields_add(guide, guide->milestone, true);
}

static void
options_add(struct guide *guide)
{
	buffer_string(guide->out,
		"## What else a milestone may say\n"
		"\n"
		"What is not known is left out, never guessed. Names of other records "
		"stand in the\n"
		"registers; ask headquarters where one is missing.\n"
		"\n");
	fields_add(guide, guide->milestone, false);
}

static void
kinds_add(struct guide *guide)
{
	const struct field *kind = fields_within(guide->milestone, TEXT("kind"));

	buffer_string(guide->out, "## Kinds of milestones, and what each needs\n\n");
	for (size_t i = 0; kind && i < kind->type->choice_count; i++) {
		const struct choice *choice = &kind->type->choices[i];
		struct text needs = requirement_sentence(
			guide->arena, choice->requires, choice->expects);

		buffer_format(guide->out, "- **`%.*s`** ", TEXT_ARG(choice->value));
		words_add(guide->out, choice->hint);
		if (needs.size) {
			buffer_string(guide->out, " *");
			words_add(guide->out, needs);
			buffer_byte(guide->out, '*');
		}
		buffer_byte(guide->out, '\n');
	}
	buffer_byte(guide->out, '\n');
}

static void
dates_add(struct guide *guide)
{
	buffer_string(guide->out,
		"## How to write dates\n"
		"\n"
		"A date is as exact as it is known, and no more: the year, then the "
		"month, then the\n"
		"day, always with hyphens. A month alone is a full answer.\n"
		"\n"
		"- `2023` a year\n"
		"- `2023-Q2` a quarter, from April to June\n"
		"- `2023-05` a month\n"
		"- `2023-05-31` a day\n"
		"- `2023-06-05/2023-06-09` from one day to another\n"
		"- `2023-05~` about; `2023-05?` not certain\n"
		"\n");
}

static void
texts_add(struct guide *guide)
{
	buffer_string(guide->out,
		"## Texts\n"
		"\n"
		"Titles and texts say in which language they are: `title: {en: Second "
		"forum}`. Give\n"
		"the original, and English if you can; never a translation that nobody "
		"has read. A\n"
		"text that holds a colon and a blank, or begins with a sign, stands in "
		"quotes. Longer\n"
		"texts stand on lines of their own after `>-`:\n"
		"\n"
		"```\n"
		"summary:\n"
		"  en: >-\n"
		"    The country held its second national urban forum\n"
		"    in Baku: 450 people took part.\n"
		"```\n"
		"\n");
}

/* The message as it appears; where it does not say how to mend it, that follows. */
static void
mistake_add(struct guide *guide, const char *code, size_t number)
{
	const struct diag_entry *entry = diag_entry_find(text_of(code));
	const char *example = example_find(code);

	if (!entry || !example)
		return;
	buffer_format(guide->out, "### %zu: ", number);
	words_add(guide->out, text_of(entry->title));
	buffer_format(guide->out, "\n\n```\n%s```\n\n", example);
	if (strstr(example, "= help: "))
		return;
	words_add(guide->out, text_of(entry->mend));
	buffer_string(guide->out, "\n\n");
}

static void
mistakes_add(struct guide *guide)
{
	buffer_string(guide->out, "## The ten commonest mistakes\n"
				  "\n"
				  "Each message says where it is (file, line and "
				  "column), shows the line, "
				  "and says how\n"
				  "to mend it.\n"
				  "\n");
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
		mistake_add(guide, mistakes[i], i + 1);
}

void
desk_guide(const struct desk *desk, struct buffer *out)
{
	struct guide guide = { .desk = desk, .arena = desk->arena, .out = out };
	const struct field *list;

	guide.submission = fields_root(desk->fields, TEXT("submission"));
	list = fields_within(guide.submission, TEXT("milestones"));
	if (list && list->type->count)
		guide.milestone = &list->type->fields[0];
	opening_add(&guide);
	if (guide.milestone)
		example_add(&guide);
	keys_add(&guide);
	kinds_add(&guide);
	dates_add(&guide);
	texts_add(&guide);
	mistakes_add(&guide);
	options_add(&guide);
}
