/* mistake.h - what libyaml could not read, in plain words.
 *
 * libyaml stops at the first mistake in a file, often a line later than the one
 * to blame.  Here its message and the lines around it become the line to blame, a
 * sentence, and where that is certain the line as it should be.
 */
#ifndef READ_MISTAKE_H
#define READ_MISTAKE_H

#include "base/diag.h"

struct lines;

struct mistake {
	const char *problem, *context; /* libyaml's words; context may be NULL */
	struct place at, context_at;
	struct place quoted; /* the last quoted text that ran over a line end */
	uint32_t quoted_to;  /* the line it ended on */
};

/* Says that no more is told of the file, from a place on; always false. */
bool mistake_stop(struct diag_list *, struct place at);

/* Adds one diagnostic. */
void mistake_explain(struct diag_list *, const struct lines *, const struct mistake *);

#endif
