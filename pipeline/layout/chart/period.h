/* period.h - dates as exact as they are known: a span of days.
 */
#ifndef LAYOUT_PERIOD_H
#define LAYOUT_PERIOD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;

/* How exactly a day is known. */
enum exactness { EXACT_DAY, EXACT_MONTH, EXACT_QUARTER, EXACT_YEAR };

/* Days are counted from 1 January 1970. */
struct period {
	int64_t from, to;             /* the first day and the last */
	enum exactness first, second; /* of the date that each is taken from */
	bool pair;                    /* these are two dates */
	bool about;                   /* not certain */
};

/* "2023", "2023-Q2", "2023-05", "2023-05-31", two of them with a slash between, and a
 * `~` or `?` before or behind where one is not certain.  Years have four digits. */
bool period_parse(struct text, struct period *ret_period);

/* The day of a date. */
int64_t period_day(int64_t year, int64_t month, int64_t day);

/* The year and the month that a day is in. */
void period_month(int64_t day, int64_t *ret_year, int64_t *ret_month);

/* "2023-05-31" */
struct text period_print_day(struct arena *, int64_t day);

#endif
