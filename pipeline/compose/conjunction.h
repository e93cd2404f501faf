/* conjunction.h - what stands between the things of a list: "A, B and C". */
#ifndef COMPOSE_CONJUNCTION_H
#define COMPOSE_CONJUNCTION_H

#include <stdbool.h>

#include "base/text.h"

/* Before the second of two, before the second of more, before those after it, and
 * before the last. */
struct conjunction {
	struct text pair, start, middle, end;
};

/* As the language joins things by "and" or by "or".  `last` is how the last of them
 * begins: Spanish looks at it. */
struct conjunction conjunction_make(
	struct arena *, struct text language, bool is_or, struct text last);

/* True for languages in which the last thing counts. */
bool conjunction_wants_last(struct text language);

/* What stands before the thing at `index`. */
struct text conjunction_before(const struct conjunction *, size_t index, size_t count);

#endif
