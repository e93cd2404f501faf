#include "tries.h"

#include <string.h>

#include "read/bounds.h"
#include "read/braces.h"
#include "read/mended.h"
#include "read/typedline.h"

/* Room for a mended value; each of its bytes may need a backslash. */
enum { QUOTED_BYTES = 2 * BOUND_LINE_BYTES + 2 };

/* Lines further away have nothing to do with each other. */
enum { NEAR = 100 };

/* No line is indented by more. */
static const char spaces[] = "                                        ";

/* title: Solar: the beginning → title: "Solar: the beginning" */
static size_t
quote_value(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t start = typedline_value(line), size = 0;
	struct text value =
		typedline_unquoted(text_trim(text_slice(line, start, line.size)));
	char quoted[QUOTED_BYTES];

	if (value.size == 0 || value.size > BOUND_LINE_BYTES)
		return 0;
	quoted[size++] = '"';
	for (size_t i = 0; i < value.size; i++) {
		if (value.at[i] == '"' || value.at[i] == '\\')
			quoted[size++] = '\\';
		quoted[size++] = value.at[i];
	}
	quoted[size++] = '"';
	mended_replace(mended, number, start, line.size, (struct text){ quoted, size });
	return 1;
}

/* title: {en: Solar: the beginning} → title: {en: "Solar: the beginning"} */
static size_t
quote_in_braces(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	char quoted[BOUND_LINE_BYTES + 2];
	size_t start, end;

	if (line.size > BOUND_LINE_BYTES || !braces_find(line, &start, &end))
		return 0;
	quoted[0] = '"';
	memcpy(quoted + 1, line.at + start, end - start);
	quoted[end - start + 1] = '"';
	mended_replace(
		mended, number, start, end, (struct text){ quoted, end - start + 2 });
	return 1;
}

static size_t
end_add(struct mended *mended, size_t number, char byte)
{
	struct text line = mended_line(mended, number);

	if (line.size > BOUND_LINE_BYTES)
		return 0;
	mended_replace(mended, number, line.size, line.size, (struct text){ &byte, 1 });
	return 1;
}

/* title: "Solar → title: "Solar" */
static size_t
close_quote(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t start = typedline_value(line);

	if (start == line.size || (line.at[start] != '"' && line.at[start] != '\''))
		return 0;
	return end_add(mended, number, line.at[start]);
}

/* tags: [solar, energy → tags: [solar, energy] */
static size_t
close_bracket(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t start = typedline_value(line);

	if (start == line.size || (line.at[start] != '[' && line.at[start] != '{'))
		return 0;
	return end_add(mended, number, line.at[start] == '[' ? ']' : '}');
}

/* status:done → status: done */
static size_t
space_colon(struct mended *mended, size_t number)
{
	size_t colon;

	if (!typedline_tight(mended_line(mended, number), &colon))
		return 0;
	mended_replace(mended, number, colon + 1, colon + 1, TEXT(" "));
	return 1;
}

/* The nearest line with content before one or, backwards, after it. */
static struct text
neighbour(const struct mended *mended, size_t number, bool after)
{
	for (size_t i = 1; i < NEAR && (after || i < number); i++) {
		struct text line = mended_line(mended, after ? number + i : number - i);

		if (!typedline_is_empty(line))
			return line;
	}
	return TEXT("");
}

static size_t
indent_set(struct mended *mended, size_t number, size_t indent)
{
	size_t old = typedline_indent(mended_line(mended, number));

	if (indent == old || indent >= sizeof spaces)
		return 0;
	mended_replace(mended, number, 0, old, (struct text){ spaces, indent });
	return 1;
}

/* True where the line stands below a text: no other column makes it right. */
static bool
is_below_text(const struct mended *mended, size_t number)
{
	return typedline_is_below_text(
		mended_line(mended, number), neighbour(mended, number, false));
}

static size_t
indent_like_before(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	struct text before = neighbour(mended, number, false);

	return before.size == 0 || is_below_text(mended, number)
		       ? 0
		       : indent_set(mended, number,
				 typedline_is_entry(line) ? typedline_indent(before)
							  : typedline_inner(before));
}

static size_t
indent_like_after(struct mended *mended, size_t number)
{
	struct text after = neighbour(mended, number, true);

	return after.size && !is_below_text(mended, number)
		       ? indent_set(mended, number, typedline_indent(after))
		       : 0;
}

/* A dash in the column of the dash before it. */
static size_t
indent_like_dash(struct mended *mended, size_t number)
{
	if (!typedline_is_entry(mended_line(mended, number)))
		return 0;
	for (size_t i = number - 1; i > 0 && i + NEAR > number; i--)
		if (typedline_is_entry(mended_line(mended, i)))
			return indent_set(mended, number,
				typedline_indent(mended_line(mended, i)));
	return 0;
}

/* -id: a → - id: a */
static size_t
space_dash(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t dash = typedline_indent(line);

	if (dash + 1 >= line.size || line.at[dash] != '-' || line.at[dash + 1] == ' ' ||
		line.at[dash + 1] == '-')
		return 0;
	mended_replace(mended, number, dash + 1, dash + 1, TEXT(" "));
	return 1;
}

