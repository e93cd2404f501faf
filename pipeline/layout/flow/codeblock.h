/* codeblock.h - blocks of code: a line as it is typed, on a tint.
 */
#ifndef LAYOUT_CODEBLOCK_H
#define LAYOUT_CODEBLOCK_H

#include "base/text.h"
#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets the code of a block. */
void codeblock_flow(
	struct flow *, const struct node *, struct text code, struct column);

#endif
