/* font.h - a font file: widths for the text, and a subset for the PDF.
 *
 * In the PDF a font is composite.  With TrueType outlines codes (code.h) are CIDs,
 * and a map leads from them to the glyphs of the subset.  With CFF outlines there
 * can be no such map: the glyphs keep their numbers, these or what the font says
 * (charset.h) are the CIDs, and an embedded CMap leads from codes to them.
 */
#ifndef WRITE_FONT_H
#define WRITE_FONT_H

#include <stdint.h>

#include "base/text.h"

struct arena;
struct buffer;
struct code;
struct diag_list;
struct draft;
struct face;
struct files;
struct place;

struct font;

/* Reads the file of a face.  Closed with the arena. */
bool font_open(struct arena *, struct diag_list *, struct files *, const struct face *,
	struct font **ret_font);

/* The code of a glyph that stands for `text`, with its width.  `at` is where the
 * text was typed, in case there is no such glyph. */
const struct code *font_code(
	struct font *, uint32_t glyph, struct text text, const struct place *at);

/* The names of the fonts that were used, for /Resources; each is embedded. */
bool fonts_embed(struct draft *, struct buffer *resources);

#endif
