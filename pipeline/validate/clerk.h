/* clerk.h - one who judges portions, one after the other, by all that needs no others.
 *
 * Each thread has a clerk of its own; they share nothing but what does not change.
 */
#ifndef VALIDATE_CLERK_H
#define VALIDATE_CLERK_H

#include "validate/judge.h"
#include "validate/recordcall.h"
#include "validate/rule.h"

struct _xmlNode;
struct hearing;
struct job;
struct rulebind;
struct rulebook;
struct schema;

struct clerk {
	struct judge judge;
	struct rulebind
		*bind; /* NULL until the rules are known, or where they are wrong */
	struct meetings *meetings;
	struct diag_list *diags; /* about the rules and the lists themselves */
};

/* Lives in `arena`, which serves no other thread. */
struct clerk *clerk_open(struct arena *arena, struct job *, const struct schema *);
void clerk_close(struct clerk *);

/* Makes the rules ready, with what they weigh. */
bool clerk_bind(struct clerk *, const struct rulebook *, struct weights *,
	struct _xmlNode *report, const struct meetings_setup *);

/* Judges keys and values; notes names and references in the hearing. */
void clerk_hear(struct clerk *, struct hearing *);

/* Asks the rules, when all names of the portion are entered. */
void clerk_ask(struct clerk *, struct hearing *);

/* Asks one rule once more, of a record that may belong to another hearing. */
void clerk_ask_again(
	struct clerk *, struct diag_list *, const struct pending *, struct _xmlNode *);

/* Makes of the keys of a record that was brought back what a hearing made of them. */
void clerk_tidy(struct clerk *, const struct _xmlNode *file);

#endif
