/* tries.h - ways to mend a line that libyaml cannot read.
 */
#ifndef READ_TRIES_H
#define READ_TRIES_H

#include "base/diag.h"

struct mended;

/* A way to mend a line: the number of lines changed, each once and this one first, or
 * 0 where there is nothing that it could change. */
typedef size_t tries_way(struct mended *, size_t line);

/* More than any row has. */
enum { TRIES_MOST = 10 };

/* The ways for a diagnostic, the likeliest first, up to a NULL. */
tries_way *const *tries_for(enum diag_code);

/* The ways for the line above the one that was blamed. */
extern tries_way *const tries_above[];

/* The ways to give up a line, or its value, so that its record can be read. */
extern tries_way *const tries_lose[];

#endif
