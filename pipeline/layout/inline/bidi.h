/* bidi.h - which way the parts of a paragraph run (UAX #9, by ICU).
 */
#ifndef LAYOUT_BIDI_H
#define LAYOUT_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* Whether the lines of a text run from right to left: as its language does, unless all
 * of its letters run the other way, or, for a language that runs from left to right,
 * almost all. */
bool bidi_is_rtl(struct text, bool language_rtl);

/* A part of the text that is an embedding of its own, like code or words in another
 * language: what is around it is ordered as if one neutral sign stood there. */
struct bidi_isolate {
	size_t from, to; /* bytes */
	bool rtl;
};

/* The embedding level of each byte, in the arena; NULL where all are 0.  The isolates
 * follow each other. */
const uint8_t *bidi_levels(struct arena *, struct text, bool rtl,
	const struct bidi_isolate *, size_t isolate_count);

/* For the parts of a line the index of each from left to right, given their levels
 * in reading order. */
void bidi_order(const uint8_t *levels, size_t count, int32_t *ret_order);

#endif
