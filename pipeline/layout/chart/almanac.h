/* almanac.h - dates and numbers that a chart itself says, in a language.
 */
#ifndef LAYOUT_ALMANAC_H
#define LAYOUT_ALMANAC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct period;

/* How much of a date is said. */
enum almanac_form {
	ALMANAC_DAY,     /* 31 May 2023 */
	ALMANAC_MONTH,   /* May 2023 */
	ALMANAC_QUARTER, /* Q2 2023 */
	ALMANAC_YEAR,    /* 2023 */
	ALMANAC_NAME,    /* May */
};

/* A day, whose year is of four digits; "2023-05-31" where the language is not known. */
struct text almanac_day(
	struct arena *, struct text language, int64_t day, enum almanac_form);

/* A period: "31 May 2023", "5–6 Oct 2022", "May 2023 – Q3 2023", "~2023". */
struct text almanac_period(struct arena *, struct text language, const struct period *);

/* A number like "-1234.5" with the marks of the language, in the digits that most
 * readers know, or in those of the language where `own` says so. */
struct text almanac_number(
	struct arena *, struct text language, struct text number, bool own);

#endif
