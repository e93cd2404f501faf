#include "command.h"

#include "base/arena.h"
#include "span.h"

#define FORMATS "text|json|markdown|sarif|github|junit|letter|letter-html"

static const struct act {
	const char *word;
	enum command_name name;
	const char *operands;
	const char *summary; /* NULL: not shown */
} acts[] = {
	{ "build", COMMAND_BUILD, "[REPORT]", "the whole line: YAML records to a PDF" },
	{ "check", COMMAND_CHECK, "[PATH...]",
		"read and validate: every fault of every file" },
	{ "diff", COMMAND_DIFF, "OLD NEW",
		"what has changed from one set of records to another" },
	{ "new", COMMAND_NEW, "RECORD", "a blank record, to be filled in" },
	{ "explain", COMMAND_EXPLAIN, "[CODE|FIELD...]",
		"what a message or a field means" },
	{ "guide", COMMAND_GUIDE, "", "how to write a submission, as Markdown" },
	{ "schema", COMMAND_SCHEMA, "[KIND]", "JSON Schema for editors" },
	{ "help", COMMAND_HELP, "[man|bash]",
		"this text, a manual page, or completion" },
	{ "version", COMMAND_VERSION, "", "the version" },
	{ "reprint", COMMAND_REPRINT, "FORM", NULL },
};

enum { ACTS = sizeof acts / sizeof *acts };

enum flag_kind {
	FLAG_TEXT,   /* a struct text */
	FLAG_NUMBER, /* an int64_t above 0 */
	FLAG_SWITCH, /* a bool; takes no value */
};

static const struct flag {
	const char *word;
	const char *value; /* what it takes, or NULL; words with | leave no other */
	enum flag_kind kind;
	size_t offset; /* in struct command, of a field of that kind */
	const char *summary;
} flags[] = {
	{ "-o", "FILE", FLAG_TEXT, offsetof(struct command, output),
		"write here; - is standard output, letters and extracts fill FOLDER/" },
	{ "--section", "ID", FLAG_TEXT, offsetof(struct command, section),
		"build one section, numbered as in the whole" },
	{ "--for", "ID", FLAG_TEXT, offsetof(struct command, subject),
		"of a report that is made for each of many: the one for this record" },
	{ "--language", "CODE", FLAG_TEXT, offsetof(struct command, language),
		"the edition in this language, fr" },
	{ "--draft", NULL, FLAG_SWITCH, offsetof(struct command, draft),
		"build in spite of faults, and print them; no matter what status: "
		"says" },
	{ "--since", "REPORT", FLAG_TEXT, offsetof(struct command, since),
		"build: bars in the margin beside what has changed since this one" },
	{ "--format", FORMATS, FLAG_TEXT, offsetof(struct command, format),
		"how faults are told; letters are for check, markdown is for diff" },
	{ "--fix", NULL, FLAG_SWITCH, offsetof(struct command, fix),
		"check: mend what has only one mend, in the files" },
	{ "--dry-run", NULL, FLAG_SWITCH, offsetof(struct command, dry_run),
		"check --fix: show the changes as a diff, make none" },
	{ "--exit-code", NULL, FLAG_SWITCH, offsetof(struct command, exit_code),
		"diff: end with 1 where there are differences" },
	{ "--strict", NULL, FLAG_SWITCH, offsetof(struct command, strict),
		"warnings fail the run too" },
	{ "--color", "auto|always|never", FLAG_TEXT, offsetof(struct command, colour),
		"colour in messages" },
	{ "--id", "ID", FLAG_TEXT, offsetof(struct command, id),
		"new: the name of the record" },
	{ "--country", "CODE", FLAG_TEXT, offsetof(struct command, country),
		"new: its country, KH; diff: only this one" },
	{ "--kind", "KIND", FLAG_TEXT, offsetof(struct command, kind),
		"new: what kind of milestone, event-held; diff: of record" },
	{ "--root", "FOLDER", FLAG_TEXT, offsetof(struct command, root),
		"files may be read below this folder too" },
	{ "--schemas", "FOLDER", FLAG_TEXT, offsetof(struct command, schemas),
		"where the schemas lie" },
	{ "--fonts", "FOLDERS", FLAG_TEXT, offsetof(struct command, fonts),
		"where the fonts lie, joined by colons" },
	{ "--memory", "BYTES", FLAG_NUMBER, offsetof(struct command, memory),
		"use no more than this" },
	{ "--threads", "NUMBER", FLAG_NUMBER, offsetof(struct command, threads),
		"check with so many; otherwise one for each processor" },
};

