/* allow.h - comments that let a fault stand: "# plgs: allow V512 -- reason".
 *
 * libyaml passes over comments, so they are found in the lines.
 */
#ifndef READ_ALLOW_H
#define READ_ALLOW_H

struct _xmlNode;
struct arena;
struct lines;
struct sheet;

/* Adds the allowances in the lines of a sheet to the element of its file; the arena is
 * that of its records. */
void allow_collect(struct arena *, const struct sheet *, const struct lines *,
	struct _xmlNode *file);

#endif
