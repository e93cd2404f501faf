/* relay.h - pages on their way from the thread that makes them to the one that writes
 * them, while more are being made.
 *
 * Who makes pages may give them one by one, in order, as they are finished, and gives
 * the whole at the end.  Who takes them gets those first, then the whole, in which
 * nothing stands on the pages that were given before.  Where nothing was given all
 * pages are in the whole; so neither needs to know what the other can do.  Few pages
 * wait at a time: the quicker of the two waits for the other.
 */
#ifndef MODEL_RELAY_H
#define MODEL_RELAY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/pages.h"

struct relay;

/* A finished page, with as much of the whole as what stands on it asks for. */
struct leaf {
	struct page page;
	const struct tag *tags;
	const struct face *faces;
	size_t face_count;
	struct arena *arena; /* of what stands on the page: the taker closes it; NULL
			      * where that belongs to the whole */
};

/* The page of that index as a leaf of the whole. */
struct leaf relay_leaf(const struct pages *, size_t index);

/* Closed with the arena, when both threads are done with it. */
struct relay *relay_make(struct arena *);

/* For the thread that makes pages.  relay_end comes last, with NULL where the pages
 * could not be made. */
void relay_give(struct relay *, const struct leaf *);
void relay_end(struct relay *, const struct pages *);

/* For the thread that takes them: the next leaf; false when there are no more.  Then
 * the whole, or NULL. */
bool relay_take(struct relay *, struct leaf *ret_leaf);
const struct pages *relay_whole(const struct relay *);

#endif
