/* progress.h - how far each row has come towards its target.
 */
#ifndef LAYOUT_PROGRESS_H
#define LAYOUT_PROGRESS_H

struct sketch;

/* A bar on a track that ends at the target, and beside it the numbers.  The second
 * column holds the targets, unless the chart names one for all rows. */
void progress_flow(struct sketch *);

#endif
