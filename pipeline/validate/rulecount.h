/* rulecount.h - numbers in English prose, and the lists that they announce. */
#ifndef VALIDATE_RULECOUNT_H
#define VALIDATE_RULECOUNT_H

#include "base/text.h"

/* "Five countries" where "Five countries take part: Azerbaijan, Cambodia and Egypt."
 * names another number of them.  Empty where the number is right, and wherever there is
 * a doubt: a name with an "of" may hold commas and an "and" of its own. */
struct text rulecount_find(struct text);

#endif
