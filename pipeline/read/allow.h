/* allow.h - comments that let a fault stand: "# plgs: allow V512 -- reason".
 *
 * libyaml passes over comments, so they are found in the lines.
 */
#ifndef READ_ALLOW_H
#define READ_ALLOW_H

struct _xmlNode;
struct arena;
struct lines;

/* Adds the allowances in the lines of a file to its element; the arena is that of its
 * records. */
void allow_collect(struct arena *, const struct lines *, struct _xmlNode *file);

#endif
