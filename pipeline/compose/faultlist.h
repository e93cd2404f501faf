/* faultlist.h - the open issues of a draft: a chapter with a heading for each country,
 * in it the records, and what is wrong with each. */
#ifndef COMPOSE_FAULTLIST_H
#define COMPOSE_FAULTLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct diag;
struct prose;
struct registry;
struct wordlist;

/* A diagnostic and whom it concerns. */
struct issue {
	const struct diag *diag;
	struct text country; /* its code, or empty */
	bool silent;         /* it is about what these readers are not to see */
	size_t index;        /* among all */
};

struct faultlist_setup {
	struct arena *arena;
	const struct registry *registry; /* of countries and their names */
	struct text language;            /* of the edition */
	const struct wordlist *words, *english;
};

/* Sorts the issues. */
void faultlist_put(const struct faultlist_setup *, struct issue *issues, size_t count,
	struct prose *);

/* Adds what is wrong, how to mend it, and where. */
void faultlist_tell(struct buffer *, const struct issue *,
	void (*escape)(struct buffer *, struct text));

#endif
