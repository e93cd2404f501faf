/* comparison.h - what was found out about two sets of records.
 */
#ifndef COMPARE_COMPARISON_H
#define COMPARE_COMPARISON_H

#include "compare/compare.h"
#include "compare/course.h"
#include "compare/roster.h"

/* What became of a record. */
enum fate {
	FATE_NEW,
	FATE_DROPPED,
	FATE_CARRIED, /* it goes on under another id, which names this one */
	FATE_CHANGED,
	FATE_SAME,
	FATES
};

/* A difference between a record and what it was.  Of what was added or taken away one
 * side is NULL; traits are those of the finding's accounts. */
struct change {
	enum sort sort;
	enum course course;
	const struct trait *before, *after;
};

struct finding {
	enum fate fate;
	const struct account *before, *after; /* NULL where there is none */
	struct change *changes;               /* the gravest first */
	size_t count;
	const struct account *likely; /* of a new record the dropped one it may be */
	struct text country;          /* its name; empty where it has none */

	/* What has the phases that are told: a policy or a country.  The accounts are
	 * then of those that told of the furthest.  Of all other findings it is empty.
	 */
	struct subject subject;
	struct text title; /* its own; may be empty */
};

struct comparison {
	struct compare_setup setup;
	struct arena *scratch;
	struct roster rosters[SIDES];
	struct finding *findings; /* by country; those of no country come last */
	size_t count, room;
	size_t fates[FATES], sorts[SORTS], likely; /* how many there are of each */
};

/* "new", "dropped" ... */
const char *comparison_fate_name(enum fate);

/* All records of its register are in one set alone: a line for the file says more than
 * one for each. */
bool comparison_is_of_file(const struct finding *);

/* The account that is told of: as it is now, or as it was. */
const struct account *comparison_account(const struct finding *);

/* What is told of, for readers: its title, else its name or its id. */
struct text comparison_title(const struct finding *);

/* The text of one side of a change. */
struct text comparison_value(
	struct arena *, const struct account *, const struct trait *);

/* What changed in words, "Numbers (participants), Number". */
struct text comparison_label(
	struct arena *, const struct finding *, const struct change *);

/* Adds a finding and counts it, unless others are asked for; finds what changed in it,
 * where that is not there yet.  The scratch arena is reset. */
void comparison_add(struct comparison *, const struct finding *);

#endif
