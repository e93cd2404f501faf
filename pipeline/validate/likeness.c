#include "likeness.h"

bool
likeness_reaches(const struct likeness *a, const struct likeness *b, int least)
{
	uint64_t common = 0, all = (uint64_t)a->count + b->count;

	for (size_t i = 0; i < LIKENESS_KINDS; i++) {
		uint8_t few = a->pairs[i] < b->pairs[i] ? a->pairs[i] : b->pairs[i];

		if (few == LIKENESS_MOST)
			return true;
		common += few;
	}
	/* Texts without a pair are compared as they are. */
	return a->count == 0 || b->count == 0 || 200 * common > (uint64_t)least * all;
}
