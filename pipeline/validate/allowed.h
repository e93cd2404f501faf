/* allowed.h - takes back what a comment in the file allows. */
#ifndef VALIDATE_ALLOWED_H
#define VALIDATE_ALLOWED_H

#include <stddef.h>

struct judge;
struct records;

/* Drops the diagnostics from `from` on that are allowed at the record or key they are
 * about, and complains of allowances without a reason and of those for nothing. */
void allowed_apply(struct judge *, const struct records *, size_t from);

#endif
