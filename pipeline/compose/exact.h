/* exact.h - numbers of the records, calculated with as they were written.
 *
 * A number is a count of millionths in 128 bits: records have at most 15 digits before
 * the point and 6 after it, and ten thousand million of the largest can be added up.
 * Nothing is rounded but where a function says so, and then a half goes away from 0, as
 * people do it.
 */
#ifndef COMPOSE_EXACT_H
#define COMPOSE_EXACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

__extension__ typedef __int128 exact; /* millionths */

enum { EXACT_PLACES = 6 }; /* after the point */

/* Reads "-4.25".  False for what is no number, or has too many digits. */
bool exact_parse(struct text, exact *ret_number);

/* Adds the number with at least `places` digits after the point, and no more than it
 * needs. */
void exact_print(struct buffer *, exact, int places);

exact exact_of(int64_t whole);

/* False, and *ret_… untouched, for more than can be held. */
bool exact_add(exact, exact, exact *ret_sum);
bool exact_multiply(exact, exact, exact *ret_product);

/* Divided and rounded to so many places.  False where `by` is 0, too. */
bool exact_divide(exact, exact by, int places, exact *ret_quotient);

/* Rounded to so many places. */
exact exact_round(exact, int places);

/* True, and *ret_whole set, for a whole number that 64 bits hold. */
bool exact_is_whole(exact, int64_t *ret_whole);

/* The shares of a hundred that the parts have in their sum, rounded to so many places
 * so that they add up to 100: those that lost most by being cut off get what is left,
 * of equal ones the first (largest remainder).  False where a part is negative, or
 * there is nothing to share. */
bool exact_apportion(
	struct arena *, const exact *parts, size_t count, int places, exact *shares);

#endif
