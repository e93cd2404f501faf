/* positions.h - the lines of the Markdown and the places they came from.
 *
 * cmark counts lines from 1 and columns from 1 in bytes.  Here they become places
 * in the files people wrote: through the source map where there is one, else in
 * the Markdown itself.
 */
#ifndef PARSE_POSITIONS_H
#define PARSE_POSITIONS_H

#include "base/diag.h"
#include "base/lines.h"

struct arena;
struct sourcemap;

/* Where a line of a text that was put together comes from. */
struct origin {
	int line;  /* of the Markdown */
	int shift; /* what its columns have to be added */
};

struct positions {
	struct text name;             /* of the Markdown, borrowed */
	struct lines lines;           /* of the Markdown, which is borrowed */
	const struct sourcemap *map;  /* borrowed; may be NULL */
	struct lines read;            /* of what cmark reads now */
	const struct origin *origins; /* of those lines; NULL: it is the Markdown */
	int last_line;                /* what was asked last */
	size_t last_bytes, last_runes;
	int place_line;        /* of the place that was asked last */
	int shift_line, shift; /* what was settled last */
	int skipped;           /* line ends that cmark did not count */
	int skip_line, skip_bytes;
};

/* Line ends are those of CommonMark: LF, CR LF and CR. */
struct positions positions_make(struct arena *, struct text name, struct text markdown,
	const struct sourcemap *map);

/* From now on cmark reads another text, whose lines come from those of the Markdown.
 * `origins`, one for each line, is borrowed; NULL where they are the same lines. */
void positions_turn(
	struct positions *, struct lines read, const struct origin *origins);

/* Where a point of what is read now stands in the Markdown. */
struct origin positions_origin(const struct positions *, int line, int column);

/* The place of a line and a column.  *ret_record, if wanted, says that the text
 * there came from a record and not from somebody's Markdown. */
struct place positions_place(
	struct positions *, int line, int column, bool *ret_record);

/* Tells where a text on a line really stands: cmark's columns are off by the same
 * number of bytes for a whole line of a paragraph that is indented or lazy.  The
 * first text settles it for the line. */
void positions_settle(struct positions *, int line, int column, struct text literal);

/* The byte of what is read now at a point that cmark reports; 0 where there is none. */
char positions_byte(const struct positions *, int line, int column);

/* A hard line break: where a backslash made it, cmark goes on counting columns on the
 * line before.  A new block begins afresh. */
void positions_break(struct positions *);
void positions_begin(struct positions *);

#endif
