/* stack.h - bars whose parts stand one after the other.
 */
#ifndef LAYOUT_STACK_H
#define LAYOUT_STACK_H

struct sketch;

/* Each part has its number in it, where there is room; the names of the columns stand
 * above the first bar.  Negative parts run the other way. */
void stack_flow(struct sketch *);

#endif
