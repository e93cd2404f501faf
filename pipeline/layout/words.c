#include "words.h"

/* From schemas/words, by words.py; English comes first. */
static const struct {
	const char *language;
	const char *words[WORDS];
} languages[] = {
#include "layout/page.list"
};

struct text
words_find(struct text language, enum word word)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_is(primary, languages[i].language))
			return text_of(languages[i].words[word]);
	return text_of(languages[0].words[word]);
}
