#include "rulecount.h"

#include <stdbool.h>

enum { MOST = 20 }; /* longer lists are no prose */

/* Numbers that are written in words, from two on. */
static const char *const words[] = { "two", "three", "four", "five", "six", "seven",
	"eight", "nine", "ten", "eleven", "twelve" };

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (unsigned char)byte >= 0x80;
}

static bool
is_same(struct text word, const char *small)
{
	struct text wanted = text_of(small);

	if (word.size != wanted.size)
		return false;
	for (size_t i = 0; i < word.size; i++)
		if ((word.at[i] | 32) != wanted.at[i])
			return false;
	return true;
}

/* 0 for a word that is no number. */
static size_t
number_of(struct text word)
{
	int64_t number;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_same(word, words[i]))
			return i + 2;
	if (text_number(word, &number) && number > 1 && number <= MOST)
		return (size_t)number;
	return 0;
}

/* The end of the sentence that goes on at the offset. */
static size_t
sentence_end(struct text text, size_t from)
{
	for (size_t i = from; i < text.size; i++)
		if ((text.at[i] == '.' || text.at[i] == '!' || text.at[i] == '?') &&
			(i + 1 == text.size || !is_letter(text.at[i + 1])))
			return i;
	return text.size;
}

static bool
has_word(struct text text, const char *small)
{
	struct text rest = text, word;

	while (text_cut(&rest, ' ', &word))
		if (is_same(word, small))
			return true;
	return false;
}

/* The names in "A, B and C"; 0 where a name may hold signs of the list. */
static size_t
names_count(struct text list)
{
	size_t count = 1;

	if (has_word(list, "of") || has_word(list, "for") ||
		text_find(list, ';', 0) < list.size ||
		text_find(list, '(', 0) < list.size)
		return 0;
	for (size_t i = 0; i < list.size; i++) {
		struct text after = text_slice(list, i, list.size);
		bool joins = text_starts(after, TEXT(" and "));

		/* The comma before "and" is counted with it. */
		if (list.at[i] == ',')
			count += !text_starts(after, TEXT(", and "));
		else
			count += joins;
	}
	return count;
}

/* A list follows the colon of the sentence, and another number between the two would be
 * what it belongs to. */
static struct text
list_after(struct text text, size_t from)
{
	size_t end = sentence_end(text, from);
	struct text sentence = text_slice(text, 0, end), word;
	size_t colon = text_find(sentence, ':', from);
	struct text between = text_slice(sentence, from, colon);

	if (colon == end || colon + 1 == end || text.at[colon + 1] != ' ')
		return TEXT("");
	while (text_cut(&between, ' ', &word))
		if (number_of(word))
			return TEXT("");
	return text_slice(sentence, colon + 2, end);
}

/* A number and the noun after it, in the plural. */
static struct text
counted_find(struct text text, size_t from, struct text number)
{
	size_t end = from + number.size + 1, noun = end;

	while (end < text.size && is_letter(text.at[end]))
		end++;
	if (end == noun || text.at[end - 1] != 's')
		return TEXT("");
	return text_slice(text, from, end);
}

static size_t
word_end(struct text text, size_t from)
{
	while (from < text.size && text.at[from] != ' ' && text.at[from] != '\n')
		from++;
	return from;
}

struct text
rulecount_find(struct text text)
{
	if (text_find(text, ':', 0) == text.size)
		return TEXT("");
	for (size_t i = 0; i < text.size; i = word_end(text, i) + 1) {
		struct text word = text_slice(text, i, word_end(text, i));
		size_t number = number_of(word), names;
		struct text counted, list;

		if (number == 0)
			continue;
		counted = counted_find(text, i, word);
		list = list_after(text, i + counted.size);
		names = counted.size && list.size ? names_count(list) : 0;
		if (names && names != number)
			return counted;
	}
	return TEXT("");
}
