/* edits.h - fixes, made in the lines that they are for.
 *
 * It stands in base because two rooms need the same line: the letter that shows it,
 * and the command that writes it.
 */
#ifndef BASE_EDITS_H
#define BASE_EDITS_H

#include "base/text.h"

struct arena;
struct diag_fix;

/* The line, without its end, with the fixes made, which all are for it.  Of two that
 * overlap the one further left counts.  Sorts the fixes. */
struct text edits_line(
	struct arena *, struct text line, const struct diag_fix **fixes, size_t count);

#endif
