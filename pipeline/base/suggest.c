#include "suggest.h"

/* Longer words are compared as far as this. */
enum { LONGEST = 64 };

static char
lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool
is_same(char a, char b)
{
	if (a == '_' || a == ' ')
		a = '-';
	if (b == '_' || b == ' ')
		b = '-';
	return lower(a) == lower(b);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The optimal string alignment distance, in three rows. */
static size_t
distance(struct text a, struct text b)
{
	size_t rows[3][LONGEST + 1], *above = rows[0], *row = rows[1],
				     *two_above = rows[2];

	for (size_t j = 0; j <= b.size; j++)
		above[j] = j;
	for (size_t i = 1; i <= a.size; i++) {
		size_t *spare = two_above;

		row[0] = i;
		for (size_t j = 1; j <= b.size; j++) {
			size_t change =
				above[j - 1] + !is_same(a.at[i - 1], b.at[j - 1]);

			row[j] = least(change, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && is_same(a.at[i - 1], b.at[j - 2]) &&
				is_same(a.at[i - 2], b.at[j - 1]))
				row[j] = least(row[j], two_above[j - 2] + 1);
		}
		two_above = above;
		above = row;
		row = spare;
	}
	return above[b.size];
}

struct suggest
suggest_start(struct text word)
{
	return (struct suggest){
		.word = word, .nearest = TEXT(""), .mistakes = SIZE_MAX
	};
}

void
suggest_offer(struct suggest *suggest, struct text candidate)
{
	struct text word = suggest->word;
	size_t longer = word.size > candidate.size ? word.size : candidate.size;
	size_t shorter = least(word.size, candidate.size), mistakes;

	if (longer > LONGEST || longer - shorter > suggest->mistakes ||
		(longer - shorter) * 2 >= longer)
		return;
	mistakes = distance(word, candidate);
	if (mistakes > suggest->mistakes || mistakes * 2 >= longer ||
		mistakes > longer / 3 + 1 || text_equal(candidate, suggest->nearest))
		return;
	suggest->tied = mistakes == suggest->mistakes;
	if (suggest->tied)
		return;
	suggest->mistakes = mistakes;
	suggest->nearest = candidate;
}

bool
suggest_is_sure(const struct suggest *suggest)
{
	return suggest->nearest.size && !suggest->tied && suggest->mistakes <= 2;
}
