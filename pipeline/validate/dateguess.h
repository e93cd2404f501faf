/* dateguess.h - what is wrong with a date, and which one was probably meant.
 */
#ifndef VALIDATE_DATEGUESS_H
#define VALIDATE_DATEGUESS_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

struct dateguess {
	struct text label; /* "there is no month 13"; may be empty */
	struct text help;  /* "write 2023-05-06"; may be empty */
	struct text mend;  /* "2023-05-06", where nothing else can be meant */
};

/* False when the value looks like no date at all. */
bool dateguess_make(struct arena *, struct text value, struct dateguess *ret_guess);

#endif
