/* survey.h - where the records of a large file begin and end, found by its lines
 * alone.
 *
 * A record is an entry of a list that stands under a key of the first column.  The
 * lines of such a list are cut into slabs of whole entries; its first entry and all
 * lines that stand in no such list are the head of the file, which every portion is
 * read under.
 */
#ifndef READ_SURVEY_H
#define READ_SURVEY_H

#include "base/text.h"

struct arena;

/* Whole lines that stand together. */
struct slab {
	size_t from, to; /* bytes */
	uint32_t line;   /* the number of the first, from 1 */
	uint32_t last;   /* the number of the last */
};

struct survey {
	struct slab *head, *items;
	size_t head_count, item_count;
};

/* Goes through a file block by block. */
struct surveying;

/* A slab has at least `least` bytes, but for the last of its list. */
struct surveying *survey_start(struct arena *, size_t least);

/* The next lines of the file.  What comes back was not looked at: it is the beginning
 * of a line whose end comes with the next block. */
struct text survey_add(struct surveying *, struct text block);

/* Nothing follows the line that was handed back last. */
struct survey survey_end(struct surveying *, struct text rest);

/* Bytes of the head. */
size_t survey_head(const struct survey *);

#endif
