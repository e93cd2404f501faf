/* date.h - dates of the records, as exact as they are known, in words. */
#ifndef COMPOSE_DATE_H
#define COMPOSE_DATE_H

#include <stdbool.h>

#include "base/text.h"

struct formats;

/* Adds "2023", "2023-Q2", "2023-06", "2023-06-05", each with ~ (about) or ? (not
 * certain), or two of them with a slash between, as the language writes it: "5–9 June
 * 2023".  One half of two may be empty.  `about` is what the language says of ~, with
 * {0} for the date.  False, and nothing added, when it is no date. */
bool date_print(struct buffer *, struct text date, struct formats *, struct text about);

#endif
