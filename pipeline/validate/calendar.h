/* calendar.h - what is wrong with a date, and which one was probably meant. */
#ifndef VALIDATE_CALENDAR_H
#define VALIDATE_CALENDAR_H

#include "base/text.h"

struct arena;

struct calendar_words {
	struct text label; /* "there is no month 13"; may be empty */
	struct text help;  /* "write 2023-05-06"; may be empty */
	struct text mend;  /* "2023-05-06", where nothing else can be meant */
};

/* True for a year, a month, a quarter or a day that exists, each with ~ or ? after it
 * or not, and for two of them with a slash between.  Which of these forms a field may
 * have is left to XSD. */
bool calendar_has(struct text value);

/* False when the value looks like no date at all. */
bool calendar_explain(
	struct arena *, struct text value, struct calendar_words *ret_words);

#endif
