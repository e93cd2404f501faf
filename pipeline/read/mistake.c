#include "mistake.h"

#include <string.h>

#include "base/lines.h"
#include "read/braces.h"
#include "read/linefix.h"
#include "read/typedline.h"

#define HEX_DIGITS "0123456789ABCDEFabcdef"

/* A mistake with the line it is to be blamed on. */
struct blame {
	struct diag_list *diags;
	const struct lines *lines;
	const struct mistake *mistake;
	struct text line; /* of mistake->at */
	size_t offset;    /* of mistake->at in that line */
};

static bool
problem_is(const struct blame *blame, const char *part)
{
	return strstr(blame->mistake->problem, part) != NULL;
}

static bool
context_is(const struct blame *blame, const char *part)
{
	const char *context = blame->mistake->context;

	return strstr(context ? context : "", part) != NULL;
}

static struct place
one_column(struct place at)
{
	at.end = at.column + 1;
	return at;
}

/* The place of a line without its indentation. */
static struct place
line_place(const struct blame *blame, uint32_t number)
{
	struct text line = lines_at(blame->lines, number);

	return (struct place){ .file = blame->mistake->at.file,
		.line = number,
		.column = (uint32_t)typedline_indent(line) + 1,
		.end = lines_column(line, line.size) };
}

/* The number of the last line with content before one, or 0. */
static uint32_t
line_before(const struct blame *blame, uint32_t number)
{
	while (--number > 0)
		if (!typedline_is_empty(lines_at(blame->lines, number)))
			return number;
	return 0;
}

static void
quote_open(const struct blame *blame, struct place at)
{
	struct text line = lines_at(blame->lines, at.line);
	size_t offset = lines_offset(line, at.column);

	diag_add(blame->diags, DIAG_R201, one_column(at),
		"the quote that opens here is not closed on its line");
	diag_help(blame->diags, "put the same quote at the end of the text");
	if (offset < line.size)
		linefix_end(blame->diags, blame->lines, line.at[offset]);
}

static void
bracket_open(const struct blame *blame, struct place at)
{
	struct text line = lines_at(blame->lines, at.line);
	size_t offset = lines_offset(line, at.column);
	char bracket = offset < line.size ? line.at[offset] : '[';
	char close = bracket == '{' ? '}' : ']';

	diag_add(blame->diags, DIAG_R202, one_column(at),
		"the %c that opens here is not closed", bracket);
	diag_help(blame->diags,
		"put a comma between the entries and a %c after the last one; if this "
		"is "
		"text, put it in quotes",
		bracket == '{' ? '}' : ']');
	if (text_find(line, close, 0) == line.size)
		linefix_end(blame->diags, blame->lines, close);
}

/* A line that should be "key: value" and has no colon, or none with a space. */
static void
colon_missing(const struct blame *blame, uint32_t number)
{
	struct text line = lines_at(blame->lines, number);
	struct place at = line_place(blame, number);
	size_t colon, indent = typedline_indent(line);

	if (typedline_tight(line, &colon) && line.size <= LINEFIX_SHOWN) {
		at.column = lines_column(line, colon);
		diag_add(blame->diags, DIAG_R204, one_column(at),
			"a space is missing after the colon");
		diag_help(blame->diags, "write \"%.*s: %.*s\"", (int)(colon - indent),
			line.at + indent, (int)(line.size - colon - 1),
			line.at + colon + 1);
		at.column = at.end = lines_column(line, colon + 1);
		diag_fix(blame->diags, at, " ");
		return;
	}
	diag_add(blame->diags, DIAG_R204, at, "this line has no key");
	diag_help(blame->diags, "write \"key: value\"; if the line continues the text "
				"above, indent it by two "
				"more spaces than the key of that text");
}

/* The line stands deeper or less deep than those it belongs with. */
static void
indent_wrong(const struct blame *blame, uint32_t number)
{
	uint32_t before = line_before(blame, number);
	size_t indent = typedline_indent(lines_at(blame->lines, number));
	size_t other = typedline_indent(lines_at(blame->lines, before));

	diag_add(blame->diags, DIAG_R205, line_place(blame, number),
		"this line is indented by %zu space%s and fits no line above it",
		indent, indent == 1 ? "" : "s");
	if (before)
		diag_other(blame->diags, line_place(blame, before),
			"the line above has %zu", other);
	diag_help(blame->diags,
		"let lines that belong together begin in the same column");
}

