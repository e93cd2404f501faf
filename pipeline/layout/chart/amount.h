/* amount.h - numbers as people write them, exact: digits and how many of them stand
 * behind the decimal mark.
 */
#ifndef LAYOUT_AMOUNT_H
#define LAYOUT_AMOUNT_H

#include <stdint.h>

#include "base/text.h"

struct arena;

enum { AMOUNT_DIGITS = 15 }; /* that a number may have */

enum amount_kind {
	AMOUNT_NONE, /* nothing, or a sign that a number is not there */
	AMOUNT_NUMBER,
	AMOUNT_WORDS, /* something else */
};

struct amount {
	int64_t digits;
	int places; /* 0 to AMOUNT_DIGITS */
};

/* Reads "1,200", "1 200,5", "−3.25 %" or "٤١"; blanks, apostrophes and marks between
 * groups of three digits divide thousands.  A lone point or comma before three digits
 * means what `mark` says: it is the decimal mark of the language or it divides
 * thousands.  *ret_amount is set for a number only. */
enum amount_kind amount_parse(struct text, char mark, struct amount *ret_amount);

/* The same number with so many places: what does not fit is rounded off, or cut to
 * what has AMOUNT_DIGITS at most. */
int64_t amount_scaled(struct amount, int places);

/* The text of a scaled number, with a point: "-3.25"; no zeros at its end. */
struct text amount_print(struct arena *, int64_t scaled, int places);

#endif
