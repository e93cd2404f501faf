/* keyset.h - names that were seen, each with the place of its first.
 *
 * Clearing keeps the memory, so that one set serves the mappings of a whole run
 * one after the other.
 */
#ifndef READ_KEYSET_H
#define READ_KEYSET_H

#include "base/diag.h"

struct arena;
struct keyset;

struct keyset *keyset_make(struct arena *);
void keyset_clear(struct keyset *);

/* Adds a copy of `name`.  NULL when it is new, else the place it was added with
 * first, borrowed until the next call. */
const struct place *keyset_add(struct keyset *, struct text name, struct place at);

#endif
