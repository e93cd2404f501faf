/* values.h - what libxml2 says of the values of a record, in plain words. */
#ifndef VALIDATE_VALUES_H
#define VALIDATE_VALUES_H

#include <stdbool.h>

#include "base/diag.h"

struct _xmlNode;
struct _xmlSchema;
struct arena;
struct judge;
struct type;
struct values;

/* The schema is borrowed until the end. */
struct values *values_start(struct arena *, struct _xmlSchema *);
void values_end(struct values *);

/* Complains, and is false, where the value is none of its type. */
bool values_check(struct judge *, const struct _xmlNode *, const struct type *);

/* Starts the diagnostic of a wrong value: `"value" why "field" of record`. */
void values_complain(
	struct judge *, enum diag_code, const struct _xmlNode *, const char *why);

#endif
