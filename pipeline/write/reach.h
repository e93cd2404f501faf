/* reach.h - the box around what an item shows.
 */
#ifndef WRITE_REACH_H
#define WRITE_REACH_H

#include "write/draft.h"

struct item;
struct page;

/* The box of an item on the page of that index; letters reach as far as their size. */
struct box reach_of(const struct page *, uint32_t index, const struct item *);

#endif
