/* change.h - what is marked in the margin because it was not there before.
 *
 * Beside a block that is new stands a bar, as high as its lines; where something is
 * gone, a short stroke.  For those who do not see the mark it has a tag that says so.
 */
#ifndef LAYOUT_CHANGE_H
#define LAYOUT_CHANGE_H

#include "layout/flow/flow.h"
#include "model/pages.h"

struct style;

/* What became of a block, with a tag for the mark below `tag`.  It counts for the lines
 * that are added to a flow while it is flow->change. */
struct change change_of(struct setting *, const struct node *, enum role, uint32_t tag);

/* The mark beside what begins at 0, 0 and is that high. */
struct item change_mark(const struct style *, struct change, length height);

#endif