enum { FLAGS = sizeof flags / sizeof *flags };

static bool
command_find(struct command *command)
{
	struct span span;

	if (text_is(command->word, "--help") || text_is(command->word, "-h"))
		command->word = TEXT("help");
	if (text_is(command->word, "--version"))
		command->word = TEXT("version");
	for (size_t i = 0; i < ACTS; i++) {
		if (!text_is(command->word, acts[i].word))
			continue;
		command->name = acts[i].name;
		return true;
	}
	command->name = COMMAND_SPAN;
	return span_parse(command->word, &span);
}

static const struct flag *
flag_find(struct text word)
{
	for (size_t i = 0; i < FLAGS; i++)
		if (text_is(word, flags[i].word))
			return &flags[i];
	return NULL;
}

/* True where the words leave a choice and the value is one of it. */
static bool
choice_has(struct text words, struct text value)
{
	struct text word;

	while (text_cut(&words, '|', &word))
		if (text_equal(word, value))
			return true;
	return false;
}

static bool
text_fits(const struct flag *flag, struct text value)
{
	struct text words = text_of(flag->value);

	if (text_find(words, '|', 0) < words.size)
		return choice_has(words, value);
	return value.size > 0;
}

static bool
flag_store(const struct flag *flag, struct text value, struct command *command)
{
	void *field = (char *)command + flag->offset;
	int64_t number;

	switch (flag->kind) {
	case FLAG_TEXT:
		*(struct text *)field = value;
		return text_fits(flag, value);
	case FLAG_NUMBER:
		if (!text_number(value, &number) || number <= 0)
			return false;
		*(int64_t *)field = number;
		return true;
	case FLAG_SWITCH:
		*(bool *)field = true;
		return true;
	}
	return false;
}

/* "--flag=value" and "--flag value" mean the same. */
static bool
flag_take(struct arena *arena, int count, char **words, int *index,
	struct command *command, struct text *ret_why)
{
	struct text word = text_of(words[*index]);
	size_t equals =
		text_starts(word, TEXT("--")) ? text_find(word, '=', 0) : word.size;
	const struct flag *flag = flag_find(text_slice(word, 0, equals));
	struct text value = { "", 0 };

	if (!flag || (!flag->value && equals < word.size)) {
		*ret_why = text_format(arena, "there is no flag %.*s", TEXT_ARG(word));
		return false;
	}
	if (flag->value && equals < word.size) {
		value = text_slice(word, equals + 1, word.size);
	} else if (flag->value) {
		if (*index + 1 == count) {
			*ret_why = text_format(
				arena, "%s wants %s", flag->word, flag->value);
			return false;
		}
		value = text_of(words[++*index]);
	}
	if (flag_store(flag, value, command))
		return true;
	*ret_why = text_format(arena, "%s wants %s", flag->word, flag->value);
	return false;
}

/* What the flags ask for together must make sense. */
static bool
flags_agree(const struct command *command, struct text *ret_why)
{
	bool check = command->name == COMMAND_CHECK;
	bool diff = command->name == COMMAND_DIFF;

	if (text_starts(command->format, TEXT("letter")) && !check)
		*ret_why = TEXT("letters are for check");
	else if (text_is(command->format, "markdown") && !diff)
		*ret_why = TEXT("--format markdown is for diff");
	else if (diff && !text_is(command->format, "text") &&
		 !text_is(command->format, "json") &&
		 !text_is(command->format, "markdown"))
		*ret_why = TEXT("diff has --format text, json and markdown");
	else if ((command->subject.size || command->language.size) &&
		 command->name != COMMAND_BUILD && command->name != COMMAND_SPAN)
		*ret_why = TEXT("--for and --language are for build and for stages");
	else if (command->exit_code && !diff)
		*ret_why = TEXT("--exit-code is for diff");
	else if (command->draft && command->name != COMMAND_BUILD &&
		 command->name != COMMAND_SPAN)
		*ret_why = TEXT("--draft is for build");
	else if (command->since.size && command->name != COMMAND_BUILD)
		*ret_why = TEXT("--since is for build");
	else if (command->fix && !check)
		*ret_why = TEXT("--fix is for check");
	else if (command->dry_run && !command->fix)
		*ret_why = TEXT("--dry-run is for check --fix");
	else if (command->dry_run && !text_is(command->format, "text"))
		*ret_why = TEXT("--dry-run shows a diff and has no other --format");
	else
		return true;
	return false;
}

