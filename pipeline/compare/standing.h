/* standing.h - how far a policy or a country has come, as other records tell.
 *
 * The milestones of two years are others, and each names the phase to which it belongs:
 * the furthest of a year, beside the furthest of the other, says what moved.
 */
#ifndef COMPARE_STANDING_H
#define COMPARE_STANDING_H

struct comparison;

/* Adds a finding for each policy, or country, that moved, less those whose own record
 * says so.  The scratch arena is reset. */
void standing_compare(struct comparison *);

#endif
