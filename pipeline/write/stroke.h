/* stroke.h - paths as operators, with what the reader's graphics state holds of lines.
 */
#ifndef WRITE_STROKE_H
#define WRITE_STROKE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"

struct buffer;
struct item;

struct stroke {
	uint32_t colour; /* UINT32_MAX: not set yet */
	length width, dash;
	bool round; /* corners are */
};

/* Adds an ITEM_PATH of a page of that height; the colour of its fill is set. */
void stroke_path(struct stroke *, length height, const struct item *, struct buffer *);

#endif
