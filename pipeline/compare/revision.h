/* revision.h - what has changed on paper: a document beside an earlier one, block by
 * block.
 *
 * A block is what stands by itself: a paragraph, a heading, a row of a table, a figure,
 * a key number.  Blocks are the same where they say the same; one that only stands
 * elsewhere has not changed, nor has one whose number has.  A picture is known by the
 * name of its file.  What the contents and the index list follows from other blocks and
 * is passed over.
 *
 * By P. Heckel, "A technique for isolating differences between files", CACM 21(4),
 * 1978, pp. 264-268; time grows with the blocks, but for sorting them.
 */
#ifndef COMPARE_REVISION_H
#define COMPARE_REVISION_H

struct arena;
struct document;

/* Sets `change` in the blocks of the document that are not in the earlier one, and in
 * those before which blocks of that one are gone. */
void revision_mark(
	struct arena *scratch, struct document *, const struct document *before);

#endif
