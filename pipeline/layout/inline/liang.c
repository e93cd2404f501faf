#include "liang.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

enum { LETTERS_MOST = 63, LEFT_LEAST = 2, RIGHT_LEAST = 3 };

/* Letters that must stay together at either end. */
struct least {
	size_t left, right;
};

/* A pattern in a hash table. */
struct slot {
	uint32_t hash;  /* of its letters */
	uint32_t place; /* in the pool; 0: the slot is free */
};

/* Patterns by their letters. */
struct level {
	struct buffer pool; /* of each: its size, its letters, and the digits, of which
			     * there is one before each letter and one at the end */
	struct slot *slots;
	size_t slot_count; /* a power of two; at least half of them stay free */
	size_t longest;    /* bytes */
};

struct liang {
	struct level compounds, parts;
	bool has_compounds;
	struct least word, part; /* at the ends of a word, and of a part within */
};

/* FNV-1a, a byte at a time. */
static const uint32_t HASH_START = 2166136261u;

static uint32_t
hash_add(uint32_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * 16777619u;
}

/* The slot of the pattern with these letters, or the free one where it belongs. */
static struct slot *
slot_find(const struct level *level, uint32_t hash, const char *letters, size_t size)
{
	size_t mask = level->slot_count - 1;
	size_t at = hash & mask;

	for (; level->slots[at].place; at = (at + 1) & mask) {
		const char *pattern = level->pool.at + level->slots[at].place;

		if (level->slots[at].hash == hash && (size_t)pattern[0] == size &&
			memcmp(pattern + 1, letters, size) == 0)
			break;
	}
	return &level->slots[at];
}

static void
pattern_add(struct level *level, struct text letters, const char *digits)
{
	uint32_t hash = HASH_START;

	for (size_t i = 0; i < letters.size; i++)
		hash = hash_add(hash, letters.at[i]);
	*slot_find(level, hash, letters.at, letters.size) =
		(struct slot){ hash, (uint32_t)level->pool.size };
	buffer_byte(&level->pool, (char)letters.size);
	buffer_add(&level->pool, letters);
	buffer_add(&level->pool, (struct text){ digits, letters.size + 1 });
	if (level->longest < letters.size)
		level->longest = letters.size;
}

/* "a1b2c" or, with letters that change, "a1b/x=y". */
static void
pattern_read(struct level *level, struct text line)
{
	char letters[LETTERS_MOST], digits[LETTERS_MOST + 1] = { 0 };
	size_t size = 0, end = text_find(line, '/', 0);

	for (size_t i = 0; i < end && (unsigned char)line.at[i] > ' '; i++) {
		char byte = line.at[i];

		if (byte >= '0' && byte <= '9') {
			digits[size] = (char)(byte - '0');
			continue;
		}
		if (size == LETTERS_MOST)
			return;
		letters[size++] = byte;
		digits[size] = 0;
	}
	for (size_t i = 0; end < line.size && i <= size; i++)
		digits[i] = (char)(digits[i] + (digits[i] & 1));
	if (size)
		pattern_add(level, (struct text){ letters, size }, digits);
}

static void
least_read(struct text line, const char *key, size_t *least)
{
	int64_t number;

	if (!text_starts(line, text_of(key)) ||
		!text_number(
			text_trim(text_slice(line, strlen(key), line.size)), &number))
		return;
	if (*least < (size_t)number)
		*least = (size_t)number;
}

/* An empty level with room for a pattern on each line. */
static struct level
level_make(struct arena *arena, struct text lines)
{
	struct level level = { .pool = buffer_make(arena), .slot_count = 2 };
	size_t count = 1;

	for (size_t i = 0; i < lines.size; i++)
		count += lines.at[i] == '\n';
	while (level.slot_count < 2 * count)
		level.slot_count *= 2;
	level.slots = arena_array(arena, struct slot, level.slot_count);
	buffer_byte(&level.pool, 0); /* no pattern is at place 0 */
	return level;
}

/* Reads a level up to the line that ends it; false where that is the end of all.  Words
 * in lower case never fit a line of capitals. */
