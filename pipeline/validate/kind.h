/* kind.h - a list, a group or a value where another of them belongs. */
#ifndef VALIDATE_KIND_H
#define VALIDATE_KIND_H

#include <stdbool.h>
#include <stddef.h>

struct _xmlNode;
struct field;
struct judge;
struct type;

/* Complains where the element has not the shape of its field, or no value. */
bool kind_is_wrong(struct judge *, const struct _xmlNode *, const struct field *);

/* Complains of a value with so many runes. */
void kind_too_long(
	struct judge *, const struct _xmlNode *, const struct type *, size_t runes);

#endif
