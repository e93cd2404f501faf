/* codes.h - values that must stand in a list of codes, and hold at the time. */
#ifndef VALIDATE_CODES_H
#define VALIDATE_CODES_H

#include <stdbool.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct codes;
struct diag_list;
struct job;
struct judge;
struct type;

/* Lists are opened as they are needed, in the arena. */
struct codes *codes_start(struct job *, struct arena *, struct diag_list *);

/* Complains, and is false, where the value is none of its type's list, or the code does
 * not hold at the time of the record.  A list that cannot be opened is told once, and
 * its values are taken for right. */
bool codes_check(struct judge *, const struct _xmlNode *, const struct type *);

/* The code in the list of that name which `word` is, or is the name of; empty for none.
 * Capitals do not count, and a hyphen is as good as a blank. */
struct text codes_named(struct codes *, struct text list, struct text word);

#endif
