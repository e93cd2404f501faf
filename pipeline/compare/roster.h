/* roster.h - the records of one set, each with what it says.
 */
#ifndef COMPARE_ROSTER_H
#define COMPARE_ROSTER_H

#include <stdbool.h>

#include "base/diag.h"
#include "compare/trait.h"

struct _xmlNode;
struct arena;
struct field;
struct fields;

/* A file, and how many records in it are in this set alone. */
struct source {
	struct text path;
	size_t count, alone;
	bool is_shared; /* it belongs to no report, but to several years: a register */
};

/* What a phase is one of, as told by another record. */
struct subject {
	struct text kind, id; /* both empty: the record tells of none */
};

/* A record. */
struct account {
	struct source *source;
	struct text kind, id;
	struct text title;    /* in the original; may be empty */
	struct text country;  /* its code; may be empty */
	struct text report;   /* the id of the report for which it was written */
	struct text language; /* of the original */
	struct text
		*forerunners; /* ids of records of the same kind, which go on here */
	size_t forerunner_count;
	struct place at;
	struct traits traits;
	struct text embargo;    /* the day before which the public does not see it */
	bool is_confidential;   /* the public never does */
	struct subject subject; /* of its phase, if it has one and it is not its own */
	const struct field *naming; /* by which its kind names a forerunner, or NULL */
	struct account *twin;       /* the same record in the other set, or NULL */
	bool is_met; /* of an old one: it goes on, as itself or as another */
};

struct roster {
	struct arena *arena, *scratch;
	const struct fields *fields;
	struct account **accounts;
	size_t count, room;
	struct source *last; /* the source that was read last */

	/* The kind of record that came last, and the field of it by which it names what
	 * its phase is one of. */
	const struct field *declared, *subject_field;
};

/* The records that begin on these lines; where both are 0, all. */
void roster_take(
	struct roster *, const struct _xmlNode *file, uint32_t first, uint32_t last);

/* The trait of that sort in the record itself, or NULL. */
const struct trait *roster_trait(const struct account *, enum sort);

/* The place of a trait of it. */
struct place roster_place(const struct account *, const struct trait *);

#endif
