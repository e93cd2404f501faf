/* check.h - plgs check: every fault of every file, and nothing made.
 */
#ifndef CHECK_H
#define CHECK_H

#include "run.h"

struct check {
	struct run *run;
	struct text *names; /* the operands, and a report that they belong to */
	size_t count;
	bool context; /* that report is the last one, and nobody asked for it */
};

/* Reads and judges; the run's diagnostics are then those of the files as they are,
 * on disk or held, sorted. */
void check_judge(const struct check *);

/* True for a file that was asked for. */
bool check_covers(const struct check *, struct text path);

enum status check_command(struct run *);

#endif
