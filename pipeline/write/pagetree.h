/* pagetree.h - the page objects and the balanced tree above them. */
#ifndef WRITE_PAGETREE_H
#define WRITE_PAGETREE_H

#include <stdint.h>

#include "base/text.h"

struct draft;

/* Adds an object for every page and the nodes of the tree; other objects may now
 * refer to pages. */
void pagetree_add(struct draft *);

/* Gives a page its body.  `links` are references to annotations. */
void pagetree_fill(struct draft *, uint32_t page, uint32_t contents, struct text links);

#endif
