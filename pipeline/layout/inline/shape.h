/* shape.h - words to glyphs, each word of a face and size once.
 */
#ifndef LAYOUT_SHAPE_H
#define LAYOUT_SHAPE_H

#include <stddef.h>

#include "base/length.h"
#include "base/text.h"

struct arena;
struct face_set;
struct glyph;
struct shaper;

/* A run of one face and size, left to right as it is shown. */
struct shaped {
	struct text text; /* what the glyphs say; their offsets point into it */
	uint32_t face;
	length size;
	const struct glyph *glyphs;
	size_t count;
	length width;
	bool missing; /* a glyph is .notdef: the face cannot show all of the text */
};

/* `language` is BCP 47.  What is shaped lives in the arena. */
struct shaper *shaper_open(struct arena *, struct face_set *, struct text language);
void shaper_close(struct shaper *);

/* The text is kept.  Words that were shaped before come from a cache. */
const struct shaped *shaper_word(
	struct shaper *, uint32_t face, length size, struct text word);

#endif
