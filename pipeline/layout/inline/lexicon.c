#include "lexicon.h"

#include "base/arena.h"
#include "layout/inline/shape.h"

enum {
	SLOTS_AT_FIRST = 1024,
	SHELF = 64,    /* words that lie together */
	EXPECTED = 16, /* words that are fetched together */
};

/* Where a word is found: by its hash, so that only words are looked at that may be it.
 */
struct slot {
	uint32_t hash;
	uint32_t number; /* of the word, from 1; 0: empty */
};

struct lexicon {
	struct arena *words;
	struct arena *table; /* of the slots alone */
	struct slot *slots;  /* open addressing; a power of two */
	size_t slot_count, count;
	struct shaped **shelves; /* the words by number */
	size_t shelf_count, shelf_room;
};

static void
slots_make(struct lexicon *lexicon, size_t count)
{
	lexicon->table = arena_beside(lexicon->words);
	lexicon->slot_count = count;
	lexicon->slots = arena_array(lexicon->table, struct slot, count);
}

struct lexicon *
lexicon_open(struct arena *arena)
{
	struct lexicon *lexicon = arena_make(arena, struct lexicon);

	lexicon->words = arena_beside(arena);
	slots_make(lexicon, SLOTS_AT_FIRST);
	return lexicon;
}

void
lexicon_close(struct lexicon *lexicon)
{
	arena_close(lexicon->table);
	arena_close(lexicon->words);
}

struct arena *
lexicon_arena(const struct lexicon *lexicon)
{
	return lexicon->words;
}

size_t
lexicon_count(const struct lexicon *lexicon)
{
	return lexicon->count;
}

void
lexicon_clear(struct lexicon *lexicon)
{
	arena_close(lexicon->table);
	arena_reset(lexicon->words);
	lexicon->shelves = NULL;
	lexicon->shelf_count = lexicon->shelf_room = 0;
	lexicon->count = 0;
	slots_make(lexicon, SLOTS_AT_FIRST);
}

uint32_t
lexicon_hash(uint32_t face, length size, struct text word)
{
	uint64_t hash = text_hash(word) ^ (uint64_t)face << 32 ^ (uint32_t)size;

	return (uint32_t)(hash * 0x9e3779b97f4a7c15u >> 32);
}

static struct shaped *
word_at(const struct lexicon *lexicon, uint32_t number)
{
	return &lexicon->shelves[number / SHELF][number % SHELF];
}

struct shaped *
lexicon_find(const struct lexicon *lexicon, uint32_t hash,
	const struct lettering *lettering, struct text word)
{
	size_t mask = lexicon->slot_count - 1;

	for (size_t i = hash & mask; lexicon->slots[i].number; i = (i + 1) & mask) {
		struct shaped *shaped;

		if (lexicon->slots[i].hash != hash)
			continue;
		shaped = word_at(lexicon, lexicon->slots[i].number);
		if (shaped->lettering == lettering &&
			text_equal(shaped_text(shaped), word))
			return shaped;
	}
	return NULL;
}

/* All words are different. */
static void
slot_put(struct lexicon *lexicon, struct slot word)
{
	size_t mask = lexicon->slot_count - 1, i = word.hash & mask;

	while (lexicon->slots[i].number)
		i = (i + 1) & mask;
	lexicon->slots[i] = word;
}

static void
slots_double(struct lexicon *lexicon)
{
	struct arena *table = lexicon->table;
	const struct slot *old = lexicon->slots;
	size_t count = lexicon->slot_count;

	slots_make(lexicon, count * 2);
	for (size_t i = 0; i < count; i++)
		if (old[i].number)
			slot_put(lexicon, old[i]);
	arena_close(table);
}

static void
shelf_add(struct lexicon *lexicon)
{
	lexicon->shelves = arena_room(lexicon->words, lexicon->shelves,
		lexicon->shelf_count, &lexicon->shelf_room, sizeof *lexicon->shelves);
	lexicon->shelves[lexicon->shelf_count++] =
		arena_array(lexicon->words, struct shaped, SHELF);
}

struct shaped *
lexicon_add(struct lexicon *lexicon, uint32_t hash)
{
	uint32_t number = (uint32_t)++lexicon->count;

	if (lexicon->count * 4 > lexicon->slot_count * 3)
		slots_double(lexicon);
	if (number / SHELF == lexicon->shelf_count)
		shelf_add(lexicon);
	slot_put(lexicon, (struct slot){ hash, number });
	return word_at(lexicon, number);
}

/* Where the search for a word begins; mostly it ends there too. */
static const struct slot *
slot_first(const struct lexicon *lexicon, uint32_t hash)
{
	return &lexicon->slots[hash & (lexicon->slot_count - 1)];
}

/* Fetches the slots of the next words of a text, which are cut off it. */
static size_t
slots_fetch(const struct lexicon *lexicon, uint32_t face, length size,
	struct text *rest, uint32_t hashes[EXPECTED])
{
	size_t count = 0;
	struct text word;

	while (count < EXPECTED && text_cut(rest, ' ', &word)) {
		hashes[count] = lexicon_hash(face, size, word);
		__builtin_prefetch(slot_first(lexicon, hashes[count]));
		count++;
	}
	return count;
}

void
lexicon_expect(
	const struct lexicon *lexicon, uint32_t face, length size, struct text text)
{
	uint32_t hashes[EXPECTED];
	size_t count;

	while ((count = slots_fetch(lexicon, face, size, &text, hashes)) > 0) {
		const struct shaped *words[EXPECTED];
		size_t found = 0;

		for (size_t i = 0; i < count; i++) {
			const struct slot *slot = slot_first(lexicon, hashes[i]);

			if (slot->number == 0)
				continue;
			words[found] = word_at(lexicon, slot->number);
			__builtin_prefetch(words[found++]);
		}
		for (size_t i = 0; i < found; i++)
			__builtin_prefetch(words[i]->at);
	}
}
