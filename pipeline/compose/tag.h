/* tag.h - the tags in the bytes of a template, with their places.
 *
 * A tag of blocks that stands alone on its line, behind spaces and the marks of quotes
 * at most, takes its whole line with it.
 */
#ifndef COMPOSE_TAG_H
#define COMPOSE_TAG_H

#include <stdbool.h>

#include "base/diag.h"

/* One tag with its braces. */
struct tag {
	size_t start, end;
	struct text inner; /* trimmed */
	struct place at;
	bool alone; /* on its line, which goes with it */
};

/* A template on the way through. */
struct tags {
	struct diag_list *diags;
	struct text bytes;
	struct place at;    /* of the byte at `seen` */
	size_t seen, start; /* bytes before `start` are a byte order mark */
	size_t from;        /* where the text after the last tag begins */
	bool runs_on;       /* its last line goes on where it is put in */
};

struct tags tags_make(struct diag_list *, struct text file, struct text bytes);

/* The next tag that is closed, and the text before it.  One that is not is complained
 * of and passed over.  False when there is none; then *ret_text is what is left. */
bool tags_next(struct tags *, struct tag *ret_tag, struct text *ret_text);

/* The place of a byte of the template. */
struct place tags_place(struct tags *, const char *byte);

/* The place of a piece of the tag's inside. */
struct place tag_inner_place(
	const struct tags *, const struct tag *, struct text piece);

/* True where the inside begins with this word. */
bool tag_is_word(struct text inner, const char *word);

#endif
