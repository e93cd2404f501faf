#include <string.h>

#include "base/arena.h"
#include "escape.h"

enum { NESTED = 3 }; /* markup inside each other */

/* A line of which everything before `done` has been added. */
struct markup {
	struct buffer *buffer;
	struct text line;
	size_t done;
	size_t depth;
	bool in_link;
};

static void line_add(struct buffer *, struct text line, size_t depth, bool in_link);

/* True for the edge of a word: what is neither letter, digit nor part of a rune. */
static bool
is_edge(struct text line, size_t offset)
{
	unsigned char byte;

	if (offset >= line.size)
		return true;
	byte = (unsigned char)line.at[offset];
	return byte < 0x80 && !(byte >= '0' && byte <= '9') &&
	       !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

static size_t
run_size(struct text line, size_t offset)
{
	size_t size = 0;

	while (offset + size < line.size && line.at[offset + size] == line.at[offset])
		size++;
	return size;
}

static void
plain_add(struct markup *markup, size_t to)
{
	escape_line(markup->buffer, text_slice(markup->line, markup->done, to));
	markup->done = to;
}

/* Where a run of the same size closes what begins at `from`, or the size. */
static size_t
close_find(struct text line, size_t from, char mark, size_t size)
{
	for (size_t i = from; i < line.size; i++) {
		size_t run;

		if (line.at[i] == '\\')
			i++;
		else if (line.at[i] == mark) {
			run = run_size(line, i);
			if (run == size && line.at[i - 1] != ' ' && i > from &&
				is_edge(line, i + run))
				return i;
			i += run - 1;
		}
	}
	return line.size;
}

/* *emphasis*, _emphasis_ and **strong emphasis**. */
static bool
emphasis_take(struct markup *markup, size_t start)
{
	struct text line = markup->line;
	size_t size = run_size(line, start), inner = start + size, end;

	if (size > 2 || (line.at[start] == '_' && size > 1) || inner >= line.size ||
		line.at[inner] == ' ' || (start > 0 && !is_edge(line, start - 1)))
		return false;
	end = close_find(line, inner, line.at[start], size);
	if (end == line.size)
		return false;
	plain_add(markup, start);
	buffer_fill(markup->buffer, '*', size);
	line_add(markup->buffer, text_slice(line, inner, end), markup->depth + 1,
		markup->in_link);
	buffer_fill(markup->buffer, '*', size);
	markup->done = end + size;
	return true;
}

/* [words](https://…) */
static bool
link_take(struct markup *markup, size_t start)
{
	struct text line = markup->line;
	size_t close = text_find(line, ']', start + 1), end;
	struct buffer address = buffer_make(markup->buffer->arena);

	if (markup->in_link || close + 1 >= line.size || line.at[close + 1] != '(' ||
		close == start + 1 || text_find(line, '[', start + 1) < close)
		return false;
	end = text_find(line, ')', close + 2);
	if (end == line.size || !escape_url(&address, text_slice(line, close + 2, end)))
		return false;
	plain_add(markup, start);
	buffer_byte(markup->buffer, '[');
	line_add(markup->buffer, text_slice(line, start + 1, close), markup->depth + 1,
		true);
	buffer_string(markup->buffer, "](");
	buffer_add(markup->buffer, buffer_text(&address));
	buffer_byte(markup->buffer, ')');
	markup->done = end + 1;
	return true;
}

/* \* is a star. */
static bool
backslash_take(struct markup *markup, size_t start)
{
	struct text line = markup->line;

	if (start + 1 >= line.size || !strchr("\\*_[]()", line.at[start + 1]))
		return false;
	plain_add(markup, start);
	escape_line(markup->buffer, text_slice(line, start + 1, start + 2));
	markup->done = start + 2;
	return true;
}

static void
line_add(struct buffer *buffer, struct text line, size_t depth, bool in_link)
{
	struct markup markup = {
		.buffer = buffer, .line = line, .depth = depth, .in_link = in_link
	};
	size_t i = 0;

	while (i < line.size) {
		char byte = line.at[i];
		bool taken = byte == '\\' && backslash_take(&markup, i);

		if (!taken && depth < NESTED && (byte == '*' || byte == '_'))
			taken = emphasis_take(&markup, i);
		if (!taken && depth < NESTED && byte == '[')
			taken = link_take(&markup, i);
		if (taken)
			i = markup.done;
		else if (byte == '*' || byte == '_')
			i += run_size(line, i);
		else
			i++;
	}
	plain_add(&markup, line.size);
}

void
escape_markup(struct buffer *buffer, struct text text)
{
	line_add(buffer, escape_fold(buffer->arena, text), 0, false);
}
