/* verdict.h - what read and validate say of the files that were asked for.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include "run.h"

struct verdict {
	struct run *run;
	struct text *names; /* the operands, and a report that they belong to */
	size_t count;
	bool context;       /* that report is the last one, and nobody asked for it */
	struct text *files; /* that were judged, sorted */
	size_t file_count;
};

/* Reads and judges; the run's diagnostics are then those of the files as they are,
 * on disk or held, sorted. */
void verdict_judge(struct verdict *);

/* True for a file that was asked for. */
bool verdict_covers(const struct verdict *, struct text path);

#endif
