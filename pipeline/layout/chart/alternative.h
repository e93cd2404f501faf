/* alternative.h - what is told of a chart to those who do not see it: its kind, its
 * title, the unit, how much there is, what stands out, and where lines go.
 */
#ifndef LAYOUT_ALTERNATIVE_H
#define LAYOUT_ALTERNATIVE_H

#include "base/text.h"
#include "model/document.h"

struct arena;
struct ledger;

/* In the language, or in English where that has no words for it. */
struct text alternative_make(struct arena *, const struct ledger *,
	const struct node *chart, struct text title, struct text language);

#endif
