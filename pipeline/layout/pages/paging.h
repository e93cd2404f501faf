/* paging.h - what is known of a flow while it is broken into pages.
 */
#ifndef LAYOUT_PAGING_H
#define LAYOUT_PAGING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

struct flow;
struct passage;

/* What is known at each item: all that stands above it, what the frames that are open
 * there need when a page or a column ends or begins here, how that page lies, and how
 * many notes and floats hang above it. */
struct spot {
	int64_t above; /* sp; within columns as if there were but one */
	length padding, resumption;
	uint32_t notes, floats;
	uint32_t passage;            /* the columns it is in, from 1 on; 0: none */
	uint32_t state, state_count; /* of the ways to break here */
	bool turned;
};

/* A way to break: the best there is with so many floats out. */
struct state {
	int64_t cost;
	uint32_t at;     /* the item it is before */
	uint32_t prior;  /* the state that the page begins with, or itself: none */
	uint32_t shown;  /* items of the foot that stand on the pages up to here */
	uint32_t floats; /* that stand on them */
};

struct paging {
	const struct flow *flow;
	const length *heights; /* of an upright page, of a turned one */
	struct spot *spots;    /* one more than there are items */
	int64_t *foot;         /* what the items of the foot measure up to each */
	int64_t *afloat;       /* what the floats measure up to each, spaces too */
	size_t *anchors;       /* of each float: the item it hangs on */
	size_t *ends;          /* of each float: the next large heading, or the end */
	struct passage *passages;
	size_t passage_count, passage_room;
	struct state *states;
	size_t state_count, state_room;
	int64_t balanced;  /* a height that columns up to here have at least */
	length resumption; /* the most that frames need where they go on */
	bool is_plain;     /* no notes, no floats, no columns and no turned pages */
};

/* May a page or a column end before this item, and at what cost? */
bool break_legal(const struct flow *, size_t index, int64_t *ret_cost);

/* Where what comes after a break begins: white space there vanishes. */
size_t break_after(const struct flow *, size_t index);

/* Measures all of a flow.  `heights` stays the caller's. */
struct paging paging_make(const struct flow *, const length *heights);

/* How high what stands from `start` up to, not including, `to` is on a page;
 * `ret_again` is what frames need once more because the page begins there. */
int64_t paging_height(struct paging *, size_t start, size_t to, length *ret_again);

#endif
