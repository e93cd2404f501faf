#include "names.h"

#include <string.h>

#include "base/diag.h"
#include "base/suggest.h"
#include "model/fields.h"

/* clang-format off */
static const struct text functions[] = {
	/* XPath 1.0, section 4 */
	TEXT_CONSTANT("last"), TEXT_CONSTANT("position"), TEXT_CONSTANT("count"),
	TEXT_CONSTANT("id"), TEXT_CONSTANT("local-name"), TEXT_CONSTANT("namespace-uri"),
	TEXT_CONSTANT("name"), TEXT_CONSTANT("string"), TEXT_CONSTANT("concat"),
	TEXT_CONSTANT("starts-with"), TEXT_CONSTANT("contains"),
	TEXT_CONSTANT("substring-before"), TEXT_CONSTANT("substring-after"),
	TEXT_CONSTANT("substring"), TEXT_CONSTANT("string-length"),
	TEXT_CONSTANT("normalize-space"), TEXT_CONSTANT("translate"),
	TEXT_CONSTANT("boolean"), TEXT_CONSTANT("not"), TEXT_CONSTANT("true"),
	TEXT_CONSTANT("false"), TEXT_CONSTANT("lang"), TEXT_CONSTANT("number"),
	TEXT_CONSTANT("sum"), TEXT_CONSTANT("floor"), TEXT_CONSTANT("ceiling"),
	TEXT_CONSTANT("round"),
	/* tests of a node's type look the same */
	TEXT_CONSTANT("node"), TEXT_CONSTANT("text"), TEXT_CONSTANT("comment"),
	TEXT_CONSTANT("processing-instruction"),
};
/* clang-format on */

enum { FUNCTIONS = sizeof functions / sizeof *functions };

struct scan {
	struct diag_list *diags;
	const struct names *names;
	struct text expression;
	struct place at;
	bool after_operand; /* so that "and" is an operator and not a field */
	bool after_mark;    /* after '@' or '$' */
};

struct place
names_place(struct text expression, struct place at, size_t offset)
{
	size_t size;

	if (offset > expression.size)
		offset = expression.size;
	at.end = 0;
	for (size_t i = 0; i < offset; i += size) {
		uint32_t rune;

		size = text_rune(expression, i, &rune);
		at.column++;
		if (rune == '\n') {
			at.line++;
			at.column = 1;
		}
	}
	return at;
}

static bool
begins_name(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '_' || (unsigned char)byte >= 0x80;
}

static bool
is_name(char byte)
{
	return begins_name(byte) || (byte >= '0' && byte <= '9') || byte == '-' ||
	       byte == '.';
}

/* What follows a name, white space skipped. */
static struct text
text_after(struct text expression, size_t offset)
{
	return text_trim(text_slice(expression, offset, expression.size));
}

static void
complain(struct scan *scan, struct text name, size_t offset, const char *what,
	struct text nearest)
{
	struct place at = names_place(scan->expression, scan->at, offset);

	at.end = at.column + (uint32_t)text_length(name);
	diag_add(scan->diags, scan->names->unknown, at, "there is no %s \"%.*s\"", what,
		TEXT_ARG(name));
	if (nearest.size)
		diag_help(scan->diags, "did you mean \"%.*s\"?", TEXT_ARG(nearest));
}

static bool
is_function(const struct names *names, struct text name)
{
	for (size_t i = 0; i < names->function_count; i++)
		if (text_equal(name, names->functions[i]))
			return true;
	for (size_t i = 0; i < FUNCTIONS; i++)
		if (text_equal(name, functions[i]))
			return true;
	return false;
}

static struct text
function_nearest(const struct names *names, struct text name)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < names->function_count; i++)
		suggest_offer(&suggest, names->functions[i]);
	for (size_t i = 0; i < FUNCTIONS; i++)
		suggest_offer(&suggest, functions[i]);
	return suggest.nearest;
}

/* Looks at the name that begins at `offset`; returns its end. */
static size_t
name_check(struct scan *scan, size_t offset)
{
	size_t end = offset;
	struct text name, after;
	bool marked = scan->after_mark;

	while (end < scan->expression.size && is_name(scan->expression.at[end]))
		end++;
	name = text_slice(scan->expression, offset, end);
	after = text_after(scan->expression, end);
	scan->after_mark = false;
	if (scan->after_operand || text_starts(after, TEXT("::"))) {
		scan->after_operand = false;
		return end;
	}
	scan->after_operand = true;
	if (marked)
		return end;
	if (text_starts(after, TEXT("("))) {
		if (!is_function(scan->names, name))
			complain(scan, name, offset, "function",
				function_nearest(scan->names, name));
		scan->after_operand = false;
	} else if (scan->names->fields && !fields_know(scan->names->fields, name)) {
		complain(scan, name, offset, "field",
			fields_nearest(scan->names->fields, name));
	}
	return end;
}

/* Steps over what is no name; returns its end. */
static size_t
other_skip(struct scan *scan, size_t offset)
{
	char byte = scan->expression.at[offset];

	if (byte == '"' || byte == '\'') {
		scan->after_operand = true;
		return text_find(scan->expression, byte, offset + 1) + 1;
	}
	if (strchr(" \t\r\n", byte))
		return offset + 1;
	scan->after_mark = byte == '@' || byte == '$';
	scan->after_operand = (byte >= '0' && byte <= '9') || strchr(")].", byte) ||
			      (byte == '*' && !scan->after_operand);
	return offset + 1;
}

bool
names_check(struct diag_list *diags, const struct names *names, struct text expression,
	struct place at)
{
	struct scan scan = {
		.diags = diags, .names = names, .expression = expression, .at = at
	};
	size_t before = diags->errors, i = 0;

	while (i < expression.size)
		i = begins_name(expression.at[i]) ? name_check(&scan, i)
						  : other_skip(&scan, i);
	return diags->errors == before;
}
