/* content.h - the content stream of each page. */
#ifndef WRITE_CONTENT_H
#define WRITE_CONTENT_H

struct draft;

/* Adds a stream, the links and the page object for every page, and a mark for
 * each stretch and each link that belongs to a tag. */
void contents_add(struct draft *);

#endif
