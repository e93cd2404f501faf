#include "manual.h"

#include "base/text.h"
#include "command.h"
#include "span.h"

/* The day on which the words of the page were changed last, not that of the build: two
 * builds of one tree give the same page. */
#define MANUAL_DATE "2026-11-27"

/* In man(7) a hyphen that is typed is \-, and a line does not begin with a dot. */
static void
words_add(struct buffer *out, const char *words)
{
	for (; *words; words++)
		if (*words == '-')
			buffer_string(out, "\\-");
		else if (*words == '\\')
			buffer_string(out, "\\e");
		else
			buffer_byte(out, *words);
}

static void
row_add(struct buffer *out, const char *word, const char *takes, const char *summary)
{
	buffer_string(out, ".TP\n\\fB");
	words_add(out, word);
	buffer_string(out, "\\fR");
	if (takes && *takes) {
		buffer_string(out, " \\fI");
		words_add(out, takes);
		buffer_string(out, "\\fR");
	}
	buffer_byte(out, '\n');
	words_add(out, summary);
	buffer_byte(out, '\n');
}

static void
commands_add(struct buffer *out)
{
	struct command_row row;

	buffer_string(out, ".SH COMMANDS\n");
	for (size_t i = 0; command_act(i, &row); i++)
		row_add(out, row.word, row.takes, row.summary);
	buffer_string(out,
		".SH STAGES\n"
		"Each stage is a filter: it reads its form on standard input and "
		"writes the next\n"
		"on standard output.  \\fIFIRST\\fR..\\fILAST\\fR runs several in one "
		"process.\n");
	for (size_t i = 0; i < SPAN_STAGES; i++)
		row_add(out, span_stages[i]->name, "[FILE]", span_stages[i]->summary);
	buffer_string(out, ".SH OPTIONS\n");
	for (size_t i = 0; command_flag(i, &row); i++)
		row_add(out, row.word, row.takes, row.summary);
}

void
manual_page(struct buffer *out)
{
	static const char *const examples[] = {
		"plgs build reports/annual-2023 -o annual.pdf",
		"plgs build reports/country-brief -o out/briefs/",
		"plgs check fixtures/annual-2023/azerbaijan.yaml",
		"plgs diff fixtures/annual-2022 fixtures/annual-2023",
		"plgs new milestone --country KH --kind event-held >kh.yaml",
		"plgs explain V203",
		"plgs guide | plgs parse..write -o guide.pdf",
	};

	buffer_format(out,
		".TH PLGS 1 \"" MANUAL_DATE "\" \"plgs %s\" \"User Commands\"\n"
		".SH NAME\n"
		"plgs \\- make accessible PDF reports from YAML milestone records\n"
		".SH SYNOPSIS\n"
		".B plgs\n"
		".I command\n"
		".RI [ option \" ...] [\" operand \" ...]\"\n"
		".SH DESCRIPTION\n"
		"plgs reads records that people type as YAML, says what is wrong with "
		"them and\n"
		"where, merges them with the editors' Markdown, and typesets a tagged "
		"PDF.\n",
		PLGS_VERSION);
	commands_add(out);
	buffer_string(out,
		".SH EXIT STATUS\n"
		"0 fine, 1 the input is wrong, 2 the command is wrong, 3 the machine "
		"failed.\n"
		".SH ENVIRONMENT\n"
		".TP\n\\fBSOURCE_DATE_EPOCH\\fR\nThe date in the PDF, in seconds since "
		"1970.\n"
		".TP\n\\fBNO_COLOR\\fR\nMessages come without colour.\n"
		".SH EXAMPLES\n");
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
		buffer_string(out, i ? ".PP\n.nf\n" : ".nf\n");
		words_add(out, examples[i]);
		buffer_string(out, "\n.fi\n");
	}
}

static void
completion_words(struct buffer *out, bool (*row_of)(size_t, struct command_row *))
{
	struct command_row row;

	for (size_t i = 0; row_of(i, &row); i++)
		buffer_format(out, "%s%s", i ? " " : "", row.word);
}

void
manual_completion(struct buffer *out)
{
	buffer_string(out, "# bash completion for plgs\n"
			   "_plgs()\n"
			   "{\n"
			   "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
			   "\n"
			   "\tCOMPREPLY=()\n"
			   "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n"
			   "\t\tmapfile -t COMPREPLY < <(compgen -W '");
	completion_words(out, command_act);
	for (size_t i = 0; i < SPAN_STAGES; i++)
		buffer_format(out, " %s", span_stages[i]->name);
	buffer_string(out, "' -- \"$word\")\n"
			   "\telif [ \"${word:0:1}\" = - ]; then\n"
			   "\t\tmapfile -t COMPREPLY < <(compgen -W '");
	completion_words(out, command_flag);
	buffer_string(out, "' -- \"$word\")\n"
			   "\tfi\n"
			   "}\n"
			   "complete -o default -F _plgs plgs\n");
}
