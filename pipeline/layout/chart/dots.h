/* dots.h - dots on a line for each row, and between them how far they are apart.
 */
#ifndef LAYOUT_DOTS_H
#define LAYOUT_DOTS_H

struct sketch;

/* One or two dots have their numbers beside them; more stand below an axis. */
void dots_flow(struct sketch *);

#endif
