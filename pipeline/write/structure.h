/* structure.h - the structure tree: what the stretches of the pages mean.
 *
 * It takes as many objects as all else together, so it is made while pages are drawn,
 * as far as it is known that nothing more will be said of a tag.
 */
#ifndef WRITE_STRUCTURE_H
#define WRITE_STRUCTURE_H

struct draft;
struct structure;

struct structure *structure_make(struct draft *);

/* Enters the pages drawn so far into the tree that leads from their marks back to
 * elements, up to a link of which it is not known whether it leads anywhere. */
void structure_enter(struct draft *);

/* Fills the elements that the page drawn last says are settled (model/pages.h). */
void structure_settle(struct draft *);

/* Fills all others and adds /StructTreeRoot.  The marks are complete. */
void structure_add(struct draft *);

#endif
