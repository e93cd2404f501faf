/* round.h - how {{#each}} and {{#group}} go through things: the attributes of the tag.
 *
 *	sort="XPATH" …           in the order of the language; of equal ones by the next
 *	order="descending"       turns the sort before it round
 *	limit="5"                the first so many
 *	by="XPATH"               of a group: one round for each value of this
 *	as="country"             $country stands for the thing
 *	list="and", list="or"    what the language writes between them
 *	separator=", " last=" and "  the same by hand
 *	shares="XPATH" places="1"    share() is its share of a hundred; they add up
 */
#ifndef COMPOSE_ROUND_H
#define COMPOSE_ROUND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct query;

struct sort_key {
	struct query *query;
	bool descending;
	struct sort_key *next;
};

enum listing {
	LISTING_NONE,
	LISTING_AND,
	LISTING_OR,
};

struct round {
	struct sort_key *keys;
	struct query *by;     /* of a group */
	struct query *shares; /* or NULL */
	int places;           /* of the shares */
	size_t limit;         /* SIZE_MAX where there is none */
	struct text name;     /* of `as`, or empty */
	enum listing listing;
	struct text separator, last;
	bool has_last;
};

/* One `name="value"` of a tag. */
struct option {
	struct text name, value; /* borrowed */
};

enum { MOST_OPTIONS = 16 };

/* Cuts the attributes off the end of *text, which stand in `options` in the order of
 * the tag; returns how many.  More than MOST_OPTIONS stay where they are. */
size_t options_cut(struct text *text, struct option *options);

/* Takes an attribute that holds no path.  False, with a diagnostic's help in
 * *ret_wanted, where there is none of that name (NULL), or not of that value. */
bool round_option(struct round *, const struct option *, const char **ret_wanted);

/* The attribute that was probably meant, or empty. */
struct text round_nearest(struct text name);

#endif
