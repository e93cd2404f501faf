/* anchor.h - names that authors give to what others may point to: `{#name}` at the end
 * of a heading or a caption.
 */
#ifndef PARSE_ANCHOR_H
#define PARSE_ANCHOR_H

#include "base/text.h"

struct node;

/* Cuts the name off the end of the node's text; empty where there is none. */
struct text anchor_cut(struct node *);

#endif
