/* mention.h - the numbers and dates of a text, as people write them.
 *
 * "37,000", "4.5", "29 September 2023", "September 2023", "29 September", "2023-09-29".
 * What is part of a word or of a code is none: WUF12, COVID-19, 11.a, HS/018/22E.
 */
#ifndef COMPOSE_MENTION_H
#define COMPOSE_MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct months;

enum { MENTION_UNITS = 10000 }; /* to one: numbers have four decimals at most */

struct mention {
	size_t from, to; /* bytes of the text */
	bool is_date;
	int64_t number;  /* in ten-thousandths */
	int64_t date[3]; /* year, month, day; 0 for what is not said */
};

/* The names of the months in a language, as ICU has them. */
const struct months *months_make(struct arena *, struct text language);

/* The first mention at or after `from`; false where there is none. */
bool mention_next(const struct months *, struct text, size_t from, struct mention *);

#endif
