/* content.h - the content stream of a page. */
#ifndef WRITE_CONTENT_H
#define WRITE_CONTENT_H

struct draft;

/* Draws the draft's leaf: adds its stream and its links, and a mark for each stretch
 * and each link that belongs to a tag.  The fonts of its faces and its pictures are
 * open. */
void content_add(struct draft *);

#endif
