/* values.h - what libxml2 says of the values of a record, in plain words. */
#ifndef VALIDATE_VALUES_H
#define VALIDATE_VALUES_H

#include "base/diag.h"

struct _xmlNode;
struct _xmlSchemaValidCtxt;
struct judge;
struct type;

/* Checks a record whose keys and shapes were checked and mended before; what was
 * blamed then is not blamed again.  The context serves all records of a run. */
void values_check(struct judge *, struct _xmlSchemaValidCtxt *, struct _xmlNode *root);

/* Starts the diagnostic of a wrong value: `"value" why "field" of record`. */
void values_complain(
	struct judge *, enum diag_code, const struct _xmlNode *, const char *why);

/* Says what is wrong with a date. */
void values_date_complain(struct judge *, const struct _xmlNode *, const struct type *);

#endif
