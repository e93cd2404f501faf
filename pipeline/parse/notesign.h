/* notesign.h - the signs of notes, `[^name]`, carried past cmark.
 *
 * cmark takes `[^name]: word` for the definition of a link and `[a [^b] c](url)` for
 * two brackets too many.  So in the text that it reads the brackets of such signs are
 * other characters: one that is punctuation, as a bracket is, and one that no text has.
 * No byte moves.
 */
#ifndef PARSE_NOTESIGN_H
#define PARSE_NOTESIGN_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* The text with its signs masked; the text itself where it has none. */
struct text notesign_mask(struct arena *, struct text markdown);

/* What stood there, where it is no note: in code, in addresses. */
struct text notesign_restore(struct arena *, struct text masked);

/* The next sign in a masked text, at or after `from`: where it begins and ends, and the
 * name in it.  False when there is none. */
bool notesign_find(struct text masked, size_t from, size_t *ret_at, size_t *ret_end,
	struct text *ret_name);

#endif
