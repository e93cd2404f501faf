/* weight.h - how much the faults of each code weigh in this report.
 *
 * report.yaml may give a rule, and a warning of this room, another severity or none.
 * Errors of the form weigh the same in every report: what does not fit cannot be used.
 */
#ifndef VALIDATE_WEIGHT_H
#define VALIDATE_WEIGHT_H

#include <stddef.h>

struct _xmlNode;
struct arena;
struct diag_entry;
struct judge;
struct rule;
struct rulebook;
struct weights;

/* Lives in the arena, as do the entries that it gives: it is that of the diagnostics.
 * `settings` are the rules: of the report, or NULL.  Complains of each that is about no
 * code, or about one that always weighs the same. */
struct weights *weight_start(struct arena *, struct judge *, const struct rulebook *,
	const struct _xmlNode *settings);

/* The entry with the severity that it has in this report; NULL where it is off. */
const struct diag_entry *weight_entry(struct weights *, const struct diag_entry *);

/* The same for a rule, which may be off where the report says nothing of it. */
const struct diag_entry *weight_rule(struct weights *, const struct rule *);

/* Gives the warnings from `from` on that were added already what they weigh; NULL
 * leaves them as they are. */
void weight_apply(struct weights *, struct judge *, size_t from);

#endif
