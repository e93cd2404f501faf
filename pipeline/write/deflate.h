/* deflate.h - bytes made smaller, as the filter /FlateDecode wants them. */
#ifndef WRITE_DEFLATE_H
#define WRITE_DEFLATE_H

#include "base/text.h"

struct arena;

struct deflate;

/* Closed with the arena. */
struct deflate *deflate_make(struct arena *);

/* The deflated bytes, good until the next call; the same bytes always give the same. */
struct text deflate_bytes(struct deflate *, struct text);

#endif
