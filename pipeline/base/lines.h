/* lines.h - the lines of a text, found once.
 *
 * A line ends with LF, CR LF or CR.  After the last line end there is one more line,
 * which may be empty.
 */
#ifndef BASE_LINES_H
#define BASE_LINES_H

#include "base/text.h"

struct arena;

struct lines {
	struct text bytes; /* borrowed */
	size_t *starts;    /* offsets, one for each line */
	size_t count;
};

struct lines lines_make(struct arena *, struct text bytes);

/* A line, counted from 1, without its end; empty beyond the last. */
struct text lines_at(const struct lines *, size_t line);

/* The same with its end. */
struct text lines_whole(const struct lines *, size_t line);

/* The offset in bytes of a column, counted in runes from 1; at most line.size. */
size_t lines_offset(struct text line, size_t column);

/* The column of an offset. */
uint32_t lines_column(struct text line, size_t offset);

#endif
