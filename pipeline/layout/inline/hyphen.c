#include "hyphen.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "layout/inline/liang.h"
#include "stage.h"

enum { PATTERNS_LIMIT = 8 << 20, WORD_LEAST = 5 };

struct hyphenator {
	struct liang *patterns;
};

/* What a language is called where Debian's files carry a country. */
static const struct alias {
	const char *language, *file;
} aliases[] = {
	{ "en", "en_GB" },
	{ "es", "es_ES" },
	{ "pt", "pt_PT" },
	{ "ru", "ru_RU" },
	{ "de", "de_DE" },
	{ "it", "it_IT" },
};

static struct text
file_of(struct arena *arena, struct text folder, struct text language)
{
	struct buffer name = buffer_make(arena);

	buffer_string(&name, "hyph_");
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (text_is(language, aliases[i].language))
			language = text_of(aliases[i].file);
	for (size_t i = 0; i < language.size; i++)
		buffer_byte(&name, language.at[i] == '-' ? '_' : language.at[i]);
	buffer_string(&name, ".dic");
	return files_within(arena, folder, buffer_text(&name));
}

/* Patterns in UTF-8, whatever charset their first line names: words are in UTF-8 too.
 * False when there is no such charset. */
static bool
patterns_convert(struct arena *arena, struct text bytes, struct text *ret_patterns)
{
	struct text rest = bytes, charset;
	UErrorCode status = U_ZERO_ERROR;
	char *converted;
	size_t room;

	if (!text_cut(&rest, '\n', &charset))
		return false;
	charset = text_trim(charset);
	if (text_is(charset, "UTF-8")) {
		*ret_patterns = rest;
		return true;
	}
	room = 4 * rest.size + 1;
	converted = arena_take(arena, room);
	ucnv_convert("UTF-8", text_string(arena, charset), converted, (int32_t)room,
		rest.at, (int32_t)rest.size, &status);
	if (U_FAILURE(status))
		return false;
	*ret_patterns = text_of(converted);
	return true;
}

struct hyphenator *
hyphenator_open(struct job *job, struct text language)
{
	struct text path = file_of(job->scratch, job->hyphenation, language);
	struct diag_list quiet = { .arena = job->scratch };
	struct hyphenator *hyphenator;
	struct text bytes;

	if (!files_exists(job->files, path) ||
		!files_read(job->files, &quiet, path, (struct place){ 0 },
			PATTERNS_LIMIT, &bytes) ||
		!patterns_convert(job->scratch, bytes, &bytes))
		return NULL;
	hyphenator = arena_make(job->scratch, struct hyphenator);
	hyphenator->patterns = liang_read(job->scratch, bytes);
	return hyphenator;
}

/* The letters between the marks at either end; false when the word is not to be
 * divided at all. */
static bool
letters_find(struct text word, size_t *ret_start, size_t *ret_end)
{
	size_t start = 0, end = 0, count = 0;
	bool over = false;

	for (size_t i = 0; i < word.size;) {
		uint32_t rune;
		size_t size = text_rune(word, i, &rune);
		bool letter = u_isalpha((UChar32)rune);

		if (u_isdigit((UChar32)rune) || rune == '-' || (letter && over))
			return false;
		if (letter && count > 0 && u_isupper((UChar32)rune))
			return false;
		if (letter && count++ == 0)
			start = i;
		if (letter)
			end = i + size;
		over = count > 0 && !letter;
		i += size;
	}
	*ret_start = start;
	*ret_end = end;
	return count >= WORD_LEAST;
}

/* Lower case, letter by letter, so long as that keeps the size. */
static void
word_lower(struct text letters, uint8_t *lower)
{
	for (size_t i = 0; i < letters.size;) {
		uint32_t rune;
		size_t at = i, size = text_rune(letters, i, &rune);
		UChar32 small = u_tolower((UChar32)rune);

		if (U8_LENGTH(small) != (int32_t)size)
			small = (UChar32)rune;
		U8_APPEND_UNSAFE(lower, at, (uint32_t)small);
		i += size;
	}
}

size_t
hyphenator_points(struct hyphenator *hyphenator, struct text word,
	uint8_t ret_points[HYPHEN_WORD])
{
	char lower[HYPHEN_WORD];
	bool marks[HYPHEN_WORD];
	size_t start, end, count = 0;

	if (!hyphenator || word.size >= HYPHEN_WORD ||
		!letters_find(word, &start, &end))
		return 0;
	word_lower(text_slice(word, start, end), (uint8_t *)lower);
	liang_mark(hyphenator->patterns, (struct text){ lower, end - start }, marks);
	for (size_t i = start; i < end; i++)
		if (marks[i - start])
			ret_points[count++] = (uint8_t)i;
	return count;
}
