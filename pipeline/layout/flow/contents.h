/* contents.h - the table of contents.
 */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "layout/flow/column.h"

struct flow;
struct node;

/* A heading and the page that it comes to stand on. */
struct entry {
	struct node *heading;
	struct text label; /* the page's folio */
};

/* The headings down to the third level into a flow; its tags go below `tag`. */
void contents_flow(struct flow *, const struct entry *, size_t count, uint32_t tag);

/* Lists all headings of the document where a text asks for them. */
void contents_within(struct flow *, const struct node *, struct column);

#endif
