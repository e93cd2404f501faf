/* lines.h - the lines of a file, found once.
 *
 * A line ends with LF, CR LF or CR, as libyaml sees it once the scan has refused
 * the other line ends of Unicode.
 */
#ifndef READ_LINES_H
#define READ_LINES_H

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

/* The offset in bytes of a column, counted in runes from 1; at most line.size. */
size_t lines_offset(struct text line, size_t column);

/* The column of an offset. */
uint32_t lines_column(struct text line, size_t offset);

/* Spaces at the start of a line. */
size_t lines_indent(struct text line);

#endif