bool
command_parse(struct arena *arena, int count, char **words, struct command *ret_command,
	struct text *ret_why)
{
	struct command command = {
		.word = TEXT("help"), .format = TEXT("text"), .colour = TEXT("auto")
	};
	bool flags_over = false;

	command.names = arena_array(arena, struct text, (size_t)count + 1);
	if (count > 1)
		command.word = text_of(words[1]);
	if (!command_find(&command)) {
		*ret_why = text_format(
			arena, "there is no command %.*s", TEXT_ARG(command.word));
		return false;
	}
	for (int i = 2; i < count; i++) {
		struct text word = text_of(words[i]);

		if (!flags_over && text_is(word, "--"))
			flags_over = true;
		else if (!flags_over &&
			 (text_is(word, "--help") || text_is(word, "-h")))
			command.name = COMMAND_HELP;
		else if (flags_over || word.size < 2 || word.at[0] != '-')
			command.names[command.count++] = word;
		else if (!flag_take(arena, count, words, &i, &command, ret_why))
			return false;
	}
	if (!flags_agree(&command, ret_why))
		return false;
	*ret_command = command;
	return true;
}

bool
command_act(size_t index, struct command_row *ret_row)
{
	for (size_t i = 0; i < ACTS; i++) {
		if (!acts[i].summary || index--)
			continue;
		*ret_row = (struct command_row){ acts[i].word, acts[i].operands,
			acts[i].summary };
		return true;
	}
	return false;
}

bool
command_flag(size_t index, struct command_row *ret_row)
{
	if (index >= FLAGS)
		return false;
	*ret_row = (struct command_row){ flags[index].word, flags[index].value,
		flags[index].summary };
	return true;
}

static void
line_print(struct buffer *buffer, struct text left, const char *right)
{
	enum { COLUMN = 30 };

	buffer_string(buffer, "  ");
	buffer_add(buffer, left);
	buffer_fill(buffer, ' ', left.size < COLUMN ? COLUMN - left.size : 1);
	buffer_string(buffer, right);
	buffer_byte(buffer, '\n');
}

void
command_help(struct buffer *buffer)
{
	buffer_string(buffer,
		"plgs makes accessible PDF reports from YAML milestone records.\n"
		"\n"
		"Examples\n"
		"  plgs build reports/annual-2023 -o annual.pdf\n"
		"  plgs build reports/country-brief -o out/briefs/\n"
		"  plgs build reports/country-brief --for KH --language fr\n"
		"  plgs build reports/annual-2023 --since "
		"../last-week/reports/annual-2023\n"
		"  plgs check fixtures/annual-2023/azerbaijan.yaml\n"
		"  plgs check --fix azerbaijan.yaml\n"
		"  plgs check --format letter-html -o letters/ fixtures/annual-2023\n"
		"  plgs diff fixtures/annual-2022 fixtures/annual-2023\n"
		"  plgs parse..write <notes.md >notes.pdf\n"
		"  plgs read..compose reports/annual-2023 >annual.md\n"
		"  plgs new milestone --country KH --kind event-held >kh.yaml\n"
		"  plgs explain V203\n"
		"\n"
		"Commands\n");
	for (size_t i = 0; i < ACTS; i++)
		if (acts[i].summary)
			line_print(buffer,
				text_format(buffer->arena, "%s %s", acts[i].word,
					acts[i].operands),
				acts[i].summary);
	buffer_string(buffer, "\nStages: each is a filter; FIRST..LAST runs several in "
			      "one process\n");
	for (size_t i = 0; i < SPAN_STAGES; i++)
		line_print(buffer,
			text_format(buffer->arena, "%s [FILE]", span_stages[i]->name),
			span_stages[i]->summary);
	buffer_string(buffer, "\nFlags\n");
	for (size_t i = 0; i < FLAGS; i++)
		line_print(buffer,
			text_format(buffer->arena, "%s %s", flags[i].word,
				flags[i].value ? flags[i].value : ""),
			flags[i].summary);
	buffer_string(buffer,
		"\n"
		"Results go to standard output, messages to standard error.\n"
		"Exit status: 0 fine, 1 the input is wrong, 2 the command is wrong, 3 "
		"the\n"
		"machine failed.  SOURCE_DATE_EPOCH sets the date in the PDF; NO_COLOR "
		"is\n"
		"honoured.\n");
}
