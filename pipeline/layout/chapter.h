/* chapter.h - a section of a book: set, broken into pages, and put on them.
 */
#ifndef LAYOUT_CHAPTER_H
#define LAYOUT_CHAPTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/flow/contents.h"
#include "layout/flow/flow.h"
#include "layout/pages/opener.h"

struct arena;
struct node;
struct pages;
struct press;
struct setting;
struct sheet;

/* What the sections of a book share. */
struct book {
	struct setting *setting;
	struct chapter *chapters; /* of the body */
	size_t chapter_count;
	size_t page_count; /* of the body */
	struct press *press;
	bool flowing; /* pages are finished as they come */
	struct entries entries;
	struct text (*label)(struct setting *, size_t number); /* of pages */
};

/* A section that is set and broken into pages, before it is put on them. */
struct chapter {
	struct flow flow; /* first, so that what belongs to it is found */
	struct book *book;
	struct node *section;
	uint32_t tag;
	struct opener opener;
	struct sheet *sheets;
	size_t sheet_count;
	struct text
		head; /* the running head: the words of its first heading at first */
	size_t first; /* the number of the first page of the sheets, from 1 */
	bool begun;   /* pages of it were made before those */
	size_t due;   /* items of the flow, until it goes on pages */
};

/* Sets a section below a tag and breaks it into pages.  What is final of a long one is
 * put on pages meanwhile if the book is flowing. */
void chapter_set(struct book *, struct node *section, uint32_t parent,
	struct chapter *ret_chapter);

/* How many pages it will have. */
size_t chapter_pages(const struct chapter *);

/* Enters its headings into the book's entries, with the pages that they stand on. */
void chapter_list(struct book *, const struct chapter *);

/* Puts the sheets on their pages. */
void chapter_ship(struct book *, struct chapter *);

/* Says on the last page what is settled by it (model/pages.h). */
void chapter_settle(struct pages *, uint32_t settled, uint32_t open);

/* The pages of a flow, as high as the style has them. */
struct sheet *chapter_break(struct flow *, size_t *ret_count);

/* The words of a heading after its number. */
struct text chapter_words(struct arena *, struct node *heading);

#endif
