#include "segment.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/arena.h"

struct segmenter {
	struct arena *arena;
	UBreakIterator *iterator;
	UText *text;
	struct text words; /* that are plain */
	size_t size, at;
	bool plain;
};

struct segmenter *
segmenter_open(struct arena *arena, struct text language)
{
	struct segmenter *segmenter = arena_make(arena, struct segmenter);
	UErrorCode status = U_ZERO_ERROR;

	segmenter->arena = arena;
	segmenter->iterator =
		ubrk_open(UBRK_LINE, text_string(arena, language), NULL, 0, &status);
	if (U_FAILURE(status))
		arena_exhaust(arena);
	return segmenter;
}

void
segmenter_close(struct segmenter *segmenter)
{
	if (!segmenter)
		return;
	ubrk_close(segmenter->iterator);
	utext_close(segmenter->text);
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* No line begins with one, unless a space is before it and a digit after it. */
static bool
is_mark(char byte)
{
	return byte == ',' || byte == '.' || byte == ';' || byte == ':';
}

/* A percent sign after a number, an apostrophe or a hyphen within a word, a space
 * between two. */
static bool
is_joined(char before, char byte, char after)
{
	if (byte == '-')
		return (is_letter(before) || is_digit(before)) &&
		       (is_letter(after) || is_digit(after));
	if (byte == '%')
		return is_digit(before) && (after == ' ' || is_mark(after));
	if (byte == '\'')
		return is_letter(before) && is_letter(after);
	return byte == ' ' && before != ' ' && !is_mark(after);
}

/* Of such text all is known without asking: a line may end after a space and after a
 * hyphen before a letter, and nowhere else (UAX #14, rules 7, 13, 18, 19, 21, 25 and 28
 * to 31). */
static bool
is_plain(struct text text)
{
	char before = ' ';

	for (size_t i = 0; i < text.size; i++) {
		char byte = text.at[i];

		if (!is_letter(byte) && !is_digit(byte) && !is_mark(byte) &&
			!is_joined(
				before, byte, i + 1 < text.size ? text.at[i + 1] : ' '))
			return false;
		before = byte;
	}
	return true;
}

static bool
plain_next(struct segmenter *segmenter, size_t *ret_end, bool *ret_must)
{
	struct text words = segmenter->words;
	size_t at = segmenter->at;

	if (at == words.size)
		return false;
	do
		at++;
	while (at < words.size && words.at[at - 1] != ' ' &&
		!(words.at[at - 1] == '-' && is_letter(words.at[at])));
	*ret_end = segmenter->at = at;
	*ret_must = false;
	return true;
}

void
segmenter_begin(struct segmenter *segmenter, struct text text)
{
	UErrorCode status = U_ZERO_ERROR;

	segmenter->plain = is_plain(text);
	segmenter->words = text;
	segmenter->size = text.size;
	segmenter->at = 0;
	if (segmenter->plain)
		return;
	segmenter->text =
		utext_openUTF8(segmenter->text, text.at, (int64_t)text.size, &status);
	ubrk_setUText(segmenter->iterator, segmenter->text, &status);
	if (U_FAILURE(status))
		arena_exhaust(segmenter->arena);
	ubrk_first(segmenter->iterator);
}

bool
segmenter_next(struct segmenter *segmenter, size_t *ret_end, bool *ret_must)
{
	int32_t end;

	if (segmenter->plain)
		return plain_next(segmenter, ret_end, ret_must);
	end = ubrk_next(segmenter->iterator);
	if (end == UBRK_DONE)
		return false;
	*ret_end = (size_t)end;
	*ret_must = ubrk_getRuleStatus(segmenter->iterator) >= UBRK_LINE_HARD &&
		    (size_t)end < segmenter->size;
	return true;
}
