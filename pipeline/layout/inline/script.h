/* script.h - what layout knows about the scripts of the world (UAX #24).
 *
 * A script is a number of ICU's.
 */
#ifndef LAYOUT_SCRIPT_H
#define LAYOUT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

#include "base/text.h"

/* No script of its own: digits, punctuation, marks. */
enum { SCRIPT_NONE = 0 };

/* SCRIPT_NONE for what takes the script of what is around it. */
uint16_t script_of(uint32_t rune);

/* Written without space between words or syllables, in squares that all measure the
 * same: Han, Kana, Hangul. */
bool script_is_square(uint16_t);

/* A letter or a digit of a script that is written in words. */
bool script_is_worded(uint32_t rune);

/* Written without space between words, which only a dictionary tells apart: Khmer,
 * Lao, Thai, Burmese. */
bool script_is_unspaced(uint16_t);

/* True when most of a text is in such scripts. */
bool script_text_is_unspaced(struct text);

/* Its letters may stand higher or lower than the lines of Latin type allow for. */
bool script_is_tall(uint16_t);

/* Its glyphs are so far from its letters that only whole words can be told again. */
bool script_is_knotted(uint16_t);

/* Marks, joiners and spaces of unusual width: no face is chosen for them, they go with
 * what stands before them. */
bool script_follows(uint32_t rune);

/* Follows, and need not be in the font: the shaper makes it up. */
bool script_invisible(uint32_t rune);

/* "Khmr": four letters, ISO 15924. */
const char *script_tag(uint16_t);

#endif
