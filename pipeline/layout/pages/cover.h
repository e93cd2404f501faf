/* cover.h - the title page and the outer page at the end.
 */
#ifndef LAYOUT_COVER_H
#define LAYOUT_COVER_H

#include <stdint.h>

struct setting;

/* Adds the title page; its tags go below `tag`. */
void cover_make(struct setting *, uint32_t tag);

/* The colour that lies behind what stands on the page at the end. */
void cover_back(struct setting *, uint32_t page);

#endif
