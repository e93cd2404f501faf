/* likely.c - titles that share most of their words.
 *
 * The words of the titles of dropped records are an index.  A word that many of them
 * have says little and would make work grow with the pairs: of each only the first few
 * records are looked at.
 */
#include "likely.h"

#include "base/arena.h"
#include "compare/comparison.h"

enum {
	WORDS_MOST = 64,   /* of a title that are looked at */
	RECORDS_MOST = 16, /* of those that have a word */
	CANDIDATES_MOST = WORDS_MOST * RECORDS_MOST,
};

/* A dropped record that has the word. */
struct mention {
	struct mention *next;
	uint64_t word;
	struct finding *finding;
};

struct slot {
	struct mention *first, **end;
};

struct index {
	struct arena *arena;
	struct slot *slots;
	size_t room; /* a power of two */
};

struct words {
	uint64_t items[WORDS_MOST];
	size_t count;
};

struct candidate {
	struct finding *finding;
	size_t shared; /* words */
};

static bool
is_letter(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
	       (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* The word that begins at or after *at as a number, case apart; 0 where there is none.
 * It is one of this kind and country, since only such are looked for. */
static uint64_t
word_next(struct text title, size_t *at, uint64_t seed)
{
	uint64_t hash = seed;
	size_t from;

	while (*at < title.size && !is_letter(title.at[*at]))
		(*at)++;
	for (from = *at; *at < title.size && is_letter(title.at[*at]); (*at)++) {
		char byte = title.at[*at];

		if (byte >= 'A' && byte <= 'Z')
			byte = (char)(byte - 'A' + 'a');
		hash = (hash ^ (unsigned char)byte) * 0x100000001b3;
	}
	return *at > from ? hash | 1 : 0;
}

static bool
words_have(const struct words *words, uint64_t word)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->items[i] == word)
			return true;
	return false;
}

/* Each word once. */
static struct words
words_of(const struct account *account)
{
	uint64_t seed = text_hash(account->kind) * 31 + text_hash(account->country);
	struct words words = { .count = 0 };
	uint64_t word;
	size_t at = 0;

	while (words.count < WORDS_MOST &&
		(word = word_next(account->title, &at, seed)) != 0)
		if (!words_have(&words, word))
			words.items[words.count++] = word;
	return words;
}

static void
mention_add(struct index *index, uint64_t word, struct finding *finding)
{
	struct slot *slot = &index->slots[(word >> 8) & (index->room - 1)];
	struct mention *mention = arena_make(index->arena, struct mention);

	*mention = (struct mention){ .word = word, .finding = finding };
	*slot->end = mention;
	slot->end = &mention->next;
}

static struct index
index_make(struct comparison *comparison)
{
	struct index index = { .arena = comparison->scratch, .room = 256 };

	while (index.room < 8 * comparison->fates[FATE_DROPPED])
		index.room *= 2;
	index.slots = arena_array(index.arena, struct slot, index.room);
	for (size_t i = 0; i < index.room; i++)
		index.slots[i].end = &index.slots[i].first;
	for (size_t i = 0; i < comparison->count; i++) {
		struct finding *finding = &comparison->findings[i];
		struct words words;

		if (finding->fate != FATE_DROPPED)
			continue;
		words = words_of(finding->before);
		for (size_t j = 0; j < words.count; j++)
			mention_add(&index, words.items[j], finding);
	}
	return index;
}

static size_t
candidate_count(struct candidate *candidates, size_t count, struct finding *finding)
{
	for (size_t i = 0; i < count; i++) {
		if (candidates[i].finding != finding)
			continue;
		candidates[i].shared++;
		return count;
	}
	candidates[count] = (struct candidate){ .finding = finding, .shared = 1 };
	return count + 1;
}

static size_t
candidates_find(const struct index *index, const struct words *words,
	struct candidate *candidates)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++) {
		uint64_t word = words->items[i];
		const struct mention *mention =
			index->slots[(word >> 8) & (index->room - 1)].first;

		for (size_t seen = 0; mention && seen < RECORDS_MOST;
			mention = mention->next, seen++)
			if (mention->word == word)
				count = candidate_count(
					candidates, count, mention->finding);
	}
	return count;
}

/* Three words of four in both. */
static bool
is_like(size_t shared, size_t a, size_t b)
{
	return shared >= 2 && 8 * shared >= 3 * (a + b);
}

/* The best that nobody has taken; of two as good the first. */
static struct finding *
candidate_pick(
	const struct candidate *candidates, size_t count, const struct words *words)
{
	struct finding *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		struct finding *finding = candidates[i].finding;
		struct words theirs;

		if (finding->likely || candidates[i].shared <= most)
			continue;
		theirs = words_of(finding->before);
		if (!is_like(candidates[i].shared, words->count, theirs.count))
			continue;
		best = finding;
		most = candidates[i].shared;
	}
	return best;
}

void
likely_find(struct comparison *comparison)
{
	struct index index = index_make(comparison);
	struct candidate *candidates =
		arena_array(comparison->scratch, struct candidate, CANDIDATES_MOST);

	for (size_t i = 0; i < comparison->count; i++) {
		struct finding *finding = &comparison->findings[i], *found;
		struct words words;
		size_t count;

		if (finding->fate != FATE_NEW || !comparison->fates[FATE_DROPPED])
			continue;
		words = words_of(finding->after);
		count = candidates_find(&index, &words, candidates);
		found = candidate_pick(candidates, count, &words);
		if (!found)
			continue;
		finding->likely = found->before;
		found->likely = finding->after;
		comparison->likely++;
	}
	arena_reset(comparison->scratch);
}
