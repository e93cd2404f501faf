/* editions.h - the outputs that a report has: one for each record that for_each: in its
 * report.yaml chooses, in each of its languages.
 */
#ifndef EDITIONS_H
#define EDITIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct records;
struct run;

/* One output.  Subject and file are empty for the one that a plain report has. */
struct edition {
	struct text subject; /* the name of the record it is for */
	struct text language;
	struct place asked; /* where the report says that it comes out in it */
	struct text file;   /* its name, less the folder */
};

struct editions {
	struct edition *items; /* by language, then in the order of the records */
	size_t count;
	bool is_many; /* they fill a folder, even where it is one */
};

/* The editions of the report among records that were judged, as far as the command asks
 * for them; `name` is that of the report's folder.  What readers may not see chooses
 * nobody; the records themselves stay as they are.  False: G106, G107 or G108 says
 * why. */
bool editions_find(struct run *, const struct records *, struct text name,
	struct editions *ret_editions);

#endif
