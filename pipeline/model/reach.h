/* reach.h - what an XPath expression reaches in the records, told by the schemas alone.
 *
 * A reach is the set of fields that an expression may lead to.  From where a template
 * stands, each step is looked up in the fields that the step before can lead to, so
 * that a name that is a field of something else is found out before there is any
 * record. Where that cannot be known, a name counts that any record has.
 */
#ifndef MODEL_REACH_H
#define MODEL_REACH_H

#include <stdbool.h>

#include "base/diag.h"
#include "model/terrain.h"

struct arena;
struct fields;

enum reach_gives {
	REACH_VALUE,   /* a text, a number or a truth */
	REACH_RECORD,  /* the record of a kind or a name */
	REACH_REPORT,  /* the report's record */
	REACH_SUBJECT, /* what the expression is asked of */
	REACH_EXTRACT, /* the record that the report is made for */
};

/* A function that expressions may call. */
struct reach_function {
	struct text name;
	int least, most; /* arguments */
	enum reach_gives gives;
	/* What its first argument names, "word", and whether there is one of that name;
	 * NULL where anything may stand there. */
	const char *noun;
	bool (*knows)(void *owner, struct text name, struct text *ret_nearest);
};

/* What expressions are judged by, all of it borrowed. */
struct reach_world {
	struct terrain terrain; /* without schemas every name will do */
	struct diag_list *diags;
	const struct reach_function *functions;
	size_t function_count;
	void *owner; /* of `knows` */
	/* A name that there is not; a value that a field never has. */
	enum diag_code unknown, never;
	struct text extract; /* the kind of record that the report is made for */
};

/* A name for something, as $NAME. */
struct reach_variable {
	struct text name;
	const struct reach *reach;
	const struct reach_variable *next;
};

/* Where an expression stands. */
struct reach_from {
	const struct reach *node; /* NULL where that is not known */
	const struct reach_variable *variables;
};

/* The element round all files. */
const struct reach *reach_records(struct arena *);

/* The records of a kind. */
const struct reach *reach_kind(struct arena *, const struct fields *, struct text kind);

/* Complains of every name in the expression, which XPath can read, that leads to
 * nothing; false if there was any. */
bool reach_check(struct reach_world *, struct text expression, struct place at,
	const struct reach_from *, const struct reach **ret_reach);

#endif
