/* structure.h - the structure tree: what the stretches of the pages mean.
 *
 * It takes as many objects as all else together, so it is made while pages are drawn,
 * as far as it is known that nothing more will be said of a tag.
 */
#ifndef WRITE_STRUCTURE_H
#define WRITE_STRUCTURE_H

#include <stdint.h>

struct draft;
struct structure;

struct structure *structure_make(struct draft *);

/* The object of the element of a tag, which may not be filled yet. */
uint32_t structure_number(struct draft *, uint32_t tag);

/* Fills the elements that the page drawn last says are settled (model/pages.h). */
void structure_settle(struct draft *);

/* Fills all others and adds /StructTreeRoot.  The marks are complete. */
void structure_add(struct draft *);

#endif
