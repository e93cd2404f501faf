/* bars.h - bars from a common line, alone or in groups.
 */
#ifndef LAYOUT_BARS_H
#define LAYOUT_BARS_H

struct sketch;

/* Each bar has its number at its end; in a group the names of the columns stand beside
 * them. */
void bars_flow(struct sketch *);

#endif
