/* hyphen.h - where words may be divided, by the patterns that the system has for a
 * language (liang.h).
 */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct hyphenator;
struct job;

enum { HYPHEN_WORD = 128 }; /* bytes; longer words are not divided */

/* NULL where there are no patterns for the language: then nothing is divided.  Lives as
 * long as the job's scratch. */
struct hyphenator *hyphenator_open(struct job *, struct text language);

/* The byte offsets within the word at which a hyphen may be set, rising.  Marks at
 * either end of the word are stepped over; a word with a hyphen, a digit or a
 * capital after its first letter is left whole. */
size_t hyphenator_points(
	struct hyphenator *, struct text word, uint8_t ret_points[HYPHEN_WORD]);

#endif
