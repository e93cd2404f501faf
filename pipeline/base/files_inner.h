/* files_inner.h - what the parts of files share.
 */
#ifndef BASE_FILES_INNER_H
#define BASE_FILES_INNER_H

#include <stdbool.h>
#include <threads.h>

#include "base/diag.h"
#include "base/text.h"

struct arena;

enum { BUCKETS = 1 << 12 };

struct held {
	struct held *next; /* in its bucket */
	struct text path, bytes;
};

struct root {
	struct root *next;
	struct text real; /* no slash at the end, "" for the root of all */
};

struct files {
	struct arena *arena;
	mtx_t lock;                 /* around the arena and what is held */
	struct held *held[BUCKETS]; /* by the hash of the path */
	struct root *roots;
};

/* A path without links, dots and slashes too many; empty, with errno, where there is
 * none. */
struct text path_real(struct arena *, struct text path);

/* Whether such a path lies below a root. */
bool path_allowed(const struct files *, struct text real);

/* What is held under a path, or NULL.  The caller has the lock. */
const struct held *held_find(const struct files *, struct text path);

/* Says so, and why; always false. */
bool cannot_open(
	struct diag_list *, struct text path, struct place asked, const char *why);

#endif
