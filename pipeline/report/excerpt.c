#include "excerpt.h"

#include "base/arena.h"
#include "base/files.h"
#include "report/width.h"

enum {
	WINDOW = 100, /* columns */
	BEFORE = 30,  /* of them before the caret */
	TAB = 4,
	FILE_BYTES = 64 * 1024 * 1024,
	LINE_BYTES = 64 * 1024, /* a longer line is not looked through */
};

/* What was read from standard input is gone in a later process. */
static struct text
bytes_find(struct source *source, struct text path)
{
	struct text bytes = files_seen(source->files, path);
	struct diag_list *unheard;
	struct place nowhere = { .line = 0 };

	if (bytes.size || text_is(path, "-") || !files_exists(source->files, path))
		return bytes;
	unheard = diag_list_make(source->arena);
	if (!files_read(source->files, unheard, path, nowhere, FILE_BYTES, &bytes))
		return TEXT("");
	return bytes;
}

static void
source_open(struct source *source, struct text path)
{
	struct text bytes = bytes_find(source, path);

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		bytes = text_slice(bytes, 3, bytes.size);
	source->path = path;
	source->lines = lines_make(source->arena, bytes);
}

bool
excerpt_find(struct source *source, struct place at, struct text *ret_line)
{
	if (!text_equal(at.file, source->path))
		source_open(source, at.file);
	if (at.line == 0 || at.line > source->lines.count ||
		source->lines.bytes.size == 0)
		return false;
	*ret_line = lines_at(&source->lines, at.line);
	return ret_line->size <= LINE_BYTES;
}

/* The columns of the rune at `offset`, which begins at `column`. */
static size_t
rune_columns(uint32_t rune, size_t column)
{
	if (rune == '\t')
		return TAB - column % TAB;
	return width_is_unsafe(rune) ? 1 : width_of(rune);
}

/* The column, from 0, at which rune number `number`, from 1, begins. */
static size_t
column_find(struct text line, size_t number)
{
	size_t column = 0;
	uint32_t rune;

	for (size_t i = 0, n = 1; i < line.size && n < number; n++) {
		i += text_rune(line, i, &rune);
		column += rune_columns(rune, column);
	}
	return column;
}

static void
rune_print(struct buffer *buffer, uint32_t rune, size_t columns)
{
	if (rune == '\t')
		buffer_fill(buffer, ' ', columns);
	else if (width_is_unsafe(rune))
		buffer_string(buffer, "·");
	else
		buffer_rune(buffer, rune);
}

static void
columns_print(struct text line, size_t from, size_t to, struct buffer *buffer)
{
	size_t column = 0;
	uint32_t rune;

	for (size_t i = 0; i < line.size && column < to;) {
		size_t columns;

		i += text_rune(line, i, &rune);
		columns = rune_columns(rune, column);
		if (column >= from && column + columns <= to)
			rune_print(buffer, rune, columns);
		else if (column + columns > from)
			buffer_fill(buffer, ' ', 1);
		column += columns;
	}
}

/* Where a window begins that shows the caret and as much of the line as it can. */
static size_t
window_start(size_t caret, size_t columns)
{
	if (columns <= WINDOW || caret <= BEFORE)
		return 0;
	return caret - BEFORE + WINDOW > columns ? columns - WINDOW : caret - BEFORE;
}

void
excerpt_print(struct text line, struct place at, char caret, struct buffer *ret_line,
	struct buffer *ret_carets)
{
	size_t columns = column_find(line, SIZE_MAX);
	size_t first = column_find(line, at.column);
	size_t after = at.end > at.column ? column_find(line, at.end) : first;
	size_t from = window_start(first, columns), to = from + WINDOW;

	if (from)
		buffer_string(ret_line, "…");
	columns_print(line, from, to, ret_line);
	if (columns > to)
		buffer_string(ret_line, "…");
	if (at.column == 0)
		return;
	if (after > to)
		after = to;
	buffer_fill(ret_carets, ' ', first - from + (from > 0));
	buffer_fill(ret_carets, caret, after > first ? after - first : 1);
}

void
excerpt_plain(struct buffer *buffer, struct text text, size_t most)
{
	uint32_t rune;

	for (size_t i = 0; i < text.size; most--) {
		if (most == 0) {
			buffer_string(buffer, "…");
			return;
		}
		i += text_rune(text, i, &rune);
		rune_print(buffer, rune == '\t' || rune == '\n' ? ' ' : rune, 1);
	}
}
