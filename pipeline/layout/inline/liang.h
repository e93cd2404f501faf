/* liang.h - where words may be divided, as patterns say it (Liang, 1983).
 *
 * A pattern is a stretch of letters with digits between them; of all digits that the
 * patterns in a word put at a place the highest counts, and an odd one lets the word be
 * divided there.  The files are those of libhyphen: before a line NEXTLEVEL stand the
 * patterns that part a compound, after it those that divide the parts.  A pattern that
 * would have letters change at the hyphen forbids it.
 *
 * libhyphen itself takes, of the patterns that end at a place, only the longest, so
 * that it finds all of them only in files that were prepared for it, and to read a file
 * takes it a fifth of what a report of ten pages takes as a whole.
 */
#ifndef LAYOUT_LIANG_H
#define LAYOUT_LIANG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct liang;

enum { LIANG_WORD = 128 }; /* bytes of a word, at most */

/* Reads patterns in UTF-8, one to a line; nothing of the text is borrowed. */
struct liang *liang_read(struct arena *, struct text patterns);

/* Sets for each byte of a word in lower case whether there may be a hyphen before it.
 */
void liang_mark(const struct liang *, struct text word, bool *ret_marks);

#endif
