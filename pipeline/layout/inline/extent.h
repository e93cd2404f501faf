/* extent.h - how wide runs of text are before they are set.
 */
#ifndef LAYOUT_EXTENT_H
#define LAYOUT_EXTENT_H

#include "base/length.h"

struct run_list;
struct setting;

struct extent {
	length natural; /* of the longest line if only those end that must */
	length least;   /* of the widest thing that stays together, words left whole */
};

struct extent extent_of(struct setting *, const struct run_list *);

#endif
