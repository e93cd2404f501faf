/* charset.h - the CIDs of the glyphs of a CFF font (Adobe Technical Note 5176).
 *
 * A font whose glyphs have CIDs is addressed by these in a PDF, and they need not be
 * the numbers of the glyphs: those of a font that was cut down have gaps.
 */
#ifndef WRITE_CHARSET_H
#define WRITE_CHARSET_H

#include <stdint.h>

#include "base/text.h"

struct arena;

/* One for each glyph, in the arena.  NULL where glyphs have none and their own numbers
 * count, or where the table cannot be read. */
uint16_t *charset_read(struct arena *, struct text cff, uint32_t glyph_count);

#endif