/* A key and its value below a text, which cannot both be the value of the key above. */
static void
key_below_text(const struct blame *blame, uint32_t number, uint32_t before)
{
	diag_add(blame->diags, DIAG_R205, line_place(blame, number),
		"the key above this one has a text already, so that no key can stand "
		"below it");
	diag_other(blame->diags, line_place(blame, before), "the text is here");
	diag_help(blame->diags,
		"if this belongs to the key above, give the text there a key of its "
		"own "
		"on a line below; if not, let both lines begin in the same column");
}

/* "title: Solar: the beginning", or a key that stands too deep. */
static void
colon_in_text(const struct blame *blame)
{
	uint32_t number = blame->mistake->at.line;
	size_t start = typedline_value(blame->line), colon;
	uint32_t before = line_before(blame, number);

	if (blame->offset >= start && start > typedline_indent(blame->line)) {
		diag_add(blame->diags, DIAG_R203, one_column(blame->mistake->at),
			"a colon with a space after it begins a new key");
		linefix_quote(blame->diags, blame->line);
	} else if (before && typedline_tight(lines_at(blame->lines, before), &colon)) {
		colon_missing(blame, before);
	} else if (before && typedline_is_below_text(
				     blame->line, lines_at(blame->lines, before))) {
		key_below_text(blame, number, before);
	} else {
		indent_wrong(blame, number);
	}
}

static void
text_reserved(const struct blame *blame, struct place at, const char *why)
{
	diag_add(blame->diags, DIAG_R206, one_column(at), "%s", why);
	linefix_quote(blame->diags, lines_at(blame->lines, at.line));
}

static void
dash_missing(const struct blame *blame)
{
	diag_add(blame->diags, DIAG_R205, line_place(blame, blame->mistake->at.line),
		"this line stands among the entries of a list and has no dash");
	diag_help(blame->diags,
		"begin it with \"- \", or indent it like the text of the entry above");
}

/* A line begins where no key or entry can begin. */
static void
line_misplaced(const struct blame *blame)
{
	const struct mistake *mistake = blame->mistake;

	if (context_is(blame, "collection") &&
		mistake->at.column == mistake->context_at.column)
		dash_missing(blame);
	else
		indent_wrong(blame, mistake->at.line);
}

/* Something stands where a key or a dash should. */
static void
key_expected(const struct blame *blame)
{
	const struct mistake *mistake = blame->mistake;
	size_t start = typedline_value(blame->line);
	char first = start < blame->line.size ? blame->line.at[start] : ' ';

	if (mistake->quoted.line && mistake->quoted_to == mistake->at.line)
		quote_open(blame, mistake->quoted);
	else if (blame->offset <= typedline_indent(blame->line))
		line_misplaced(blame);
	else if (first == '"' || first == '\'')
		text_reserved(
			blame, mistake->at, "the text goes on after its closing quote");
	else if (first == '[' || first == '{')
		text_reserved(blame, mistake->at,
			"the text goes on after its closing bracket");
	else
		text_reserved(
			blame, mistake->at, "nothing may follow here on this line");
}

static void
quote_unclosed(const struct blame *blame)
{
	quote_open(blame, blame->mistake->context_at);
}

/* "title: {en: Solar: the beginning}" */
static bool
colon_in_braces(const struct blame *blame)
{
	struct diag_list *diags = blame->diags;
	struct place at = blame->mistake->at;
	struct text line = blame->line, value;
	size_t start, end;

	if (at.line != blame->mistake->context_at.line ||
		!braces_find(line, &start, &end) || blame->offset < start ||
		blame->offset >= end)
		return false;
	value = text_slice(line, start, end);
	diag_add(diags, DIAG_R203, one_column(at),
		"a colon with a space after it begins a new key");
	diag_help(diags, "put the text in quotes: \"%.*s\"", TEXT_ARG(value));
	at.column = lines_column(line, start);
	at.end = lines_column(line, end);
	diag_fix(diags, at, "\"%.*s\"", TEXT_ARG(value));
	return true;
}

static void
bracket_unclosed(const struct blame *blame)
{
	if (blame->mistake->quoted.line &&
		blame->mistake->quoted_to == blame->mistake->at.line)
		quote_open(blame, blame->mistake->quoted);
	else if (!colon_in_braces(blame))
		bracket_open(blame, blame->mistake->context_at);
}

static void
key_unfinished(const struct blame *blame)
{
	colon_missing(blame, blame->mistake->context_at.line);
}

static void
list_beside_key(const struct blame *blame)
{
	diag_add(blame->diags, DIAG_R207, one_column(blame->mistake->at),
		"a list cannot begin on the line of its key");
	diag_help(blame->diags,
		"begin the list on the next line; if this is text, put it in quotes");
}

static void
sign_complain(const struct blame *blame, struct place at)
{
	text_reserved(
		blame, at, "text that begins with this sign must stand in quotes");
}

