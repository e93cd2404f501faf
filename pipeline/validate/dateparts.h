/* dateparts.h - a date of any form taken apart.
 */
#ifndef VALIDATE_DATEPARTS_H
#define VALIDATE_DATEPARTS_H

#include <stdbool.h>

#include "base/text.h"

struct dateparts {
	int64_t numbers[3];
	size_t digits[3]; /* of each number */
	size_t count;     /* of numbers, one at least */
	int64_t month;    /* from a word, 1 to 12; 0 where there is none */
};

/* Up to three numbers and the name of a month, with signs between them.  False for
 * anything else. */
bool dateparts_take(struct text value, struct dateparts *ret_parts);

#endif
