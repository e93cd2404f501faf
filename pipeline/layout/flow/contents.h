/* contents.h - lists of what stands where: headings, tables, figures.
 */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/flow/column.h"

struct flow;
struct node;

/* A heading, a table or a figure and the page that it comes to stand on. */
struct entry {
	struct node *node;
	struct text label; /* the page's folio */
};

struct entries {
	struct entry *items;
	size_t count, room;
};

/* The headings, and what else the style wants listed at the front, with the folios that
 * were found the last time, each list below a heading of its own; tags go below `tag`.
 */
void contents_flow(struct flow *, const struct entries *, uint32_t tag);

/* A list where a text asks for it. */
void contents_within(struct flow *, struct node *, struct column);

#endif
