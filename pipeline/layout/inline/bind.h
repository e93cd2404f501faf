/* bind.h - spaces at which no line may end, though the author typed plain ones: before
 * the high punctuation of French, within numbers, between a number and its unit, after
 * initials and short words.
 */
#ifndef LAYOUT_BIND_H
#define LAYOUT_BIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct tongue;

enum bind {
	BIND_NONE,
	BIND_WHOLE,  /* the space is as wide as others */
	BIND_NARROW, /* it is half as wide, and always so */
};

/* What holds for the white space of a text from `from` up to `to`. */
enum bind bind_space(const struct tongue *, struct text, size_t from, size_t to);

/* Whether no line may end after a hyphen that was typed: where one that does repeats
 * the hyphen, as in Portuguese, words are left whole. */
bool bind_hyphen(const struct tongue *);

#endif
