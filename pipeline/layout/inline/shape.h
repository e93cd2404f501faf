/* shape.h - words to glyphs, each word of a face and size once.
 */
#ifndef LAYOUT_SHAPE_H
#define LAYOUT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"
#include "base/text.h"
#include "layout/inline/script.h"

struct arena;
struct face_set;
struct glyph;
struct shaper;
struct tongue;

/* All that the shapes of a word depend on besides its letters. */
struct lettering {
	uint32_t face;
	length size;
	uint16_t script;
	bool rtl; /* it runs from right to left */
	const struct tongue *tongue;
	struct text features; /* of OpenType, with blanks between them */
};

/* A part of a word that may be divided. */
struct syllable {
	uint8_t to;   /* its end, in bytes of the word */
	length width; /* what it measures alone */
};

struct division {
	size_t count;                /* 0: the word is left whole */
	struct syllable syllables[]; /* all but the last */
};

/* A glyph that stands where the one before it ends, as nearly all: less than half of
 * what struct glyph takes. */
struct lean {
	uint16_t id, offset;
	length advance;
};

/* A word in one lettering, its glyphs from left to right as they are shown.  There are
 * as many as a text has different words, so it takes no more than 64 bytes. */
struct shaped {
	const struct lettering *lettering; /* the same for all words that share it */
	const char *at;                    /* read by shaped_text */
	union {
		const struct lean *leans; /* where all are */
		const struct glyph *all;
	} glyphs;                        /* read by shaped_glyph */
	const struct division *division; /* NULL: nobody asked yet */
	uint64_t seams; /* of the first 64 bytes: what comes before one, and what comes
			 * from it on, are shaped alone as they are here */
	uint32_t size, count; /* of letters in bytes, of glyphs */
	length width;
	length above, below; /* its ink, from the baseline; 0 unless script_is_tall */
	bool lean;
	bool missing; /* a glyph is .notdef: the face cannot show all of the text */
};

/* What is shaped lives as long as the shaper, or until it rests. */
struct shaper *shaper_open(struct arena *, struct face_set *);
void shaper_close(struct shaper *);

/* The text is kept.  Words that were shaped before come from a cache. */
struct shaped *shaper_word(struct shaper *, const struct lettering *, struct text word);

/* The words of a text will be asked for soon, in this face and size.  Most of the time
 * that it takes to find a word its way from memory takes: so they come together. */
void shaper_expect(const struct shaper *, uint32_t face, length size, struct text);

/* A part of a word, shaped as if it stood alone; in the arena or kept. */
const struct shaped *shaper_part(
	struct shaper *, struct arena *, const struct shaped *, size_t from, size_t to);

/* What the glyphs say; their offsets point into it. */
struct text shaped_text(const struct shaped *);

/* The glyph of that index. */
struct glyph shaped_glyph(const struct shaped *, size_t index);

/* Forgets all words when it has come to know a great many.  The few that make up most
 * of a text are soon known again; the others are hardly ever asked for twice. */
void shaper_rest(struct shaper *);

/* How a word may be divided by the customs of its tongue; kept with it. */
const struct division *shaper_division(struct shaper *, struct shaped *);

#endif
