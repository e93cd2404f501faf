/* calendar.h - which dates there are, and how they are written.
 */
#ifndef VALIDATE_CALENDAR_H
#define VALIDATE_CALENDAR_H

#include <stdbool.h>

#include "base/text.h"

bool calendar_has_month(int64_t month);
bool calendar_has_day(int64_t year, int64_t month, int64_t day);

/* Days of a month that there is. */
int64_t calendar_days(int64_t year, int64_t month);

/* True for a year, a month, a quarter or a day that exists, with ~ or ? after it or
 * not. */
bool calendar_has_single(struct text value);

/* The same, or two of them with a slash between.  Which of these forms a field may have
 * is left to XSD. */
bool calendar_has(struct text value);

/* Finds the slash between two dates. */
bool calendar_cut(struct text value, size_t *ret_slash);

#endif
