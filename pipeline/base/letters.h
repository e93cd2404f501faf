/* letters.h - letters that look like others, and letters made of two characters.
 *
 * Text is kept as it was typed, and never normalised: places and searches in the file
 * stay true.  What looks the same and is not equal is told to those who typed it.
 */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/* True where Unicode has one character for the Latin letter and the mark after it. */
bool letters_compose(uint32_t letter, uint32_t mark);

/* The Latin letter that a Cyrillic, Greek or full-width one looks like, or 0. */
char letters_twin(uint32_t rune);

/* What a character is called that stands in the place of an ASCII one, such as "a
 * Cyrillic letter", "a long dash" or "a Khmer digit"; *ret_meant is that one.  NULL,
 * and nothing meant, for all others. */
const char *letters_disguise(uint32_t rune, char *ret_meant);

/* True for the blanks among what nobody sees: they have a width. */
bool letters_is_blank(uint32_t rune);

/* What a blank or an invisible character is called, or NULL for all others. */
const char *letters_unseen(uint32_t rune);

#endif
