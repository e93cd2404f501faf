/* timeline.h - what happens when: rows of dates below an axis of months or years.
 */
#ifndef LAYOUT_TIMELINE_H
#define LAYOUT_TIMELINE_H

struct sketch;

/* A day is a dot, what is known less exactly a bar over all its days; what is not
 * certain has a broken outline. */
void timeline_flow(struct sketch *);

#endif
