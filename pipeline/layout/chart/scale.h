/* scale.h - values on a line: where each stands, and round ends and steps for it.
 */
#ifndef LAYOUT_SCALE_H
#define LAYOUT_SCALE_H

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

/* Values from low to high, over a stretch of paper. */
struct scale {
	int64_t low, high; /* of at most 18 digits; low <= high */
	length size;
};

/* How far a value is from the start of the stretch, which it never leaves.  Where all
 * values are the same it is 0. */
length scale_place(const struct scale *, int64_t value);

/* Round values: 1, 2 or 5 times a power of ten apart. */
struct ticks {
	int64_t first, step;
	size_t count; /* at least 2 */
};

/* The ticks from the last at or below low to the first at or above high, at most `most`
 * of them where that is more than 2. */
struct ticks scale_ticks(int64_t low, int64_t high, size_t most);

#endif
