/* press.h - finished pages, on their way to whoever waits for them.
 *
 * Where nobody does, they stay.  Else what stands on them lies apart from the pages, in
 * two arenas: what was set since the last instalment (instalment.h), which is the ink
 * of the pages, and what was set before it.  The older goes with the last page that
 * shows something of it.
 */
#ifndef LAYOUT_PRESS_H
#define LAYOUT_PRESS_H

#include <stddef.h>

struct arena;
struct setting;

struct press {
	struct setting *setting;
	size_t finished;     /* pages */
	struct arena *older; /* NULL: there is none yet */
	size_t kept;         /* items of the flow that lie there, the first ones */
};

struct press press_open(struct setting *);

/* Nothing of what was set so far is left in a flow. */
void press_rest(struct press *);

/* Nothing more is put on the pages made so far.  Of the flow that is on its way `gone`
 * items stand on them, and `left` are still to come.  Until here pages of a document
 * that is read from the right begin at the left. */
void press_finish(struct press *, size_t gone, size_t left);

/* The ink of the pages is theirs again, and what lay apart lives as long as they do. */
void press_close(struct press *);

#endif
