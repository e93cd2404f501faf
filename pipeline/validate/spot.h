/* spot.h - where an element stands that need not be in memory.
 */
#ifndef VALIDATE_SPOT_H
#define VALIDATE_SPOT_H

#include <stdint.h>

struct _xmlNode;

struct spot {
	uint32_t portion;      /* the number of its portion */
	uint32_t line, column; /* of its key, or of the dash before it */
	struct _xmlNode *node; /* good while its portion is in memory; may be NULL */
};

/* The spot of an element that is in memory. */
struct spot spot_of(uint32_t portion, struct _xmlNode *);

#endif
