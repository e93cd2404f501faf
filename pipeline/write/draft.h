/* draft.h - what the steps of writing share: the pages, and the file they become. */
#ifndef WRITE_DRAFT_H
#define WRITE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct deflate;
struct diag_list;
struct font;
struct haru;
struct image;
struct pages;

/* A stretch of a page, or an annotation on it, that belongs to a tag. */
struct mark {
	uint32_t tag, page;
	uint32_t mcid;       /* of a stretch: its number on the page */
	uint32_t annotation; /* the object; 0 for a stretch */
};

/* The box around what a tag shows on a page, in thousandths of a point from its lower
 * left corner. */
struct box {
	int64_t left, bottom, right, top;
	uint32_t page;
	bool covers; /* it is one */
};

struct draft {
	struct arena *arena; /* lives until the file is made */
	struct diag_list *diags;
	const struct pages *pages;
	struct haru *haru;
	struct deflate *deflate;
	struct font **fonts;  /* one per face */
	struct image *images; /* one per file */
	size_t image_count, image_room;
	struct box *boxes;      /* one per tag; NULL: there are none */
	uint32_t *page_numbers; /* the object of each page, */
	uint32_t *page_parents; /* and of the node above it */
	uint32_t resources;     /* the object that all pages share */
	uint32_t *names;        /* destinations by name: indices, */
	size_t name_count;      /* without those whose name came before */
	struct mark *marks;     /* in painting order, page after page */
	size_t mark_count, mark_room;
	uint32_t next_key;     /* of the next annotation in the parent tree */
	struct buffer starts;  /* spare room for show.c */
	struct buffer catalog; /* the body of the catalog, added to by each step */
};

/* A dictionary with that body. */
uint32_t draft_object(struct draft *, struct text body);

/* A stream, deflated here; `body` is what its dictionary holds beside. */
uint32_t draft_stream(struct draft *, struct text body, struct text bytes);

void draft_mark(struct draft *, struct mark);

/* Widens the box of a tag; on other pages than its first it has none. */
void draft_cover(struct draft *, uint32_t tag, struct box);

#endif
