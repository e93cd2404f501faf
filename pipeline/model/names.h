/* names.h - the names in an XPath expression: fields and functions. */
#ifndef MODEL_NAMES_H
#define MODEL_NAMES_H

#include <stdbool.h>

#include "base/diag.h"

struct fields;

/* The names that there are. */
struct names {
	const struct fields *fields;  /* NULL: fields are not looked at */
	const struct text *functions; /* beside those of XPath */
	size_t function_count;
	enum diag_code unknown; /* what is said of all others */
};

/* Complains of every field that no schema knows and every function that there is
 * not; `at` is where the expression was typed.  False if there was any. */
bool names_check(struct diag_list *, const struct names *, struct text expression,
	struct place at);

/* The place of a byte of an expression that begins at `at`. */
struct place names_place(struct text expression, struct place at, size_t offset);

#endif
