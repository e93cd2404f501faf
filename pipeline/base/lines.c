#include "lines.h"

#include "base/arena.h"

struct lines
lines_make(struct arena *arena, struct text bytes)
{
	struct lines lines = { .bytes = bytes };
	size_t room = 0;

	for (size_t start = 0, i = 0; i <= bytes.size; i++) {
		if (i < bytes.size && bytes.at[i] != '\n' && bytes.at[i] != '\r')
			continue;
		lines.starts = arena_room(
			arena, lines.starts, lines.count, &room, sizeof *lines.starts);
		lines.starts[lines.count++] = start;
		if (i + 1 < bytes.size && bytes.at[i] == '\r' &&
			bytes.at[i + 1] == '\n')
			i++;
		start = i + 1;
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

	if (text_ends(whole, TEXT("\r\n")))
		return text_slice(whole, 0, whole.size - 2);
	if (text_ends(whole, TEXT("\n")) || text_ends(whole, TEXT("\r")))
		return text_slice(whole, 0, whole.size - 1);
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
