/* inline.h - the inlines of a block as runs of text, each in one look.
 */
#ifndef LAYOUT_INLINE_H
#define LAYOUT_INLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/length.h"

struct block_style;
struct node;
struct setting;
struct tongue;

/* Where a link leads. */
struct target {
	struct text url;  /* outside; or */
	struct text name; /* a destination in this document */
	struct text says; /* for those who do not see it */
};

struct run {
	struct text text;
	uint32_t face;
	length size;
	uint32_t colour;
	uint32_t tag;
	length rise;                 /* above the baseline */
	const struct target *target; /* NULL: no link */
	const struct tongue *tongue;
	struct text features;     /* of OpenType */
	const struct node *apart; /* runs of one such node are ordered by themselves in
				   * text that runs both ways; NULL: with all others */
	bool whole;               /* its words are not divided: code */
	struct place at;
};

struct run_list {
	struct run *items;
	size_t count, room;
};

/* Adds a run of that look; an empty text adds nothing. */
void run_add(struct setting *, struct run_list *, struct run);

/* A run in the look of a block: its face, size and colour, under a tag. */
struct run run_of(
	struct setting *, const struct block_style *, struct text, uint32_t tag);

/* Adds the runs of all inlines below a block.  Links get tags of their own below
 * `tag`, in the order in which they stand. */
void inline_collect(struct setting *, struct node *block, const struct block_style *,
	uint32_t tag, struct run_list *);

#endif
