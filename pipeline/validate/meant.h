/* meant.h - the code that somebody meant who wrote something else. */
#ifndef VALIDATE_MEANT_H
#define VALIDATE_MEANT_H

#include "base/text.h"

struct code;
struct codelist;

struct meant {
	const struct code *code; /* NULL where nothing is near, or several are */
	bool is_sure;            /* it is a name of that code */
};

/* "France" means FR, "11.1.a" perhaps 11.a. */
struct meant meant_find(const struct codelist *, struct text value);

#endif
