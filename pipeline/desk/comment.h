/* comment.h - running words as lines of a comment. */
#ifndef DESK_COMMENT_H
#define DESK_COMMENT_H

#include "base/text.h"

struct arena;

/* "write a year" as "Write a year.": a help as a sentence of its own. */
struct text comment_sentence(struct arena *, struct text help);

/* Breaks words into lines of at most 84 runes, each after `indent` blanks and `lead`
 * ("# "); the lines after the first stand `hang` blanks further in. */
void comment_add(struct buffer *, size_t indent, const char *lead, size_t hang,
	struct text words);

#endif
