/* press.h - the editions of a report are made, side by side.
 *
 * Each goes the line from compose on by itself, over its worker's own copy of the
 * records; what is said and written does not depend on the number of threads.
 */
#ifndef PRESS_H
#define PRESS_H

#include "base/text.h"
#include "editions.h"

struct piece;
struct records;
struct run;

/* What became of an edition. */
struct printed {
	struct piece *pdf; /* NULL where diagnostics say why there is none */
	size_t pages;
};

/* What is printed; and what it was, or NULL, with the editions that it had then, where
 * changes are to be marked. */
struct press_records {
	const struct records *now, *before;
	struct editions editions;
};

/* Makes the editions of the report in the folder as PDFs, in their order.  What they
 * have to say follows in the run, once where several say the same; of texts without
 * translations each language tells once. */
struct printed *press_run(struct run *, struct text report, const struct editions *,
	const struct press_records *);

#endif
