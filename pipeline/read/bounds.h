/* bounds.h - how much read takes before it says no.
 *
 * Every bound is far above what a focal point sends and far below what would make a
 * run slow: text that passes one of them is no record, or is meant to do harm.  Each
 * is tested at the bound and one past it.
 */
#ifndef READ_BOUNDS_H
#define READ_BOUNDS_H

enum bounds {
	/* A file of 200 records has 120 KB; a register of all cities has 2 MB.  It is
	 * the bound for what is read at once: check reads a larger file in portions. */
	BOUND_FILE_BYTES = 8 * 1024 * 1024,

	/* A portion of a large file, of whole entries: some 50 records. */
	BOUND_PORTION_BYTES = 32 * 1024,

	/* The head of a large file is read with each of its portions.  A file with more
	 * outside of its lists is read at once. */
	BOUND_HEAD_BYTES = 64 * 1024,

	/* What is looked at at once of a large file, to find its entries. */
	BOUND_BLOCK_BYTES = 1024 * 1024,

	/* Records nest five deep.  libyaml 0.2.5 takes quadratic time for brackets in
	 * brackets, so that it is stopped here. */
	BOUND_DEPTH = 32,

	/* Keys, values and entries in a file; each costs about 300 bytes of memory. */
	BOUND_NODES = 500 * 1000,

	/* A text: some 10,000 words, more than any field asks for. */
	BOUND_SCALAR_BYTES = 64 * 1024,

	/* The longest key of the schemas has 24. */
	BOUND_KEY_BYTES = 64,

	/* A line that is looked at a second time, for a dash or a comment: more often
	 * than once for each value would be quadratic. */
	BOUND_LINE_BYTES = 4 * 1024,

	/* Faults that the look at the bytes tells, before it is clear that the file
	 * needs another remedy than mending line by line. */
	BOUND_SCAN_FAULTS = 20,

	/* Faults in the structure of one file; after so many nobody reads on. */
	BOUND_FAULTS = 100,

	/* Syntax errors that are mended or stepped over in one file. */
	BOUND_MISTAKES = 20,

	/* A stretch that is tried with a mended line: a dozen tries for each mistake
	 * must stay cheap. */
	BOUND_MENDED_BYTES = 64 * 1024,
};

#endif
