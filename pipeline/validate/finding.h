/* finding.h - what a rule looks for in one value, told without XPath.
 *
 * Rules for texts are asked of every text there is, so their first question is put
 * without it: where nothing is found the rule holds.
 *
 *	acronym                 one that is not explained
 *	begins TEXT             the value begins so
 *	digit-first             it begins with a digit
 *	foreign-script          most letters are not those of the language named
 *	holds SIGNS             one of these signs
 *	mentions LIST           a phrase of a list
 *	miscounted              "five countries" before a list that names four
 *	mixed                   a word with letters of two scripts
 *	other-than TEXT         the value is another one
 *	words-beyond LEAST MOST fewer words, or more
 */
#ifndef VALIDATE_FINDING_H
#define VALIDATE_FINDING_H

#include "base/text.h"

struct _xmlNode;
struct finding;
struct phrases;
struct rulebook;

/* What is looked for, with what it needs to know. */
struct finding {
	bool (*finds)(const struct finding *, const struct _xmlNode *value);
	struct text argument;
	const struct phrases *phrases;
	int64_t least, most;
};

/* Reads "mentions style".  False where there is no such thing to look for. */
bool finding_read(
	const struct rulebook *, struct text source, struct finding *ret_finding);

/* The value that `path`, as in "summary/en", leads to from the record, or the record
 * itself; NULL where it leads nowhere. */
struct _xmlNode *finding_value(struct _xmlNode *record, struct text path);

#endif