static bool
level_read(struct liang *liang, struct level *level, struct text *rest)
{
	struct text line;

	while (text_cut(rest, '\n', &line)) {
		if (text_starts(line, TEXT("NEXTLEVEL")))
			return true;
		least_read(line, "LEFTHYPHENMIN", &liang->word.left);
		least_read(line, "RIGHTHYPHENMIN", &liang->word.right);
		least_read(line, "COMPOUNDLEFTHYPHENMIN", &liang->part.left);
		least_read(line, "COMPOUNDRIGHTHYPHENMIN", &liang->part.right);
		if (!text_starts(line, TEXT("%")))
			pattern_read(level, line);
	}
	return false;
}

struct liang *
liang_read(struct arena *arena, struct text patterns)
{
	struct liang *liang = arena_make(arena, struct liang);

	liang->word = (struct least){ LEFT_LEAST, RIGHT_LEAST };
	liang->parts = level_make(arena, patterns);
	if (!level_read(liang, &liang->parts, &patterns))
		return liang;
	liang->has_compounds = true;
	liang->compounds = liang->parts;
	liang->parts = level_make(arena, patterns);
	level_read(liang, &liang->parts, &patterns);
	return liang;
}

static void
digits_raise(char *highest, const char *digits, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (highest[i] < digits[i])
			highest[i] = digits[i];
}

/* The highest digit before each byte of a word. */
static void
digits_find(const struct level *level, struct text word, char digits[LIANG_WORD])
{
	char dotted[LIANG_WORD + 2], highest[LIANG_WORD + 3] = { 0 };
	size_t size = word.size + 2;

	dotted[0] = dotted[size - 1] = '.';
	memcpy(dotted + 1, word.at, word.size);
	for (size_t from = 0; from < size; from++) {
		uint32_t hash = HASH_START;

		for (size_t to = from; to < size && to - from < level->longest; to++) {
			size_t count = to + 1 - from;
			uint32_t place;

			hash = hash_add(hash, dotted[to]);
			place = slot_find(level, hash, dotted + from, count)->place;
			if (place)
				digits_raise(highest + from,
					level->pool.at + place + 1 + count, count + 1);
		}
	}
	memcpy(digits, highest + 1, word.size);
}

static bool
is_letter(char byte)
{
	return ((unsigned char)byte & 0xc0) != 0x80;
}

static void
ends_keep(struct text word, struct least least, bool *marks)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.size; i++) {
		marks[i] = marks[i] && letters >= least.left;
		letters += is_letter(word.at[i]);
	}
	letters = 0;
	for (size_t i = word.size; i-- > 0;) {
		letters += is_letter(word.at[i]);
		marks[i] = marks[i] && letters >= least.right;
	}
}

static void
syllables_mark(
	const struct liang *liang, struct text part, struct least least, bool *marks)
{
	char digits[LIANG_WORD];

	digits_find(&liang->parts, part, digits);
	for (size_t i = 1; i < part.size; i++)
		marks[i] = digits[i] & 1;
	ends_keep(part, least, marks);
}

/* A word, or a part of one, which may be a compound again. */
static void
compound_mark(
	const struct liang *liang, struct text word, struct least least, bool *marks)
{
	char digits[LIANG_WORD];
	size_t from = 0;

	digits_find(&liang->compounds, word, digits);
	for (size_t to = 1; to <= word.size; to++) {
		bool ends = to == word.size;
		struct least own = { from ? liang->part.left : least.left,
			ends ? least.right : liang->part.right };

		if (ends ? from == 0 : (digits[to] & 1) == 0)
			continue;
		compound_mark(liang, text_slice(word, from, to), own, marks + from);
		marks[from] = from > 0;
		from = to;
	}
	if (from == 0)
		syllables_mark(liang, word, least, marks);
}

void
liang_mark(const struct liang *liang, struct text word, bool *ret_marks)
{
	struct least none = { 0, 0 };

	assert(word.size <= LIANG_WORD);
	memset(ret_marks, 0, word.size);
	if (liang->has_compounds)
		compound_mark(liang, word, none, ret_marks);
	else
		syllables_mark(liang, word, none, ret_marks);
	ends_keep(word, liang->word, ret_marks);
}
