/* valuewords.h - what is said of a value that does not fit its type, and what was
 * probably meant.
 */
#ifndef VALIDATE_VALUEWORDS_H
#define VALIDATE_VALUEWORDS_H

#include "base/diag.h"

struct _xmlNode;
struct judge;
struct type;

/* Starts the diagnostic of a wrong value: `"value" why "field" of record`. */
void valuewords_complain(
	struct judge *, enum diag_code, const struct _xmlNode *, const char *why);

/* Says what is wrong with a value that does not fit its type. */
void valuewords_explain(struct judge *, const struct _xmlNode *, const struct type *);

#endif
