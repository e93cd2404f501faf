#include "hyphen.h"

#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "stage.h"

enum { PATTERNS_LIMIT = 8 << 20, WORD_LEAST = 5, LEFT_LEAST = 2, RIGHT_LEAST = 3 };

struct hyphenator {
	HyphenDict *patterns;
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
	struct buffer patterns = buffer_make(arena);
	UErrorCode status = U_ZERO_ERROR;
	char *converted;
	size_t room;

	if (!text_cut(&rest, '\n', &charset))
		return false;
	charset = text_trim(charset);
	if (text_is(charset, "UTF-8")) {
		*ret_patterns = bytes;
		return true;
	}
	room = 4 * rest.size + 1;
	converted = arena_take(arena, room);
	ucnv_convert("UTF-8", text_string(arena, charset), converted, (int32_t)room,
		rest.at, (int32_t)rest.size, &status);
	if (U_FAILURE(status))
		return false;
	buffer_string(&patterns, "UTF-8\n");
	buffer_string(&patterns, converted);
	*ret_patterns = buffer_text(&patterns);
	return true;
}

struct hyphenator *
hyphenator_open(struct job *job, struct text language)
{
	struct text path = file_of(job->scratch, job->hyphenation, language);
	struct diag_list quiet = { .arena = job->scratch };
	struct hyphenator *hyphenator;
	struct text bytes;
	HyphenDict *patterns;
	FILE *stream;

	if (!files_exists(job->files, path) ||
		!files_read(job->files, &quiet, path, (struct place){ 0 },
			PATTERNS_LIMIT, &bytes) ||
		!patterns_convert(job->scratch, bytes, &bytes))
		return NULL;
	stream = fmemopen(text_string(job->scratch, bytes), bytes.size, "r");
	if (!stream)
		arena_exhaust(job->scratch);
	patterns = hnj_hyphen_load_file(stream);
	fclose(stream);
	if (!patterns)
		return NULL;
	hyphenator = arena_make(job->scratch, struct hyphenator);
	hyphenator->patterns = patterns;
	return hyphenator;
}

void
hyphenator_close(struct hyphenator *hyphenator)
{
	if (hyphenator)
		hnj_hyphen_free(hyphenator->patterns);
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
	uint8_t lower[HYPHEN_WORD];
	char marks[HYPHEN_WORD + 5] = { 0 };
	const char *letters = (const char *)lower;
	size_t start, end, size, count = 0;
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (!hyphenator || word.size >= HYPHEN_WORD ||
		!letters_find(word, &start, &end))
		return 0;
	size = end - start;
	word_lower(text_slice(word, start, end), lower);
	lower[size] = '\0'; /* libhyphen looks behind the word */
	if (hnj_hyphen_hyphenate3(hyphenator->patterns, letters, (int)size, marks, NULL,
		    &rep, &pos, &cut, LEFT_LEAST, RIGHT_LEAST, 0, 0) != 0)
		size = 0;
	/* In UTF-8 mode a mark stands under the rune before the hyphen, by rune. */
	for (size_t i = 0, rune_index = 0; i < size; rune_index++) {
		uint32_t rune;

		i += text_rune((struct text){ letters, size }, i, &rune);
		if (marks[rune_index] & 1 && i < size && !(rep && rep[rune_index]))
			ret_points[count++] = (uint8_t)(start + i);
	}
	for (size_t i = 0; rep && i < end - start; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return count;
}