/* The same with the lines that belong to the entry and moved with it. */
static size_t
shift_like_dash(struct mended *mended, size_t number)
{
	size_t old = typedline_indent(mended_line(mended, number)), count = 1;
	size_t made = indent_like_dash(mended, number), column;

	column = typedline_indent(mended_line(mended, number));
	for (; made && count < NEAR && number + count <= mended_count(mended);
		count++) {
		struct text line = mended_line(mended, number + count);
		size_t indent = typedline_indent(line);

		if (!typedline_is_empty(line) &&
			(indent <= old ||
				(typedline_is_entry(line) && indent == column)))
			break;
		if (!indent_set(mended, number + count, indent + column - old))
			mended_replace(mended, number + count, 0, 0, TEXT(""));
	}
	return made ? count : 0;
}

/* The column where the text of the nearest line above begins that is not deeper. */
static size_t
column_above(const struct mended *mended, size_t number, size_t column)
{
	for (size_t i = number - 1; i > 0 && i + NEAR > number; i--) {
		struct text line = mended_line(mended, i);

		if (!typedline_is_empty(line) && typedline_inner(line) <= column)
			return typedline_inner(line);
	}
	return 0;
}

/* A dash too many: the line is one of the keys beside it. */
static size_t
drop_dash(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t dash = typedline_indent(line), inner = typedline_inner(line);

	if (!typedline_is_entry(line) || column_above(mended, number, dash) != dash)
		return 0;
	mended_replace(mended, number, dash, inner, TEXT(""));
	return 1;
}

/* A dash that is missing: the lines below stand where those of an entry do. */
static size_t
add_dash(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t indent = typedline_indent(line);

	if (typedline_is_entry(line) ||
		typedline_indent(neighbour(mended, number, true)) != indent + 2)
		return 0;
	mended_replace(mended, number, indent, indent, TEXT("- "));
	return 1;
}

/* The text of the line begins in the column of the line below. */
static size_t
fit_below(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t below = typedline_indent(neighbour(mended, number, true));
	size_t inner = typedline_inner(line) - typedline_indent(line);

	return below >= inner && !is_below_text(mended, number)
		       ? indent_set(mended, number, below - inner)
		       : 0;
}

/* The value is given up. */
static size_t
lose_value(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t start = typedline_value(line);

	if (start == typedline_indent(line) || start == line.size)
		return 0;
	mended_replace(mended, number, start, line.size, TEXT("*lost"));
	return 1;
}

/* The line is given up. */
static size_t
lose_line(struct mended *mended, size_t number)
{
	mended_lose(mended, number, number, MENDED_LOST_PAIR);
	return 1;
}

/* The same where the line stands in a column of its own. */
static size_t
lose_line_between(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t indent = typedline_inner(neighbour(mended, number, false));
	char sign[sizeof spaces + sizeof MENDED_LOST_PAIR];

	if (indent >= sizeof spaces)
		return 0;
	memcpy(sign, spaces, indent);
	memcpy(sign + indent, MENDED_LOST_PAIR, sizeof MENDED_LOST_PAIR);
	mended_replace(mended, number, 0, line.size, text_of(sign));
	return 1;
}

/* A text with keys below it: which of them was meant is not known, nor to which group
 * the keys belong. */
static size_t
lose_text_and_keys(struct mended *mended, size_t number)
{
	struct text line = mended_line(mended, number);
	size_t inner = typedline_inner(line), count = 1, lost = 0;

	if (!typedline_is_below_text(neighbour(mended, number, true), line) ||
		!lose_value(mended, number))
		return 0;
	for (; count < NEAR && number + count <= mended_count(mended); count++) {
		line = mended_line(mended, number + count);
		if (!typedline_is_empty(line) && typedline_indent(line) <= inner)
			break;
		if (lost == 0 && !typedline_is_empty(line))
			lost = lose_line_between(mended, number + count);
		else
			mended_replace(mended, number + count, 0, line.size, TEXT(""));
	}
	return count;
}

/* clang-format off */
static const struct {
	enum diag_code code;
	tries_way *ways[TRIES_MOST];
} rows[] = {
	{ DIAG_R201, { close_quote, quote_value } },
	{ DIAG_R202, { close_bracket, quote_value } },
	{ DIAG_R203, { quote_in_braces, space_colon, space_dash, quote_value, indent_like_before } },
	{ DIAG_R204, { space_colon, space_dash } },
	{ DIAG_R205, { space_dash, drop_dash, shift_like_dash, indent_like_dash, add_dash, fit_below,
		indent_like_before, indent_like_after } },
	{ DIAG_R206, { quote_value } },
	{ DIAG_R207, { NULL } },
	{ DIAG_R208, { quote_value } },
	{ DIAG_R311, { lose_value } },
	/* Any other. */
	{ DIAG_CODES, { space_colon, space_dash, quote_value, indent_like_dash, fit_below,
		indent_like_before } },
};
/* clang-format on */

tries_way *const tries_above[] = { lose_text_and_keys, space_dash, add_dash, fit_below,
	NULL };

tries_way *const tries_lose[] = { lose_value, lose_line, lose_line_between, NULL };

tries_way *const *
tries_for(enum diag_code code)
{
	size_t row = 0;

	while (rows[row].code != code && rows[row].code != DIAG_CODES)
		row++;
	return rows[row].ways;
}
