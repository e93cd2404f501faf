/* span.h - a run of stages, from one filter to the whole line, in this process.
 */
#ifndef SPAN_H
#define SPAN_H

#include "stage.h"

struct budget;

enum { SPAN_STAGES = 6 };

/* The line, in order. */
extern const struct stage *const span_stages[SPAN_STAGES];

/* A run of neighbours: "layout" or "read..compose". */
struct span {
	size_t first, last;
};

/* False when the words name no stage, or two in the wrong order. */
bool span_parse(struct text words, struct span *ret_span);

/* Runs the span on a piece, whose arena it closes.  Each result has an arena of
 * its own; the last one is the caller's to close.  False: diagnostics say why, and
 * nothing is left open. */
bool span_run(struct job *, struct span, struct budget *, struct piece *in,
	struct piece *ret_out);

#endif
