/* paste.h - the line that a letter gives to paste, indented as it is to stand. */
#ifndef REPORT_PASTE_H
#define REPORT_PASTE_H

#include "report/excerpt.h"

/* The line of a diagnostic with all its fixes made, of which some may be others': two
 * pastes of one line must not undo each other.  `items` are those of the file, by line.
 * False where there is no fix. */
bool paste_mended(struct source *, const struct diag *items, size_t count,
	const struct diag *, struct text *ret_line);

/* The line that the help of a diagnostic proposes, to go in below the line that it
 * blames.  False where it would part what belongs together. */
bool paste_added(struct source *, const struct diag *, struct text *ret_line);

/* A record is blamed at the dash with which it begins: that line tells nothing. */
bool paste_is_dash(struct text line, struct place);

#endif
