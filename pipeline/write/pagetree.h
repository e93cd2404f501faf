/* pagetree.h - the page objects and the balanced tree above them. */
#ifndef WRITE_PAGETREE_H
#define WRITE_PAGETREE_H

struct draft;

/* Adds the nodes of the tree, with the pages that were drawn below them. */
void pagetree_add(struct draft *);

#endif
