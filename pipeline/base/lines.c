#include "lines.h"

#include <string.h>

#include "base/arena.h"

/* The offset of the first CR or LF at or after `from`, or the size. */
static size_t
end_find(struct text bytes, size_t from)
{
	const char *feed = memchr(bytes.at + from, '\n', bytes.size - from);
	size_t end = feed ? (size_t)(feed - bytes.at) : bytes.size;
	const char *back = memchr(bytes.at + from, '\r', end - from);

	return back ? (size_t)(back - bytes.at) : end;
}

struct lines
lines_make(struct arena *arena, struct text bytes)
{
	struct lines lines = { .bytes = bytes };
	size_t room = 0, start = 0, end = 0;

	while (start <= bytes.size) {
		lines.starts = arena_room(
			arena, lines.starts, lines.count, &room, sizeof *lines.starts);
		lines.starts[lines.count++] = start;
		end = start < bytes.size ? end_find(bytes, start) : start;
		start = end + 1;
		if (start < bytes.size && bytes.at[end] == '\r' &&
			bytes.at[start] == '\n')
			start++;
	}
	return lines;
}

struct text
lines_whole(const struct lines *lines, size_t line)
{
	if (line == 0 || line > lines->count)
		return TEXT("");
	return text_slice(lines->bytes, lines->starts[line - 1],
		line < lines->count ? lines->starts[line] : lines->bytes.size);
}

struct text
lines_at(const struct lines *lines, size_t line)
{
	struct text whole = lines_whole(lines, line);

	if (whole.size && whole.at[whole.size - 1] == '\n')
		whole.size--;
	if (whole.size && whole.at[whole.size - 1] == '\r')
		whole.size--;
	return whole;
}

size_t
lines_offset(struct text line, size_t column)
{
	size_t offset = 0;
	uint32_t rune;

	for (size_t i = 1; i < column && offset < line.size; i++)
		offset += text_rune(line, offset, &rune);
	return offset;
}

uint32_t
lines_column(struct text line, size_t offset)
{
	return (uint32_t)text_length(text_slice(line, 0, offset)) + 1;
}
