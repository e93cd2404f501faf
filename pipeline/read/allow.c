#include "allow.h"

#include "base/arena.h"
#include "base/lines.h"
#include "model/allowance.h"
#include "read/sheet.h"

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static const struct text sign = TEXT_CONSTANT("# plgs: allow ");

/* True for a sign that begins a comment. */
static bool
is_sign(struct text bytes, size_t offset)
{
	return (offset == 0 || is_blank(bytes.at[offset - 1]) ||
		       bytes.at[offset - 1] == '\n' || bytes.at[offset - 1] == '\r') &&
	       text_starts(text_slice(bytes, offset, bytes.size), sign);
}

static bool
is_comment(struct text line)
{
	return text_starts(text_trim(line), TEXT("#"));
}

/* A comment of its own is about the next line that is none. */
static size_t
line_meant(const struct lines *lines, size_t line, size_t offset)
{
	if (text_trim(text_slice(lines_at(lines, line), 0, offset)).size)
		return line;
	for (line++; line < lines->count; line++)
		if (!is_comment(lines_at(lines, line)) &&
			text_trim(lines_at(lines, line)).size)
			break;
	return line;
}

/* "V512 -- reason" */
static void
words_split(struct text words, struct allowance *allowance)
{
	struct text rest = words, reason;

	text_cut(&rest, ' ', &allowance->code);
	reason = text_trim(rest);
	if (text_starts(reason, TEXT("--")))
		allowance->reason = text_trim(text_slice(reason, 2, reason.size));
}

static void
comment_take(struct arena *arena, const struct sheet *sheet, const struct lines *lines,
	size_t number, size_t offset, struct _xmlNode *file)
{
	struct text line = lines_at(lines, number);
	struct allowance allowance = { .reason = TEXT("") };

	words_split(
		text_trim(text_slice(line, offset + sign.size, line.size)), &allowance);
	allowance.line =
		sheet_typed(sheet, (uint32_t)line_meant(lines, number, offset));
	allowance.at.line = sheet_typed(sheet, (uint32_t)number);
	allowance.at.column = lines_column(line, offset);
	allowance.at.end = lines_column(line, line.size);
	allowance_add(arena, file, &allowance);
}

void
allow_collect(struct arena *arena, const struct sheet *sheet, const struct lines *lines,
	struct _xmlNode *file)
{
	struct text bytes = lines->bytes;
	size_t count = 0, line = 1, taken = 0;

	for (size_t i = text_find(bytes, '#', 0);
		i < bytes.size && count < ALLOWANCE_MOST;
		i = text_find(bytes, '#', i + 1)) {
		if (!is_sign(bytes, i))
			continue;
		while (line < lines->count && lines->starts[line] <= i)
			line++;
		if (line == taken || text_first_bad(lines_at(lines, line)) <
					     lines_at(lines, line).size)
			continue;
		comment_take(
			arena, sheet, lines, line, i - lines->starts[line - 1], file);
		taken = line;
		count++;
	}
}
