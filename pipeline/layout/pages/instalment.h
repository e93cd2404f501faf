/* instalment.h - a long section goes on its pages while it is still being set.
 *
 * Where a page ends depends on what comes after it, but soon no more: ways to break
 * that differ late meet again a few pages before.  So when a good many pages are set
 * the first of them are final, and what stands on them need not be kept.
 */
#ifndef LAYOUT_INSTALMENT_H
#define LAYOUT_INSTALMENT_H

#include <stddef.h>
#include <stdint.h>

struct flow;
struct sheet;

enum { INSTALMENT_ITEMS = 1600 }; /* about twenty-five pages of text */

/* How many of a flow's sheets, counted from the first, are final.  What comes after
 * them begins a page of its own whatever came before. */
size_t instalment_count(const struct flow *, const struct sheet *, size_t sheet_count);

/* Of the tags of a section those below this stand on the pages as a whole, when all
 * that is left of the section is in the flow. */
uint32_t instalment_settled(const struct flow *, uint32_t section);

/* Forgets what stands before a sheet; the flow begins with it. */
void instalment_drop(struct flow *, const struct sheet *);

#endif
