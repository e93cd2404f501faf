/* structure.h - the structure tree: what the stretches of the pages mean. */
#ifndef WRITE_STRUCTURE_H
#define WRITE_STRUCTURE_H

struct draft;

/* Adds /StructTreeRoot with an element for every tag and the tree that leads back
 * from the marks to them.  The marks are complete. */
void structure_add(struct draft *);

#endif
