/* likeness.h - whether two texts can be nearly the same, told without the texts.
 *
 * What ruletext_similarity counts, pairs of letters, is kept in coarse: never is a pair
 * of texts passed over that is similar, and few that are not are looked at.
 */
#ifndef VALIDATE_LIKENESS_H
#define VALIDATE_LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum { LIKENESS_KINDS = 32, LIKENESS_MOST = 255 };

struct likeness {
	uint8_t pairs[LIKENESS_KINDS]; /* of letters, by kind; LIKENESS_MOST is more */
	uint32_t count;                /* of all pairs */
};

/* True where the similarity of the two texts, in hundredths, may be above `least`. */
bool likeness_reaches(const struct likeness *, const struct likeness *, int least);

#endif
