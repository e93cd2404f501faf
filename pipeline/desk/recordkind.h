/* recordkind.h - the kinds of record that people write, and where each has its place.
 *
 * A root ("submission") is the one record of its file.  The others ("milestone",
 * "event") are items of a list in such a file.
 */
#ifndef DESK_RECORDKIND_H
#define DESK_RECORDKIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct field;
struct fields;

struct recordkind {
	struct text name;
	const struct field *root;   /* the file's one record */
	const struct field *list;   /* the list in it; NULL for the root itself */
	const struct field *record; /* the list's item, or the root */
};

/* All kinds, the roots first, each name once. */
struct recordkind *recordkind_list(
	struct arena *, const struct fields *, size_t *ret_count);

/* NULL where there is none of that name; "expression_of_interest" is one too. */
const struct recordkind *recordkind_find(
	struct arena *, const struct fields *, struct text name);

/* "there is no record x; did you mean y?", or which there are. */
struct text recordkind_missing(struct arena *, const struct fields *, struct text name);

#endif
