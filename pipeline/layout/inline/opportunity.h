/* opportunity.h - where a line may end, and what stands there if it does not.
 */
#ifndef LAYOUT_OPPORTUNITY_H
#define LAYOUT_OPPORTUNITY_H

#include <stdbool.h>
#include <stddef.h>

#include "layout/inline/atoms.h"

/* Adds the chance to break behind what stays together, which ends at `word_end`; up to
 * `end` there is white space.  The piece gives the look. */
void opportunity_add(
	struct atom_list *, struct piece, size_t word_end, size_t end, bool must);

/* Adds white space at which no line may end. */
void opportunity_bind(struct atom_list *, struct piece, size_t from, size_t to);

/* Adds the chance to divide a word, with a hyphen if it is taken. */
void opportunity_hyphen(struct atom_list *, struct piece, size_t at);

#endif
