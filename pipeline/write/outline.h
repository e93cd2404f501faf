/* outline.h - the tree of bookmarks beside the pages. */
#ifndef WRITE_OUTLINE_H
#define WRITE_OUTLINE_H

struct draft;

/* Adds /Outlines to the catalog, if there are bookmarks. */
void outline_add(struct draft *);

#endif
