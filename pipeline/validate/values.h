/* values.h - whether the values of a record fit their types, which libxml2 knows. */
#ifndef VALIDATE_VALUES_H
#define VALIDATE_VALUES_H

#include <stdbool.h>

#include "base/text.h"

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

/* Whether a short text would be a value of the type.  Nothing is said, and lists of
 * codes are not asked. */
bool values_fit(struct judge *, const struct type *, struct text value);

#endif
