/* utf16.h - text from and to ICU, which speaks UTF-16. */
#ifndef COMPOSE_UTF16_H
#define COMPOSE_UTF16_H

#include <stdbool.h>
#include <unicode/utypes.h>

#include "base/text.h"

enum { UTF16_LONGEST = 256 }; /* units of a number or a date */

/* Adds `count` units, at most UTF16_LONGEST.  Thin spaces become plain ones, and narrow
 * ones that join become the wide one that does, so that who searches for the text finds
 * it. */
bool utf16_add(struct buffer *, const UChar *units, int32_t count);

#endif
