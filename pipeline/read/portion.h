/* portion.h - the files that were asked for, in portions that fit in memory.
 *
 * A small file is one portion.  A large one is several: each is a slab of entries of
 * one of its lists, read under the head of the file (read/survey.h), so that it looks
 * like a small file with the same head.  All places are those of the file as it was
 * typed.
 */
#ifndef READ_PORTION_H
#define READ_PORTION_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct files;
struct survey;
struct paths;
struct records;

struct portion {
	struct text path;   /* of the file, or of a folder that cannot be read */
	struct place asked; /* the place that named it; no file is the command line */
	const char *kind;   /* the record that it must hold, or NULL for any */
	bool lost;          /* it cannot be had, as was told */
	const struct survey *survey; /* NULL: the whole file */
	size_t item;                 /* its slab of entries */
	size_t bytes;                /* about as many */

	/* The lines that no other portion has; 0 is all that it holds. */
	uint32_t first, last;
};

struct portions {
	struct portion *items;
	size_t count;
	struct text
		report; /* the report's folder as typed; empty where there is none */
};

/* What a portion is read with. */
struct reader {
	struct files *files;
	struct diag_list *diags;
	struct arena *scratch; /* for what is not needed when the portion is read */
};

/* Files of more than `most` bytes come in portions.  Each file is named once;
 * report.yaml and the style come before all others.  Complains of folders that hold
 * nothing. */
struct portions portion_list(
	const struct reader *, const struct paths *, struct arena *, size_t most);

/* Adds what a portion holds to the records, and is false where something was said of
 * it: then what could not be read is marked as lost.  Where `line` is not 0, only the
 * entry that it stands in is read, and the head. */
bool portion_read(
	const struct reader *, const struct portion *, uint32_t line, struct records *);

#endif
