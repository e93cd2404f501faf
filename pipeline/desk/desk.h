/* desk.h - what lies on the desk of those who write records: the schema as their
 * editor knows it, blank records, and explanations.
 *
 * Everything is made from the annotations in the schemas, from the catalogue of
 * diagnostics and from the tests that provoke them, so that a new field or a new
 * message is in all of it at once.  Where false comes back, *ret_why says in one line
 * what is wrong with the command.
 */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct fields;
struct files;
struct rule;

struct desk {
	struct arena *arena;
	const struct fields *fields;
	struct diag_list *diags; /* where a list of codes cannot be read */
	struct files *files;
	struct text schemas; /* the folder */
};

/* JSON Schema (draft-07) of one root ("submission"), or of all where `root` is empty:
 * then the key "schema" of a file says which one counts. */
bool desk_schema(
	const struct desk *, struct text root, struct buffer *, struct text *ret_why);

/* What is known of a new record beforehand; all but `name` may be empty. */
struct desk_wish {
	struct text name; /* the kind of record: "milestone" */
	struct text id, country, kind;
};

/* A file with one new record as YAML: what must be filled in is empty, what may be is
 * commented out. */
bool desk_new(const struct desk *, const struct desk_wish *, struct buffer *,
	struct text *ret_why);

/* The page of a diagnostic ("V203") with an example; false where there is none. */
bool desk_explain_code(struct text word, struct buffer *);

/* The page of a rule, with the record that breaks it. */
void desk_explain_rule(const struct rule *, struct buffer *);

/* The page of a kind of record ("milestone"), of a field ("milestone.date", or "date"
 * wherever it stands) or of one of its values ("milestone.kind.event-held"). */
bool desk_explain_field(
	const struct desk *, struct text word, struct buffer *, struct text *ret_why);

/* The guide for focal points, as Markdown. */
void desk_guide(const struct desk *, struct buffer *);

#endif
