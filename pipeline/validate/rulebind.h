/* rulebind.h - the rules of rules.xml made ready: compiled, with the levels that the
 * report gives them, and found by the type of an element.
 */
#ifndef VALIDATE_RULEBIND_H
#define VALIDATE_RULEBIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "validate/finding.h"

struct _xmlNode;
struct judge;
struct meetings;
struct query;
struct queries;
struct rule;
struct rulebind;
struct rulebook;
struct type;

/* A sentence with values in it: words, then a value, and so on. */
struct saying {
	struct saying *next;
	struct text words;
	struct query *value; /* after the words, or NULL */
};

struct bound {
	const struct diag_entry *entry;
	size_t index; /* of the rule */
	/* The rule holds where nothing is found; without `finds` that is left open. */
	struct finding finding;
	struct text within;  /* the way to the value to look in */
	struct query *test;  /* true of a sound record, or NULL */
	struct query *blame; /* the value to point at, or NULL for the record */
	struct saying *says, *label, *help;
	bool off;
};

/* A rule for one type.  Most rules are for few records of their type, so what a glance
 * can tell is not left to XPath. */
struct aimed {
	const struct bound *bound;
	uint64_t with;   /* the keys that a record must have, as bits by their index */
	uint64_t any;    /* keys of which it must have one; 0 for none */
	uint64_t kinds;  /* the values of its kind, as bits by their index; 0 for any */
	uint64_t states; /* and those of its status */
	struct text named; /* its own key; empty for any */
};

struct bounds {
	struct aimed *items;
	size_t count;
};

/* What is said where a record has not what the schema says it needs: V590 and V501,
 * with the levels that the report gives them; NULL for one that is off. */
struct needs {
	const struct diag_entry *required, *expected;
};

/* What the rules are asked with. */
struct rulebind_setup {
	const struct rulebook *book;
	struct diag_list *diags; /* for what is wrong with the rules */
	struct meetings *meetings;
	struct _xmlNode *report; /* or NULL */
};

/* False: a diagnostic says what is wrong with the rules. */
bool rulebind_make(
	struct judge *, const struct rulebind_setup *, struct rulebind **ret_rulebind);

struct queries *rulebind_queries(const struct rulebind *);

/* The rule of that number. */
const struct bound *rulebind_at(const struct rulebind *, size_t index);

/* The value of the field among those of its type, as a bit; 0 for none of them. */
uint64_t rulebind_choice(const struct type *, const char *field, struct text value);

/* The rules for elements of a type. */
struct bounds rulebind_for(struct rulebind *, const struct type *);

const struct needs *rulebind_needs(const struct rulebind *);

#endif
