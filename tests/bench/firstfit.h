/* firstfit.h - the paragraphs of a text, broken by total fit and by first fit.
 */
#ifndef BENCH_FIRSTFIT_H
#define BENCH_FIRSTFIT_H

#include "base/text.h"

struct setting;

/* Sets the paragraphs of a book in Markdown, as wide as so many points, and prints what
 * was found out about their lines. */
void firstfit_compare(struct setting *, struct text book, int points);

#endif
