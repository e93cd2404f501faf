#include "meant.h"

#include <string.h>

#include "base/suggest.h"
#include "model/codelist.h"

/* Longer values are no codes and no names. */
enum { LONGEST = 200 };

/* The nearest name of an entry, by the number of mistakes. */
static size_t
code_mistakes(const struct code *code, struct text value)
{
	struct suggest suggest = suggest_start(value);

	for (size_t i = 0; i < code->word_count; i++)
		suggest_offer(&suggest, code->words[i]);
	return suggest.mistakes;
}

/* True for the same letters and digits in another order. */
static bool
is_reordered(struct text a, struct text b)
{
	int counts[256] = { 0 };

	if (a.size != b.size)
		return false;
	for (size_t i = 0; i < a.size; i++) {
		counts[(unsigned char)a.at[i]]++;
		counts[(unsigned char)b.at[i]]--;
	}
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (counts[i])
			return false;
	return true;
}

/* "11.1.a" for 11.a.1: numbers with points are often mixed up, seldom misspelt. */
static const struct code *
reordered_find(const struct codelist *list, struct text value)
{
	const struct code *found = NULL;

	if (text_find(value, '.', 0) == value.size)
		return NULL;
	for (size_t i = 0; i < list->count; i++) {
		if (!is_reordered(list->codes[i].value, value))
			continue;
		if (found)
			return NULL;
		found = &list->codes[i];
	}
	return found;
}

/* 11.a for "11.1.a": a letter stands for itself, whatever stands before it. */
static const struct code *
letter_find(const struct codelist *list, struct text value)
{
	size_t point = text_find(value, '.', 0);
	char joined[8];

	if (point + 3 >= value.size || point > 4 || value.at[value.size - 2] != '.' ||
		value.at[value.size - 1] < 'a' || value.at[value.size - 1] > 'z')
		return NULL;
	memcpy(joined, value.at, point + 1);
	joined[point + 1] = value.at[value.size - 1];
	return codelist_find(list, (struct text){ joined, point + 2 });
}

/* 11.a for "11.a.1": somebody wrote the number of a part of it. */
static const struct code *
stem_find(const struct codelist *list, struct text value)
{
	const struct code *found = letter_find(list, value);

	for (size_t i = 0; i < value.size && !found; i++)
		if (value.at[i] == '.')
			found = codelist_find(list,
				text_slice(value, 0, text_find(value, '.', i + 1)));
	return found;
}

/* The one entry with the fewest mistakes, at most one in four letters; among several
 * equal ones none is meant. */
static struct meant
nearest_find(const struct codelist *list, struct text value)
{
	struct meant meant = { .code = NULL };
	size_t least = value.size / 4 + 1;

	for (size_t i = 0; i < list->count; i++) {
		size_t mistakes = code_mistakes(&list->codes[i], value);

		if (mistakes > least || mistakes > value.size / 4)
			continue;
		meant.code = mistakes < least ? &list->codes[i] : NULL;
		least = mistakes;
	}
	meant.is_sure = meant.code && least == 0;
	return meant;
}

struct meant
meant_find(const struct codelist *list, struct text value)
{
	const struct code *stem, *reordered;

	if (value.size > LONGEST)
		return (struct meant){ .code = NULL };
	stem = stem_find(list, value);
	reordered = stem ? NULL : reordered_find(list, value);
	if (stem)
		return (struct meant){ .code = stem };
	if (reordered)
		return (struct meant){ .code = reordered };
	return nearest_find(list, value);
}
