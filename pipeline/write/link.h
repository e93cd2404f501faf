/* link.h - boxes on a page that lead somewhere. */
#ifndef WRITE_LINK_H
#define WRITE_LINK_H

#include <stdint.h>

struct buffer;
struct draft;
struct item;

/* Adds the annotation for an ITEM_LINK, a mark for it, and its reference to
 * `links`.  A link to a destination that is not there is left out, with W201. */
void link_add(struct draft *, uint32_t page, const struct item *, struct buffer *links);

#endif
