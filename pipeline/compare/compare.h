/* compare.h - two sets of records, an old one and a new one: what is new, what was
 * dropped, what goes on, and what has changed in it.
 *
 * A record is the same in both sets where its kind and its id are, or goes on from one
 * of the old set that a field marked p:continues names.  Which fields are a phase, a
 * target, a status ... is what the schemas say of them (schemas/milestone.xsd), so that
 * a new field needs nothing here.  Fields marked internal are never looked at.
 *
 * Files are taken one by one and may be dropped when they were: only what their records
 * say is kept.  Time grows with the records and not with their pairs.
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct codelist;
struct comparison;
struct fields;

enum side { SIDE_OLD, SIDE_NEW, SIDES };

struct compare_setup {
	struct arena *arena; /* for all that comes back */
	const struct fields *fields;
	const struct codelist *countries; /* by which they are named; NULL: by codes */
	struct text names[SIDES];         /* of the sets, as typed */
	struct text version;              /* of plgs */
	struct text country, kind;        /* only these are told; empty for all */
};

/* Texts of the setup are borrowed. */
struct comparison *compare_open(const struct compare_setup *);

/* True for a kind of record that there is. */
bool compare_knows(const struct fields *, struct text kind);

/* Lines of a file; 0 is all of them. */
struct compare_lines {
	uint32_t first, last;
};

/* Takes what the records that begin on some lines of a <file> say; the file must be
 * sound. */
void compare_take(struct comparison *, enum side, const struct _xmlNode *file,
	struct compare_lines);

/* Finds the differences, when all files were taken. */
void compare_close(struct comparison *);

/* True where nothing is new, dropped or changed. */
bool compare_same(const struct comparison *);

/* How a form sets down what people typed: on one line, and safe there. */
typedef void compare_words(struct buffer *, struct text);

/* By country, a line for each difference. */
void compare_text(const struct comparison *, compare_words *, struct buffer *out);

/* plgs-diff/1, which schemas/diff.schema.json describes. */
void compare_json(const struct comparison *, struct buffer *out);

/* A section of a report: what its readers care for, a table for each country. */
void compare_markdown(const struct comparison *, compare_words *, struct buffer *out);

#endif
