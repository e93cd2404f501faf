#include "letter.h"

#include "base/arena.h"
#include "report/group.h"
#include "report/paste.h"
#include "report/voice.h"

enum {
	TYPED = 160, /* runes of a line that are shown */
	LISTED = 50, /* lines or files in a row */
};

struct letter {
	const struct voice *voice;
	struct buffer *out;
	struct source *source;
	const struct leaf *leaf; /* the one at hand */
	struct group_list groups;
	size_t number; /* of the last item */
	size_t level;  /* of a record's heading */
	const struct diag_entry **explained;
	size_t explained_count, explained_room;
};

/* The name of a record is typed as it is, even where a sentence begins with it. */
static bool
is_name(struct text word)
{
	for (size_t i = 0; i < word.size; i++)
		if (word.at[i] == '-' || (word.at[i] >= '0' && word.at[i] <= '9'))
			return true;
	return false;
}

/* With a capital. */
static void
capital_print(struct buffer *out, struct text text)
{
	struct text word = text_slice(text, 0, text_find(text, ' ', 0));
	char first = text.size ? text.at[0] : ' ';

	if (first >= 'a' && first <= 'z' && !is_name(word))
		first = (char)(first - 'a' + 'A');
	buffer_byte(out, first);
	buffer_add(out, text_slice(text, 1, text.size));
}

/* "it is not closed" as "It is not closed.", after what stands there already. */
static void
sentence_print(struct buffer *out, struct text text)
{
	char last = text.size ? text.at[text.size - 1] : ' ';

	if (text.size == 0)
		return;
	if (out->size)
		buffer_byte(out, ' ');
	capital_print(out, text);
	if (last != '.' && last != '?' && last != '!')
		buffer_byte(out, '.');
}

static void
heading_say(struct letter *letter, size_t level, struct text words)
{
	voice_say(letter->voice, letter->out,
		(enum voice_part)(VOICE_HEADING_1 + level - 1), words);
}

