/* mirror.h - what was set with x counted from the right, seen from the left.
 *
 * Layout sets everything as if lines began at the left; what belongs to a language that
 * begins at the right is turned over when it is done.  Only places change: within a
 * line glyphs have had their order from the start (bidi.h).
 */
#ifndef LAYOUT_MIRROR_H
#define LAYOUT_MIRROR_H

#include <stddef.h>

#include "base/length.h"

struct flow;
struct item;

/* Turns items over within a strip from `left` of that width. */
void mirror_items(struct item *, size_t count, length left, length width);

/* The same for what stands in a flow from item `first` and from a float on, with its
 * frames. */
void mirror_flow(struct flow *, size_t first, size_t floats, length left, length width);

#endif
