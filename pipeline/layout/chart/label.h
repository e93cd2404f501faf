/* label.h - a few words of a chart, set to stand beside what they are about.
 */
#ifndef LAYOUT_LABEL_H
#define LAYOUT_LABEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

struct block_style;
struct line;
struct node;
struct sketch;
struct text;
struct value;

struct label {
	struct line *lines;
	size_t count;    /* 0: no words */
	length width;    /* of the widest line */
	length leading;  /* of each line, */
	length baseline; /* and where it stands in it */
	length height;   /* of all */
};

/* What of the label is at its x. */
enum label_side { LABEL_START, LABEL_MIDDLE, LABEL_END };

/* The words of a cell, or others, in lines of at most that width; a cell may be NULL.
 */
struct label label_cell(struct sketch *, struct node *cell, const struct block_style *,
	uint32_t tag, length most);
struct label label_words(struct sketch *, struct text, const struct block_style *,
	uint32_t tag, length most);

/* The head of a column and a number of it, which is strong; the number may be NULL. */
struct label label_pair(struct sketch *, const struct value *head,
	const struct value *number, length most);

/* How wide the words of a cell want to be. */
length label_natural(struct sketch *, struct node *cell, const struct block_style *);

/* Draws a label; y is its top. */
void label_put(
	struct sketch *, const struct label *, length x, length y, enum label_side);

#endif
