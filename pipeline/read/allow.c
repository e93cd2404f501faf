#include "allow.h"

#include "base/arena.h"
#include "base/lines.h"
#include "model/allowance.h"

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* The offset of "# plgs: allow " that begins a comment, or line.size. */
static size_t
comment_find(struct text line)
{
	static const struct text sign = TEXT_CONSTANT("# plgs: allow ");

	for (size_t i = text_find(line, '#', 0); i < line.size;
		i = text_find(line, '#', i + 1))
		if ((i == 0 || is_blank(line.at[i - 1])) &&
			text_starts(text_slice(line, i, line.size), sign))
			return i;
	return line.size;
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
comment_take(struct arena *arena, const struct lines *lines, size_t number,
	size_t offset, struct _xmlNode *file)
{
	struct text line = lines_at(lines, number);
	struct allowance allowance = { .reason = TEXT("") };

	words_split(text_trim(text_slice(
			    line, offset + sizeof "# plgs: allow " - 1, line.size)),
		&allowance);
	allowance.line = (uint32_t)line_meant(lines, number, offset);
	allowance.at.line = (uint32_t)number;
	allowance.at.column = lines_column(line, offset);
	allowance.at.end = lines_column(line, line.size);
	allowance_add(arena, file, &allowance);
}

void
allow_collect(struct arena *arena, const struct lines *lines, struct _xmlNode *file)
{
	size_t count = 0;

	for (size_t i = 1; i <= lines->count && count < ALLOWANCE_MOST; i++) {
		struct text line = lines_at(lines, i);
		size_t offset = comment_find(line);

		if (offset == line.size || text_first_bad(line) < line.size)
			continue;
		comment_take(arena, lines, i, offset, file);
		count++;
	}
}
