/* parenttree.h - the tree that leads from the marks on the pages back to the elements
 * of the structure (ISO 32000-1, 14.7.4.4).
 */
#ifndef WRITE_PARENTTREE_H
#define WRITE_PARENTTREE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct draft;

/* In the making. */
struct parenttree {
	struct buffer kids; /* the leaves so far */
	struct buffer leaf;
	size_t count;       /* keys in the leaf, */
	uint32_t low, high; /* the first and the last */
	uint32_t page;      /* the next to be entered */
	size_t mark;        /* and its first mark */
};

struct parenttree parenttree_make(struct arena *);

/* Enters the pages drawn so far, up to a link of which it is not known whether it leads
 * anywhere. */
void parenttree_enter(struct draft *);

/* Enters the others; returns the root. */
uint32_t parenttree_add(struct draft *);

#endif
