/* shelf.h - the portions of records that are in memory, and the way back to the others.
 *
 * Portions are put here in their order and dropped when their round is over, but for
 * reports and the registers that come first, since everybody asks for them.  An element
 * of a dropped one is brought back by reading its record once more; so memory does not
 * grow with the records that others refer to.
 */
#ifndef VALIDATE_SHELF_H
#define VALIDATE_SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include "validate/spot.h"

struct arena;
struct records;
struct shelf;

struct shelf_setup {
	/* Reads the record on a line of a portion again, in the arena. */
	struct records *(*bring)(
		void *owner, uint32_t portion, uint32_t line, struct arena *);
	void *owner;
	size_t room; /* bytes of portions that stay, as they were typed */
};

/* The arena draws on the same budget as those of the records. */
struct shelf *shelf_open(struct arena *, const struct shelf_setup *);
void shelf_close(struct shelf *);

/* The next portion is there, as this file. */
void shelf_enter(struct shelf *, struct _xmlNode *file);

/* Takes over its arena; it took so many bytes when it was typed.  One that others will
 * ask for stays, as far as there is room. */
void shelf_add(
	struct shelf *, uint32_t portion, struct arena *, size_t bytes, bool stays);

/* Drops what does not stay.  No other thread may hold an element then. */
void shelf_trim(struct shelf *);

/* The element at a spot; NULL where its file has changed meanwhile.  Several threads
 * may ask at the same time. */
struct _xmlNode *shelf_find(struct shelf *, const struct spot *);

#endif
