#include "tongue.h"

#include <unicode/uloc.h>

#include "base/arena.h"
#include "layout/inline/hyphen.h"
#include "layout/inline/segment.h"
#include "stage.h"

struct tongue_set {
	struct job *job;
	struct tongue *first;
};

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
	for (struct tongue *tongue = set->first; tongue; tongue = tongue->next) {
		segmenter_close(tongue->segmenter);
		hyphenator_close(tongue->hyphenator);
	}
}

static struct tongue *
tongue_make(struct tongue_set *set, struct text language)
{
	struct arena *arena = set->job->scratch;
	struct tongue *tongue = arena_make(arena, struct tongue);

	tongue->language = text_keep(arena, language);
	tongue->rtl = uloc_isRightToLeft(text_string(arena, language));
	tongue->hyphenator = hyphenator_open(set->job, language);
	tongue->next = set->first;
	set->first = tongue;
	return tongue;
}

const struct tongue *
tongue_find(struct tongue_set *set, struct text language)
{
	if (language.size == 0)
		language = TEXT("en");
	for (struct tongue *tongue = set->first; tongue; tongue = tongue->next)
		if (text_equal(tongue->language, language))
			return tongue;
	return tongue_make(set, language);
}

bool
tongue_is(const struct tongue *tongue, const char *language)
{
	struct text tag = tongue->language;

	return text_is(text_slice(tag, 0, text_find(tag, '-', 0)), language);
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
