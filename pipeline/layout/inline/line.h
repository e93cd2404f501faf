/* line.h - atoms between two breaks as glyphs on a line.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"

struct atom_list;
struct item;
struct line_break;

/* A line's items are seen from its left end and its baseline; they are in the
 * pages' arena.  Boxes of links come right after the glyphs they lie over. */
struct line {
	struct item *items;
	size_t count;
	length width;           /* as set */
	length ascent, descent; /* of the largest face that is asked for in its text */
	length above, below;    /* ink of tall scripts; all four are positive */
};

/* Sets the atoms from `from` up to a break.  `first` lines are indented as the form
 * says.  A line that is too wide is set all the same and L201 says so. */
void line_make(const struct atom_list *, size_t from, const struct line_break *,
	bool first, struct line *ret_line);

#endif
