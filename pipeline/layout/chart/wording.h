/* wording.h - what a chart says of itself to those who do not see it, in the languages
 * that layout has words for.
 */
#ifndef LAYOUT_WORDING_H
#define LAYOUT_WORDING_H

#include "base/text.h"

struct arena;

enum wording {
	WORDING_BAR, /* the kinds, in the order of enum chart_kind */
	WORDING_STACKED,
	WORDING_GROUPED,
	WORDING_LINE,
	WORDING_DOT,
	WORDING_PROGRESS,
	WORDING_TIMELINE,
	WORDING_MATRIX,
	WORDING_UNIT,
	WORDING_ENTRIES,
	WORDING_LOWEST,
	WORDING_HIGHEST,
	WORDING_EARLIEST,
	WORDING_LATEST,
	WORDING_MISSING,
	WORDING_TARGET,
	WORDING_RISING,
	WORDING_FALLING,
	WORDING_STEADY,
	WORDING_FROM_TO, /* "from {1} to {2}" */
	WORDING_YES,
	WORDING_NO,
	WORDINGS
};

/* In the language, which is BCP 47, or in English. */
struct text wording_find(struct text language, enum wording);

/* The language that is found for it: its own, or "en". */
struct text wording_language(struct text language);

/* The pattern with two texts put into it. */
struct text wording_fill(
	struct arena *, struct text pattern, struct text first, struct text second);

#endif
