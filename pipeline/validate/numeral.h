/* numeral.h - the number that was meant where more than digits were typed.
 */
#ifndef VALIDATE_NUMERAL_H
#define VALIDATE_NUMERAL_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

struct numeral {
	struct text
		digits;   /* "1200000" for 1,200,000; empty where no number is meant */
	struct text rest; /* "people" of 450 people, "~" of ~450; borrowed */
	bool is_sure;     /* nothing else can be meant */
};

struct numeral numeral_read(struct arena *, struct text value);

#endif
