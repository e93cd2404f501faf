#include "wording.h"

#include <stddef.h>

/* From schemas/words, by words.py; English comes first. */
static const struct {
	const char *language;
	const char *words[WORDINGS];
} languages[] = {
#include "layout/chart.list"
};

static size_t
language_find(struct text language)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_is(primary, languages[i].language))
			return i;
	return 0;
}

struct text
wording_find(struct text language, enum wording wording)
{
	return text_of(languages[language_find(language)].words[wording]);
}

struct text
wording_language(struct text language)
{
	size_t found = language_find(language);

	return found ? language : TEXT("en");
}

struct text
wording_fill(
	struct arena *arena, struct text pattern, struct text first, struct text second)
{
	struct buffer buffer = buffer_make(arena);

	for (size_t i = 0; i < pattern.size; i++) {
		struct text rest = text_slice(pattern, i, pattern.size);
		bool one = text_starts(rest, TEXT("{1}"));

		if (one || text_starts(rest, TEXT("{2}"))) {
			buffer_add(&buffer, one ? first : second);
			i += 2;
			continue;
		}
		buffer_byte(&buffer, pattern.at[i]);
	}
	return buffer_text(&buffer);
}
