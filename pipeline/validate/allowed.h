/* allowed.h - takes back what a comment in the file allows. */
#ifndef VALIDATE_ALLOWED_H
#define VALIDATE_ALLOWED_H

#include <stddef.h>

struct _xmlNode;
struct allowed;
struct arena;
struct judge;

struct allowed *allowed_open(struct arena *);

/* Keeps the allowances in a file with the lines that each covers.  Of a file that comes
 * in portions each is kept with its own. */
void allowed_keep(struct allowed *, const struct judge *, const struct _xmlNode *file);

/* Drops the diagnostics from `from` on that are allowed at the record or key they are
 * about, and complains of allowances without a reason and of those for nothing. */
void allowed_apply(const struct allowed *, struct judge *, size_t from);

#endif
