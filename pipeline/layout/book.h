/* book.h - the sections of a document as the pages of a book. */
#ifndef LAYOUT_BOOK_H
#define LAYOUT_BOOK_H

struct setting;

/* Makes all pages: the title page, imprint, forewords and contents with Roman numbers,
 * the sections with Arabic ones, the outer page at the end; and the bookmarks. */
void book_make(struct setting *);

#endif
