/* hang.h - punctuation that stands out from the edges of justified lines, which look
 * the straighter for it (margin kerning; H. T. Thanh, "Micro-typographic extensions to
 * the TeX typesetting system", 2000).
 */
#ifndef LAYOUT_HANG_H
#define LAYOUT_HANG_H

#include <stdbool.h>

#include "base/length.h"

struct atom_list;
struct piece;

/* Only if the style asks for it, and where lines run from left to right. */
bool hang_wanted(const struct atom_list *);

/* How far the first, or the last, character of a piece may stand out. */
length hang_lead(const struct atom_list *, const struct piece *);
length hang_trail(const struct atom_list *, const struct piece *);

/* The same for the hyphen after a piece that is divided. */
length hang_hyphen(const struct atom_list *, const struct piece *);

#endif
