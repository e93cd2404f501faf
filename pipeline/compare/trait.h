/* trait.h - what one record says, laid out flat.
 *
 * Each value is a trait, and so is each group and each item of a list; those below one
 * follow it.  The way to a trait is a number, the same in both sets for what is the
 * same thing: an item of a list is known by the keys that its type names, else by its
 * identity, else by its position.
 */
#ifndef COMPARE_TRAIT_H
#define COMPARE_TRAIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct field;

/* What it is that changes, the gravest first. */
enum sort {
	SORT_SLIPPED, /* of no field: a date that moved while the matter was open */
	SORT_PHASE,
	SORT_TARGET,
	SORT_STATUS,
	SORT_DATE,
	SORT_NUMBER,
	SORT_NAME,
	SORT_TRANSLATION,
	SORT_OTHER,
	SORTS
};

/* "slipped", "phase" ...: as the schemas have it. */
const char *trait_sort_name(enum sort);

struct trait {
	const struct field *field;
	uint64_t way;
	struct text key;   /* by which an item is known, else empty */
	struct text value; /* empty for a group and an item that is one */
	uint32_t line, column, end;
	uint32_t above; /* the index of the group it stands in, plus 1; 0 is the record
			 */
	uint32_t below; /* traits below it, which follow */
	enum sort sort;
};

struct traits {
	struct trait *items;
	size_t count;
};

/* How a record is laid out. */
struct trait_plan {
	struct arena *arena;   /* in which it is kept */
	struct arena *scratch; /* reset when it is done */
	struct text language;  /* in which its texts were first written */
	bool is_root;          /* it is all of its file, and other records in lists */
};

/* The record is that of `field`.  What is internal, and records that stand in lists of
 * a root, are left out. */
struct traits traits_gather(
	const struct trait_plan *, const struct _xmlNode *record, const struct field *);

/* True for a field that is a list of records. */
bool trait_lists_records(const struct field *);

/* The first value at or below a node. */
struct text trait_content(const struct _xmlNode *);

/* The text of a value, or of all below a group with commas between them. */
void trait_value(const struct traits *, size_t index, struct buffer *);

/* The way in words, "Numbers (participants), How exact", and in names,
 * "quantity[participants].qualifier". */
void trait_label(
	const struct traits *, size_t index, struct text language, struct buffer *);
void trait_way(const struct traits *, size_t index, struct buffer *);

#endif
