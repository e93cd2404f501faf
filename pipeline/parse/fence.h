/* fence.h - fences that plgs gives a meaning to: ```note and its like.
 *
 * Elsewhere they are blocks of code, and readable.
 */
#ifndef PARSE_FENCE_H
#define PARSE_FENCE_H

#include <stdbool.h>

#include "base/text.h"

struct cmark_node;
struct conversion;

/* A fence that has been opened: what stands on its first line behind the name, and its
 * lines with the place of the first. */
struct fence {
	struct text words, lines;
	int line;
	size_t offset; /* in bytes, of every line */
};

/* True when a block of code was such a fence: what it means has been added to what is
 * open.  A name that is nearly one of ours is said. */
bool fence_take(struct conversion *, struct cmark_node *code);

#endif
