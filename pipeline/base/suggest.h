/* suggest.h - the word that was probably meant.
 *
 * Every room that refuses a word offers another one, by the same measure.  Offer all
 * candidates, then ask.  Letters that differ only in case count as the
 * same, two neighbours that changed places as one mistake.
 */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include "base/text.h"

struct suggest {
	struct text word, nearest; /* borrowed; nearest is empty until one is near */
	size_t mistakes;           /* between the two */
	bool tied;                 /* another candidate is as near */
};

struct suggest suggest_start(struct text word);
void suggest_offer(struct suggest *, struct text candidate);

/* True where the word can be put right unread: one candidate, two slips at most. */
bool suggest_is_sure(const struct suggest *);

#endif
