/* strand.h - the front of a text that one face can show, in one script.
 */
#ifndef LAYOUT_STRAND_H
#define LAYOUT_STRAND_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/inline/script.h"

struct face_set;

struct strand {
	size_t to; /* its end, as a byte offset */
	uint32_t face;
	uint16_t script;  /* of its letters; SCRIPT_NONE where there are none */
	uint32_t missing; /* a rune in it that no face has; 0: there is none */
};

/* Cuts from `from`, before `limit`.  A letter is parted from its marks only where no
 * face has both; digits and punctuation are set in the face of the letters they stand
 * with, if it has them, so that a full stop does not change its looks within a
 * sentence. */
struct strand strand_cut(
	struct face_set *, uint32_t wanted, struct text, size_t from, size_t limit);

#endif
