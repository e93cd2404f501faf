#include "bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "base/arena.h"

enum {
	HEBREW = 0x590,     /* below it nothing runs from right to left */
	HEBREW_BYTE = 0xd6, /* what that begins with in UTF-8 */
	MOSTLY = 4,         /* so many times more letters the other way: it is so */
	ISOLATE_LTR = 0x2066,
	ISOLATE_RTL = 0x2067,
	ISOLATE_END = 0x2069,
};

/* 1 for a letter that runs from right to left, -1 for one that runs the other way, 0
 * for what runs as its neighbours do. */
static int
rune_direction(uint32_t rune)
{
	switch (u_charDirection((UChar32)rune)) {
	case U_RIGHT_TO_LEFT:
	case U_RIGHT_TO_LEFT_ARABIC:
		return 1;
	case U_LEFT_TO_RIGHT:
		return -1;
	default: /* over ICU's classes: all others are weak */
		return 0;
	}
}

/* Whether a byte may begin a rune that runs from right to left, or a control that
 * makes others do so. */
static bool
is_suspect(char byte)
{
	unsigned char lead = (unsigned char)byte;

	return (lead >= HEBREW_BYTE && lead <= 0xe0) || lead == 0xe2 || lead == 0xef ||
	       lead == 0xf0;
}

static bool
runs_rtl(uint32_t rune)
{
	UCharDirection class = u_charDirection((UChar32)rune);

	return class == U_RIGHT_TO_LEFT || class == U_RIGHT_TO_LEFT_ARABIC ||
	       class == U_ARABIC_NUMBER || class == U_RIGHT_TO_LEFT_EMBEDDING ||
	       class == U_RIGHT_TO_LEFT_OVERRIDE || class == U_RIGHT_TO_LEFT_ISOLATE;
}

/* Almost every text is done with here. */
static bool
has_rtl(struct text text)
{
	for (size_t i = text_plain(text, 0); i < text.size; i++) {
		uint32_t rune;

		if (!is_suspect(text.at[i]))
			continue;
		text_rune(text, i, &rune);
		if (runs_rtl(rune))
			return true;
	}
	return false;
}

bool
bidi_is_rtl(struct text text, bool language_rtl)
{
	size_t with = 0, against = 0;

	if (!language_rtl && !has_rtl(text))
		return false;
	for (size_t i = 0; i < text.size;) {
		uint32_t rune;
		int direction;

		i += text_rune(text, i, &rune);
		direction = rune_direction(rune);
		with += direction == (language_rtl ? 1 : -1);
		against += direction == (language_rtl ? -1 : 1);
	}
	return language_rtl ? with > 0 || against == 0 : against > MOSTLY * with;
}

/* The text in UTF-16 with the signs that isolate, and where each unit came from. */
struct units {
	UChar *at;
	size_t *byte; /* SIZE_MAX: no byte of the text */
	int32_t count;
};

static void
unit_add(struct units *units, uint32_t rune, size_t byte)
{
	int32_t first = units->count;

	U16_APPEND_UNSAFE(units->at, units->count, rune);
	for (int32_t i = first; i < units->count; i++)
		units->byte[i] = byte;
}

static struct units
units_make(struct arena *arena, struct text text, const struct bidi_isolate *isolates,
	size_t isolate_count)
{
	size_t room = text.size + 2 * isolate_count, next = 0;
	struct units units = { .at = arena_array(arena, UChar, room),
		.byte = arena_array(arena, size_t, room) };

	for (size_t i = 0; i < text.size;) {
		const struct bidi_isolate *isolate =
			next < isolate_count ? &isolates[next] : NULL;
		uint32_t rune;
		size_t size = text_rune(text, i, &rune);

		if (isolate && isolate->from == i)
			unit_add(&units, isolate->rtl ? ISOLATE_RTL : ISOLATE_LTR,
				SIZE_MAX);
		unit_add(&units, rune, i);
		i += size;
		if (isolate && isolate->to <= i) {
			unit_add(&units, ISOLATE_END, SIZE_MAX);
			next++;
		}
	}
	return units;
}

static const UBiDiLevel *
levels_find(struct arena *arena, UBiDi *bidi, const struct units *units, bool rtl)
{
	UErrorCode status = U_ZERO_ERROR;
	const UBiDiLevel *levels;

	ubidi_setPara(bidi, units->at, units->count, rtl ? 1 : 0, NULL, &status);
	levels = ubidi_getLevels(bidi, &status);
	if (U_FAILURE(status))
		arena_exhaust(arena);
	return levels;
}

const uint8_t *
bidi_levels(struct arena *arena, struct text text, bool rtl,
	const struct bidi_isolate *isolates, size_t isolate_count)
{
	struct units units;
	const UBiDiLevel *found;
	uint8_t *levels;
	UBiDi *bidi;

	if (!rtl && !has_rtl(text))
		return NULL;
	units = units_make(arena, text, isolates, isolate_count);
	bidi = ubidi_open();
	if (!bidi)
		arena_exhaust(arena);
	found = levels_find(arena, bidi, &units, rtl);
	levels = arena_array(arena, uint8_t, text.size);
	for (int32_t i = 0; i < units.count; i++)
		if (units.byte[i] != SIZE_MAX)
			levels[units.byte[i]] = found[i];
	ubidi_close(bidi);
	/* The later bytes of a rune are on the level of its first. */
	for (size_t i = 1; i < text.size; i++)
		if (((unsigned char)text.at[i] & 0xc0) == 0x80)
			levels[i] = levels[i - 1];
	return levels;
}

void
bidi_order(const uint8_t *levels, size_t count, int32_t *ret_order)
{
	ubidi_reorderVisual(levels, (int32_t)count, ret_order);
}
