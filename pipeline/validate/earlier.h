/* earlier.h - records that rules met before, under keys of their own.
 *
 * Of each key the latest few are kept, so memory grows with the keys and not with the
 * records.
 */
#ifndef VALIDATE_EARLIER_H
#define VALIDATE_EARLIER_H

#include "validate/likeness.h"
#include "validate/spot.h"

struct arena;
struct earlier;

/* A record under the hash of a key; 64 bits are as good as the key itself. */
struct met {
	struct met *next; /* in the same slot, the latest first */
	uint64_t hash;
	struct spot spot;         /* of the record */
	struct spot words;        /* of a text in it, where the rule compares one */
	struct likeness likeness; /* of that text */
};

struct earlier *earlier_open(struct arena *);

/* Keeps a copy; the oldest of that key is forgotten for it. */
void earlier_add(struct earlier *, const struct met *);

/* The latest under a hash, and the one before it; NULL for none. */
const struct met *earlier_find(const struct earlier *, uint64_t hash);
const struct met *earlier_next(const struct met *);

#endif