static void
sign_reserved(const struct blame *blame)
{
	sign_complain(blame, blame->mistake->at);
}

/* Where libyaml took the sign for something and then missed the rest of it. */
static void
sign_mistaken(const struct blame *blame)
{
	sign_complain(blame, blame->mistake->context_at);
}

static void
escape_wrong(const struct blame *blame)
{
	diag_add(blame->diags, DIAG_R208, one_column(blame->mistake->at),
		"a backslash in double quotes begins a code, and this one is unknown");
	diag_help(blame->diags, "write \\\\ for a backslash, or use single quotes");
}

/* The column after the quote that closes a text on its line, or after the line. */
static uint32_t
quote_end(struct text line, size_t open)
{
	size_t i = open + 1;

	while (i < line.size && line.at[i] != '"')
		i += line.at[i] == '\\' ? 2 : 1;
	return lines_column(line, i < line.size ? i + 1 : line.size);
}

/* The code that libyaml stopped in, after its backslash and letter. */
static struct text
escape_code(const struct blame *blame)
{
	size_t end = blame->offset, start = end > 2 ? end - 2 : 0;

	while (end < blame->line.size && strchr(HEX_DIGITS, blame->line.at[end]))
		end++;
	return text_slice(blame->line, start, end);
}

/* "\uD800" is half of a character that takes two. */
static void
escape_impossible(const struct blame *blame)
{
	struct place at = blame->mistake->context_at;
	struct text line = lines_at(blame->lines, at.line);

	at.end = quote_end(line, lines_offset(line, at.column));
	diag_add(blame->diags, DIAG_R311, at,
		"the code %.*s in this text stands for no character",
		TEXT_ARG(escape_code(blame)));
	diag_help(blame->diags, "delete it, or write two backslashes for one");
}

static void
other_problem(const struct blame *blame)
{
	diag_add(blame->diags, DIAG_R209, one_column(blame->mistake->at),
		"YAML cannot read on from here: %s", blame->mistake->problem);
	diag_help(blame->diags,
		"look at this line and the one above; text with : # [ ] { } or "
		"quotes in it belongs in quotes");
}

/* Text after a line of dots, or left of all that it could belong to. */
static void
document_over(const struct blame *blame)
{
	uint32_t number = line_before(blame, blame->mistake->at.line);
	struct place at = line_place(blame, number);

	if (!text_starts(lines_at(blame->lines, number), TEXT("..."))) {
		indent_wrong(blame, blame->mistake->at.line);
		return;
	}
	diag_add(blame->diags, DIAG_R209, at,
		"three dots end the file for YAML, and more follows");
	diag_help(blame->diags, "delete the line");
}

/* libyaml's words, as far as they tell cases apart, in order. */
/* clang-format off */
static const struct {
	const char *problem, *context;
	void (*explain)(const struct blame *);
} explanations[] = {
	{ "unknown escape", "", escape_wrong },
	{ "hexdecimal", "", escape_wrong },
	{ "Unicode character escape", "", escape_impossible },
	{ "", "quoted scalar", quote_unclosed },
	{ "", "flow sequence", bracket_unclosed },
	{ "", "flow mapping", bracket_unclosed },
	{ "mapping values are not allowed", "", colon_in_text },
	{ "expected ':'", "simple key", key_unfinished },
	{ "expected key", "block mapping", key_expected },
	{ "expected '-'", "block collection", key_expected },
	{ "block sequence entries", "", list_beside_key },
	{ "cannot start any token", "", sign_reserved },
	{ "mapping keys are not allowed", "", sign_reserved },
	{ "node content", "", sign_reserved },
	{ "", "anchor", sign_mistaken },
	{ "", "alias", sign_mistaken },
	{ "", "tag", sign_mistaken },
	{ "tag handle", "", sign_reserved },
	{ "", "block scalar", sign_mistaken },
	{ "document start", "", document_over },
	{ "", "", other_problem },
};
/* clang-format on */

bool
mistake_stop(struct diag_list *diags, struct place at)
{
	diag_add(diags, DIAG_R313, one_column(at),
		"so many faults were found that no more are told from here on");
	diag_help(diags, "mend what was told and check again");
	return false;
}

void
mistake_explain(struct diag_list *diags, const struct lines *lines,
	const struct mistake *mistake)
{
	struct blame blame = { .diags = diags, .lines = lines, .mistake = mistake };
	size_t i = 0;

	blame.line = lines_at(lines, mistake->at.line);
	blame.offset = lines_offset(blame.line, mistake->at.column);
	while (!problem_is(&blame, explanations[i].problem) ||
		!context_is(&blame, explanations[i].context))
		i++;
	explanations[i].explain(&blame);
}
