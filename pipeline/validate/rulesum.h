/* rulesum.h - decimal numbers added up exactly: 0.1 and 0.2 are 0.3. */
#ifndef VALIDATE_RULESUM_H
#define VALIDATE_RULESUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* whole + millionths / 1,000,000, where 0 <= millionths < 1,000,000. */
struct rulesum {
	int64_t whole, millionths;
};

/* Adds "-4.25".  False, and the sum is as it was, for what is no number with at most 15
 * digits before the point and 6 after it, and for more than any sum of records. */
bool rulesum_add(struct rulesum *, struct text number);

/* Below 0, 0, above 0 where a is less than b, as much, or more. */
int rulesum_compare(struct rulesum a, struct rulesum b);

#endif