static void
paragraph_say(struct letter *letter, const char *lead, struct text words)
{
	voice_open(letter->voice, letter->out, VOICE_PARAGRAPH);
	if (lead)
		voice_say(letter->voice, letter->out, VOICE_LEAD, text_of(lead));
	letter->voice->words(letter->out, words);
	voice_close(letter->voice, letter->out, VOICE_PARAGRAPH);
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

/* False where there is nothing to show. */
static bool
typed_say(struct letter *letter, const struct diag *diag)
{
	struct buffer typed = buffer_make(letter->out->arena);
	struct text line;

	if (!excerpt_find(letter->source, diag->at, &line) ||
		paste_is_dash(line, diag->at) || text_trim(line).size == 0)
		return false;
	excerpt_plain(&typed, text_trim(line), TYPED);
	paragraph_say(letter, NULL, TEXT("You typed:"));
	voice_say(letter->voice, letter->out, VOICE_TYPED, buffer_text(&typed));
	return true;
}

/* What is wrong and, the first time, why.  The label is about what was typed. */
static void
fault_say(struct letter *letter, const struct diag *diag, bool typed)
{
	struct buffer words = buffer_make(letter->out->arena);

	sentence_print(&words, diag->says);
	/* Where there are other places the label is a word between them. */
	if (!diag->labels && typed)
		sentence_print(&words, diag->label);
	if (entry_note(letter, diag->entry))
		sentence_print(&words, text_of(diag->entry->meaning));
	for (const struct diag_label *label = diag->labels; label;
		label = label->next) {
		buffer_string(&words, " See also ");
		if (!text_equal(label->at.file, diag->at.file))
			buffer_format(&words, "%.*s, ", TEXT_ARG(label->at.file));
		buffer_format(&words, "line %u: %.*s.", (unsigned)label->at.line,
			TEXT_ARG(label->says));
	}
	paragraph_say(letter, NULL, buffer_text(&words));
}

/* The help, in which "this one" stands for the line that it proposes. */
static void
help_print(struct buffer *words, const struct diag *diag)
{
	struct text help = diag->help;

	for (size_t i = 0; i < help.size; i++) {
		struct text rest = text_slice(help, i, help.size);

		if (!text_starts(rest, diag->sample)) {
			buffer_byte(words, help.at[i]);
			continue;
		}
		buffer_string(words, "this one");
		buffer_add(words, text_slice(rest, diag->sample.size, rest.size));
		return;
	}
}

/* No full stop after a help alone: its end may be what people copy. */
static void
mend_say(struct letter *letter, const struct diag *diag)
{
	const struct leaf *leaf = letter->leaf;
	struct buffer words = buffer_make(letter->out->arena);
	struct text line = TEXT("");

	if (paste_added(letter->source, diag, &line)) {
		help_print(&words, diag);
		buffer_format(&words,
			". Put it below line %u and change what stands after the "
			"colon:",
			(unsigned)diag->at.line);
	} else {
		buffer_add(&words,
			diag->help.size ? diag->help : text_of(diag->entry->mend));
		if (paste_mended(letter->source, leaf->items, leaf->count, diag, &line))
			buffer_format(&words, "%s Put this in place of line %u:",
				words.at[words.size - 1] == '?' ? "" : ".",
				(unsigned)diag->fix->at.line);
	}
	paragraph_say(letter, "What to do:", buffer_text(&words));
	if (line.size)
		voice_say(letter->voice, letter->out, VOICE_SNIPPET, line);
}

/* "22, 31 and 40" */
static void
row_print(struct buffer *out, size_t index, size_t count)
{
	if (index)
		buffer_string(out, index + 1 == count ? " and " : ", ");
}

/* The lines that have the same fault. */
static void
rest_say(struct letter *letter, const struct diag *diag)
{
	const struct group *group = group_find(&letter->groups, diag);
	struct buffer words = buffer_make(letter->out->arena);

	if (group->last != diag || group->count == 0)
		return;
	buffer_format(&words, "The same goes for line%s ", group->count > 1 ? "s" : "");
	for (size_t i = 0; i < group->count && i < LISTED; i++) {
		row_print(&words, i, group->count);
		buffer_number(&words, group->rest[i]->at.line);
	}
	if (group->count > LISTED)
		buffer_format(&words, " and %zu more", group->count - LISTED);
	buffer_byte(&words, '.');
	paragraph_say(letter, NULL, buffer_text(&words));
}

/* "3. Line 26, please check: a summary that is too short or too long" */
static void
item_heading(struct letter *letter, const struct diag *diag)
{
	struct buffer words = buffer_make(letter->out->arena);

	buffer_format(&words, "%zu. ", ++letter->number);
	if (diag->at.line)
		buffer_format(&words, "Line %u", (unsigned)diag->at.line);
	else
		buffer_string(&words, "The file as a whole");
	buffer_format(&words, "%s: %s",
		diag->severity == SEVERITY_WARNING ? ", please check" : "",
		diag->entry->title);
	heading_say(letter, letter->level + 1, buffer_text(&words));
}

static void
item_print(struct letter *letter, const struct diag *diag)
{
	voice_open(letter->voice, letter->out, VOICE_ITEM);
	item_heading(letter, diag);
	fault_say(letter, diag, typed_say(letter, diag));
	mend_say(letter, diag);
	rest_say(letter, diag);
	voice_close(letter->voice, letter->out, VOICE_ITEM);
}

static void
record_heading(struct letter *letter, const struct diag *diag)
{
	struct buffer words = buffer_make(letter->out->arena);

	if (diag->title.size)
		buffer_format(&words, "%.*s (%.*s)", TEXT_ARG(diag->title),
			TEXT_ARG(diag->record));
	else if (diag->record.size)
		capital_print(&words, diag->record);
	else
		buffer_string(&words, "The head of the file");
	heading_say(letter, letter->level, buffer_text(&words));
}

/* That references were not looked up concerns whoever ran the check. */
static bool
is_told(const struct diag *diag)
{
	static const char *const asides[] = { "V404", "V410" };

	for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
		if (text_is(text_of(diag->entry->code), asides[i]))
			return false;
	return true;
}

static void
records_print(struct letter *letter)
{
	const struct leaf *leaf = letter->leaf;
	const struct diag *before = NULL;

	letter->groups = group_make(letter->out->arena, leaf->items, leaf->count, 1);
	for (size_t i = 0; i < leaf->count; i++) {
		const struct diag *diag = &leaf->items[i];

		if (group_hides(&letter->groups, diag) || !is_told(diag))
			continue;
		if (!before || !text_equal(before->record, diag->record))
			record_heading(letter, diag);
		item_print(letter, diag);
		before = diag;
	}
}

static void
leaf_count(const struct leaf *leaf, size_t *ret_errors, size_t *ret_questions)
{
	*ret_errors = *ret_questions = 0;
	for (size_t i = 0; i < leaf->count; i++)
		if (leaf->items[i].severity != SEVERITY_WARNING)
			++*ret_errors;
		else
			*ret_questions += is_told(&leaf->items[i]);
}

static bool
is_clean(const struct leaf *leaf)
{
	size_t errors, questions;

	leaf_count(leaf, &errors, &questions);
	return errors + questions == 0;
}

/* Among several files the way to each is told. */
static struct text
name_of(const struct leaf *leaf, bool alone)
{
	size_t start = alone ? leaf->path.size : 0;

	while (start && leaf->path.at[start - 1] != '/')
		start--;
	return text_slice(leaf->path, start, leaf->path.size);
}

static void
amount_print(struct buffer *out, size_t count, const char *one, const char *many)
{
	buffer_format(out, "%zu %s", count, count == 1 ? one : many);
}

static void
opening_say(struct letter *letter, bool alone)
{
	struct buffer words = buffer_make(letter->out->arena);
	struct text name = name_of(letter->leaf, alone);
	size_t errors, questions;

	leaf_count(letter->leaf, &errors, &questions);
	if (errors) {
		buffer_format(&words, "In %.*s ", TEXT_ARG(name));
		amount_print(&words, errors, "thing has", "things have");
		buffer_string(&words, " to be mended before it can be published. ");
	} else {
		buffer_format(&words, "%.*s can be published. ", TEXT_ARG(name));
	}
	if (questions) {
		buffer_string(
			&words, errors ? "Besides, please check " : "Please check ");
		amount_print(&words, questions, "thing that may be right as it is. ",
			"things that may be right as they are. ");
	}
	buffer_string(&words, "The line numbers are those of the file that was sent. "
			      "Leave all else as it is, and send the whole file back.");
	paragraph_say(letter, NULL, buffer_text(&words));
}

static void
leaf_print(struct letter *letter, const struct leaf *leaf, bool alone)
{
	letter->leaf = leaf;
	letter->level = alone ? 2 : 3;
	if (!alone)
		heading_say(letter, 2, leaf->path);
	opening_say(letter, alone);
	records_print(letter);
}

/* The files in which all is well. */
static void
clean_say(struct letter *letter, const struct leaf *leaves, size_t count)
{
	struct buffer words = buffer_make(letter->out->arena);
	size_t clean = 0, told = 0;

	for (size_t i = 0; i < count; i++)
		clean += is_clean(&leaves[i]);
	if (clean == 0)
		return;
	buffer_string(&words, "Nothing has to be changed in ");
	for (size_t i = 0; i < count && told < LISTED; i++) {
		if (!is_clean(&leaves[i]))
			continue;
		row_print(&words, told++, clean);
		buffer_add(&words, name_of(&leaves[i], count == 1));
	}
	if (clean > LISTED)
		buffer_format(&words, " and %zu more files", clean - LISTED);
	buffer_byte(&words, '.');
	paragraph_say(letter, NULL, buffer_text(&words));
}

struct text
letter_title(struct arena *arena, const struct sender *sender)
{
	return text_format(arena, "Corrections for %.*s",
		TEXT_ARG(sender->name.size ? sender->name
					   : TEXT("files of no country")));
}

void
letter_print(const struct voice *voice, struct source *source,
	const struct leaf *leaves, size_t count, struct buffer *out)
{
	struct letter letter = { .voice = voice, .out = out, .source = source };

	heading_say(&letter, 1, letter_title(out->arena, &leaves->sender));
	clean_say(&letter, leaves, count);
	for (size_t i = 0; i < count; i++)
		if (!is_clean(&leaves[i]))
			leaf_print(&letter, &leaves[i], count == 1);
}
