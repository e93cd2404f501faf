/* paginate.h - a flow into pages.
 *
 * The best set of page breaks is found over the whole section (M. F. Plass,
 * "Optimal Pagination Techniques for Automatic Typesetting Systems", 1981, in its
 * simplest case: no floats), by what each break costs and by how much of a page it
 * leaves empty.  Notes stand at the foot of the page with their mark; of a long one the
 * rest goes on to the next.
 */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"

struct flow;

/* The flow's items from `from` up to, not including, `to`. */
struct sheet {
	size_t from, to;
	bool turned;               /* the page lies on its side */
	size_t foot_from, foot_to; /* the same of the flow's foot */
};

/* The pages of a flow, of `height` each, turned ones of another; there is at least one,
 * and each holds at least one line where the flow has one.  In scratch. */
struct sheet *paginate(
	const struct flow *, length height, length turned_height, size_t *ret_count);

#endif
