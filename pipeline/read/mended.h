/* mended.h - a file with some of its lines changed, so that it can be read on.
 *
 * The number of lines stays, and every column of a changed line leads back to the
 * column that was typed.  What is read of the mended text is told at its typed place;
 * nothing of it is ever written anywhere.
 */
#ifndef READ_MENDED_H
#define READ_MENDED_H

#include "base/lines.h"

struct mended;

/* Nothing is changed yet.  `typed` is borrowed and outlives the result. */
struct mended *mended_make(struct arena *, const struct lines *typed);

/* The number of lines. */
size_t mended_count(const struct mended *);

/* A line as it is now, without its end. */
struct text mended_line(const struct mended *, size_t line);

/* Puts `text` (kept) in place of the bytes from..to of the line as it is now. */
void mended_replace(
	struct mended *, size_t line, size_t from, size_t to, struct text text);

/* Takes back the last change of the line. */
void mended_undo(struct mended *, size_t line);

/* An entry, and a key with its value, of which nothing could be read: an alias is
 * refused wherever it was typed, so that it can be the sign. */
#define MENDED_LOST_ENTRY "- *lost"
#define MENDED_LOST_PAIR "*lost : *lost"

/* Gives up the lines first..last; the sign stands in their place. */
void mended_lose(struct mended *, size_t first, size_t last, const char *sign);

/* True where an alias on the line is such a sign. */
bool mended_is_lost(const struct mended *, size_t line);

/* The column that was typed, for a column of the line as it is now. */
uint32_t mended_column(const struct mended *, size_t line, uint32_t column);

/* The lines first..last with their ends, as they are now; lives in `arena`. */
struct text mended_text(
	const struct mended *, struct arena *, size_t first, size_t last);

#endif
