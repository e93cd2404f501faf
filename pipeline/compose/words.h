/* words.h - numbers as the United Nations write them in running text.
 *
 * Decimals are texts like "-1234.50", printed with all their digits.  Every function
 * adds to the buffer, or returns false where ICU does not know how.
 */
#ifndef COMPOSE_WORDS_H
#define COMPOSE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct formats;

/* Below ten in words, from ten on in figures, grouped as the language does it. */
bool words_print(struct buffer *, int64_t number, struct formats *);

/* In figures. */
bool words_figures(struct buffer *, struct text decimal, struct formats *);

/* A large number with its unit in words: "1.25 million". */
bool words_compact(struct buffer *, struct text decimal, struct formats *);

/* "third", from ten on "12th". */
bool words_ordinal(struct buffer *, int64_t number, struct formats *);

/* The text with a capital at its beginning; always adds it. */
void words_capital(struct buffer *, struct text, struct formats *);

/* The plural form that the number takes: one of zero, one, two, few, many, other
 * (CLDR). */
bool words_plural(
	struct arena *, struct text decimal, struct formats *, struct text *ret_form);

#endif
