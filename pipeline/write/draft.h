/* draft.h - what the steps of writing share: the pages, and the file they become. */
#ifndef WRITE_DRAFT_H
#define WRITE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "write/pack.h"
#include "write/parenttree.h"

struct arena;
struct deflate;
struct diag_list;
struct files;
struct font;
struct haru;
struct image;
struct leaf;
struct pages;
struct structure;

/* A stretch of a page, or an annotation on it, that belongs to a tag. */
struct mark {
	uint32_t tag, page;
	uint32_t mcid;       /* of a stretch: its number on the page */
	uint32_t annotation; /* the object; 0 for a stretch */
	uint32_t key;        /* of an annotation, in the parent tree */
	bool waits;          /* of one: it may turn out to lead nowhere */
};

/* An annotation that leads somewhere. */
struct draft_link {
	uint32_t page;
	uint32_t number; /* of the object; 0: it is left out */
	uint32_t tag;
	size_t mark;      /* index, where it has a tag */
	struct text name; /* of a destination; empty: it leads outside */
	struct text body; /* kept until it is known whether that is there */
};

/* What is known of a page that was drawn. */
struct draft_page {
	uint32_t number, contents; /* objects */
	uint32_t key;              /* in the parent tree, if it has: */
	uint32_t marks;            /* stretches that belong to a tag */
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
	struct files *files;
	const struct leaf *leaf;   /* the page that is being drawn */
	const struct pages *pages; /* the whole, when the last page is drawn */
	struct haru *haru;
	struct deflate *deflate;
	struct pack pack;
	struct font **fonts; /* one per face that was met so far */
	size_t font_count, font_room;
	struct image *images; /* one per file that was met so far */
	size_t image_count, image_room;
	struct box *boxes; /* by tag; none beyond the last that covers anything */
	size_t box_room;
	size_t seen; /* pages that came so far */
	bool sound;  /* and could be drawn */
	struct draft_page *drawn;
	size_t drawn_count, drawn_room;
	struct draft_link *links; /* page after page */
	size_t link_count, link_room;
	uint32_t resources; /* the object that all pages share */
	uint32_t *names;    /* destinations by name: indices, */
	size_t name_count;  /* without those whose name came before */
	struct mark *marks; /* in painting order, page after page */
	size_t mark_count, mark_room;
	struct structure *structure;
	struct parenttree parents;
	uint32_t next_key;     /* of the next page or annotation in the parent tree */
	struct buffer body;    /* spare room for dictionaries, */
	struct buffer head;    /* and for those of streams */
	struct buffer content; /* of the page that is being drawn */
	struct buffer starts;  /* spare room for show.c */
	struct buffer catalog; /* the body of the catalog, added to by each step */
};

/* A body for a dictionary in the making: empty, and good until the next one. */
struct buffer *draft_body(struct draft *);

/* Gives an object that has a number its body. */
void draft_fill(struct draft *, uint32_t number, struct text body);

/* A dictionary with that body. */
uint32_t draft_object(struct draft *, struct text body);

/* A stream, deflated here; `body` is what its dictionary holds beside. */
uint32_t draft_stream(struct draft *, struct text body, struct text bytes);

void draft_mark(struct draft *, struct mark);

/* Widens the box of a tag; on other pages than its first it has none. */
void draft_cover(struct draft *, uint32_t tag, struct box);

#endif
