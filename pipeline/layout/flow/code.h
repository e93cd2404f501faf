/* code.h - blocks of code: a line as it is typed, on a tint.
 */
#ifndef LAYOUT_CODE_H
#define LAYOUT_CODE_H

#include "base/text.h"
#include "layout/flow/column.h"

struct flow;
struct node;

/* Sets the code of a block. */
void code_flow(struct flow *, const struct node *, struct text code, struct column);

#endif
