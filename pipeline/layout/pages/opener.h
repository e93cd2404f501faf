/* opener.h - how a section begins where the style has a band or a page for it.
 *
 * The number and the words of its first heading stand there in the looks "opener" and
 * "opener-number", and below them the lead: a paragraph right after the heading that is
 * in italics as a whole.
 */
#ifndef LAYOUT_OPENER_H
#define LAYOUT_OPENER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

struct flow;
struct line;
struct node;
struct setting;

enum { OPENER_PARTS = 3 };

struct opener {
	struct node *heading; /* NULL: the section begins as any page does */
	struct opener_part {
		const struct block_style *style;
		struct line *lines;
		size_t count;
	} parts[OPENER_PARTS];
	length height; /* of the band */
	bool alone;    /* on a page of its own */
};

/* Sets the opener of a section, under `tag`; what it leaves of the section begins with
 * the node that is returned. */
struct node *opener_set(struct setting *, struct node *section, uint32_t tag,
	struct opener *ret_opener);

/* Begins the flow of the section with the room that a band takes. */
void opener_flow(struct flow *, const struct opener *);

/* Puts it on a page that is empty so far. */
void opener_put(struct setting *, const struct opener *, uint32_t page);

#endif
