/* link.h - boxes on a page that lead somewhere. */
#ifndef WRITE_LINK_H
#define WRITE_LINK_H

struct draft;
struct item;

/* Adds the annotation for an ITEM_LINK on the page that is being drawn, and a mark for
 * it. */
void link_add(struct draft *, const struct item *);

/* When all destinations are known: a link to one that is not there is left out, with
 * W201. */
void links_settle(struct draft *);

#endif
