/* excerpt.h - the line that a diagnostic speaks of, with a caret under the words.
 *
 * Tabs are expanded, long lines are cut to a window round the caret, and what a
 * terminal could take for an order is shown as a dot.
 */
#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

#include "base/diag.h"
#include "base/lines.h"

struct files;

/* The lines of one file, found once. */
struct source {
	struct files *files;
	struct arena *arena;
	struct text path;
	struct lines lines;
};

/* The line of a place; false where it cannot be had. */
bool excerpt_find(struct source *, struct place, struct text *ret_line);

/* The part of the line round the place, without a line end, and the blanks and
 * carets that belong below it. */
void excerpt_print(struct text line, struct place, char caret, struct buffer *ret_line,
	struct buffer *ret_carets);

/* Text on one line, safe for a terminal, cut after `most` runes. */
void excerpt_plain(struct buffer *, struct text, size_t most);

#endif
