/* nametree.h - the destinations that have a name, sorted for finding. */
#ifndef WRITE_NAMETREE_H
#define WRITE_NAMETREE_H

#include "base/text.h"

struct draft;

/* Sorts the destinations by name; of equal names the first counts. */
void nametree_sort(struct draft *);

bool nametree_holds(const struct draft *, struct text name);

/* Adds /Names to the catalog, if there are any. */
void nametree_add(struct draft *);

#endif
