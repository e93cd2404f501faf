/* judge.h - what the steps of the judgement share.
 *
 * The fields of the schema, the elements that were blamed already, and words for
 * an element and for the record it belongs to.
 */
#ifndef VALIDATE_JUDGE_H
#define VALIDATE_JUDGE_H

#include "base/diag.h"
#include "validate/unknown.h"

struct _xmlNode;
struct arena;
struct codes;
struct diag_list;
struct fields;
struct nodeset;
struct references;
struct values;
struct weights;

struct judge {
	struct arena *arena;     /* for what serves all portions */
	struct arena *scratch;   /* for this one */
	struct diag_list *diags; /* of this one */
	const struct fields *fields;
	struct nodeset *blamed;  /* with all below them */
	struct nodeset *lacking; /* maps that lack a key */
	struct references *references;
	struct codes *codes;
	struct values *values;
	uint32_t first, last;    /* the lines that are judged; 0 is all of them */
	struct weights *weights; /* NULL until the rules are known */
	struct unknown unknown;  /* keys of the portion that is being looked at */
};

/* True for an element on the lines that are judged.  The head of a large file is read
 * with each of its portions, and judged with the first of them. */
bool judge_is_own(const struct judge *, const struct _xmlNode *);

/* The text, or its first `most` bytes where it is longer, cut between runes. */
struct text judge_cut(struct text, size_t most);

/* Gives the diagnostic that was added last a fix: `text`, as it is to be typed, in
 * place of the element's value.  None where the value is not all on one line. */
void judge_fix(const struct judge *, const struct _xmlNode *, struct text);

/* True when the element or one above it was blamed. */
bool judge_is_blamed(const struct judge *, const struct _xmlNode *);

/* `"status"`, or `an entry of "tags"` for an item. */
struct text judge_name(const struct judge *, const struct _xmlNode *);

/* ` of milestone az-2023-nuf-2`: the record that the element is in, empty where none
 * has a name. */
struct text judge_record(const struct judge *, const struct _xmlNode *);

/* "milestone az-2023-nuf-2" for a record with a name, else what judge_name says. */
struct text judge_subject(const struct judge *, const struct _xmlNode *);

#endif
