/* balance.h - columns side by side, as even as can be.
 */
#ifndef LAYOUT_BALANCE_H
#define LAYOUT_BALANCE_H

#include <stddef.h>
#include <stdint.h>

struct paging;

/* A column may end here. */
struct stop {
	uint32_t good, any; /* the last such item up to here; 0: none */
	int64_t tail;       /* the height of what is left of the passage */
};

/* What stands in columns, between the items `open` and `close`. */
struct passage {
	size_t open, close;
	size_t columns;
	struct stop *stops; /* of the items from `open` to `close` */
};

/* Adds the passage that begins with an item, and measures it once all spots up to its
 * end are known. */
void balance_open(struct paging *, size_t open);
void balance_close(struct paging *, size_t close);

/* The least height, of `least` or more, in which what stands from `start` up to `to`
 * fits into the columns, when none ends where it should not. */
int64_t balance_height(const struct paging *, const struct passage *, size_t start,
	size_t to, int64_t least);

/* The items before which columns end, one less than there are columns; those that stay
 * empty end with `to`. */
void balance_ends(const struct paging *, const struct passage *, size_t start,
	size_t to, size_t *ret_ends);

#endif
