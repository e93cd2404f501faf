#include "tongue.h"

#include <unicode/uloc.h>

#include "base/arena.h"
#include "layout/inline/hyphen.h"
#include "layout/inline/segment.h"
#include "stage.h"

struct tongue_set {
	struct job *job;
	struct tongue *first; /* the last one is that of the document */
	size_t count;
};

enum { TONGUES = 256 }; /* of a document; words in others count as in its own */

struct tongue_set *
tongue_set_open(struct job *job)
{
	struct tongue_set *set = arena_make(job->scratch, struct tongue_set);

	set->job = job;
	return set;
}

void
tongue_set_close(struct tongue_set *set)
{
	for (struct tongue *tongue = set->first; tongue; tongue = tongue->next)
		segmenter_close(tongue->segmenter);
}

unsigned
tongue_customs(struct text language)
{
	static const struct {
		const char *language;
		unsigned customs;
	} known[] = {
		{ "fr", TONGUE_CLOSE_MARKS },
		{ "pt", TONGUE_REPEATED_MARK },
		{ "ru", TONGUE_SHORT_WORDS },
		{ "uk", TONGUE_SHORT_WORDS },
		{ "be", TONGUE_SHORT_WORDS },
		{ "pl", TONGUE_SHORT_WORDS | TONGUE_REPEATED_MARK },
		{ "cs", TONGUE_SHORT_WORDS | TONGUE_REPEATED_MARK },
		{ "sk", TONGUE_SHORT_WORDS | TONGUE_REPEATED_MARK },
	};
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (text_is(primary, known[i].language))
			return known[i].customs;
	return 0;
}

static struct tongue *
tongue_make(struct tongue_set *set, struct text language)
{
	struct arena *arena = set->job->scratch;
	struct tongue *tongue = arena_make(arena, struct tongue);

	tongue->language = text_keep(arena, language);
	tongue->customs = tongue_customs(language);
	tongue->rtl = uloc_isRightToLeft(text_string(arena, language));
	tongue->hyphenator = hyphenator_open(set->job, language);
	tongue->next = set->first;
	set->first = tongue;
	set->count++;
	return tongue;
}

const struct tongue *
tongue_find(struct tongue_set *set, struct text language)
{
	if (language.size == 0)
		language = TEXT("en");
	for (struct tongue *tongue = set->first; tongue; tongue = tongue->next)
		if (text_equal(tongue->language, language) ||
			(set->count == TONGUES && !tongue->next))
			return tongue;
	return tongue_make(set, language);
}

struct segmenter *
tongue_segmenter(struct tongue_set *set, const struct tongue *tongue)
{
	struct tongue *owned = set->first;

	while (owned != tongue)
		owned = owned->next;
	if (!owned->segmenter)
		owned->segmenter = segmenter_open(set->job->scratch, owned->language);
	return owned->segmenter;
}
