/* png.h - the dots of a PNG, whatever its depth, colours and interlacing: libpng reads
 * them.
 */
#ifndef WRITE_PNG_H
#define WRITE_PNG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;

struct raster {
	size_t width, height;
	size_t channels; /* bytes of a dot: 1 grey, 3 colours; one more: how opaque */
	unsigned char *dots; /* row by row, from the top */
};

/* In the arena.  False when the file is damaged or larger than the limits of
 * model/picture.h. */
bool png_decode(struct arena *, struct text bytes, struct raster *ret_raster);

#endif
