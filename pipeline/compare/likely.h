/* likely.h - a dropped record and a new one that are perhaps the same.
 */
#ifndef COMPARE_LIKELY_H
#define COMPARE_LIKELY_H

struct comparison;

/* Fills in what is likely of the new records: of their kind and country, and with a
 * title that shares most of its words.  Each dropped one is proposed once.  The scratch
 * arena is reset. */
void likely_find(struct comparison *);

#endif
