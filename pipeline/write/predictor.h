/* predictor.h - rows of dots made easier to deflate, as a PNG does it (ISO 32000-1,
 * 7.4.4.4).
 */
#ifndef WRITE_PREDICTOR_H
#define WRITE_PREDICTOR_H

#include "base/text.h"

struct arena;
struct raster;

/* The rows, a byte before each that says what was done to it; in the arena. */
struct text predictor_rows(struct arena *, const struct raster *);

#endif
