/* repair.h - reading on after a syntax error.
 *
 * libyaml stops at the first.  Here the line to blame is mended the way a person
 * would, by a few tries of which the first counts that can be read and loses nothing;
 * where none helps, the record is given up and the next one is read.  The file stays
 * wrong: what is mended is looked at for its other faults and for nothing else.
 */
#ifndef READ_REPAIR_H
#define READ_REPAIR_H

struct arena;
struct diag_list;
struct mended;
struct source;

/* Tells every mistake in the file, and mends `mended`, which the source may be read
 * through already, so that libyaml reads it to its end. */
void repair_file(
	struct arena *, struct diag_list *, const struct source *, struct mended *);

#endif
