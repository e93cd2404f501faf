/* rounds.h - read and validate together, over more records than memory holds.
 *
 * Portions of the files are read and judged in rounds, in several threads, and dropped.
 * What is said does not depend on the number of threads.
 */
#ifndef ROUNDS_H
#define ROUNDS_H

#include <stddef.h>

#include "base/text.h"

struct arena;
struct budget;
struct job;
struct paths;

struct rounds_setup {
	struct job *job;
	struct budget *budget;
	struct arena *arena;       /* for what comes back */
	const struct paths *names; /* files and folders */
	size_t threads;            /* at most; 0 is one for each processor */
};

/* Adds all that is to be said to the job's diagnostics.  *ret_files are the paths of
 * the files that there are, sorted, each once. */
void rounds_judge(
	const struct rounds_setup *, struct text **ret_files, size_t *ret_count);

#endif
