/* paginate.h - a flow into pages.
 *
 * The best set of page breaks is found over the whole section (M. F. Plass,
 * "Optimal Pagination Techniques for Automatic Typesetting Systems", 1981), by what
 * each break costs and by how much of a page it leaves empty.
 *
 * Notes stand at the foot of the page with their mark; of a long one the rest goes on
 * to the next.  Floats stand at the top or the bottom of the page that they hang on or
 * of one after it, in their order and none of them divided; waiting costs, more so past
 * the next large heading, and none waits past the end of the flow.  Of the ways to
 * break at one place, which differ in how many floats are out, a few of the best are
 * kept, so that time grows as the flow does.  Columns side by side are as even as can
 * be on each page that they are on.
 */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include <stddef.h>

#include "base/length.h"
#include "layout/pages/sheet.h"

struct flow;

/* The pages of a flow, of `height` each, turned ones of another; there is at least one,
 * and each holds at least one line where the flow has one.  In the rough. */
struct sheet *paginate(
	const struct flow *, length height, length turned_height, size_t *ret_count);

#endif
