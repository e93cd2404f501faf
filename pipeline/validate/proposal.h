/* proposal.h - what to add where a field is missing. */
#ifndef VALIDATE_PROPOSAL_H
#define VALIDATE_PROPOSAL_H

#include "base/text.h"

struct field;
struct judge;

/* Helps the diagnostic that was added last: a line for the field, where one line will
 * do, and what belongs there.  The rest follows as it is. */
void proposal_help(const struct judge *, const struct field *, struct text rest);

#endif
