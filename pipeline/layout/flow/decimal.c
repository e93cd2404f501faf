#include "decimal.h"

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Signs that stand beside numbers, and blanks that divide their thousands. */
static bool
stands_by(uint32_t rune)
{
	static const uint32_t runes[] = { ' ', '+', '.', ',', '%', '(', ')', '$', '<',
		'>', '~', '\'', 0xa0, 0xa3, 0xa5, 0xb1, 0x2009, 0x2019, 0x202f, 0x2030,
		0x20ac, 0x2212, 0x2248, 0x2264, 0x2265 };

	for (size_t i = 0; i < sizeof runes / sizeof *runes; i++)
		if (runes[i] == rune)
			return true;
	return false;
}

static bool
is_dash(uint32_t rune)
{
	return rune == '-' || (rune >= 0x2010 && rune <= 0x2015);
}

/* A dash, an ellipsis, "n/a". */
static bool
is_absence(struct text text)
{
	size_t size;

	if (text_is(text, "n/a") || text_is(text, "n.a."))
		return true;
	for (size_t i = 0; i < text.size; i += size) {
		uint32_t rune;

		size = text_rune(text, i, &rune);
		if (!is_dash(rune) && rune != 0x2026 && rune != '.')
			return false;
	}
	return true;
}

enum decimal_kind
decimal_kind(struct text text)
{
	bool digits = false;
	size_t size;

	if (is_absence(text))
		return DECIMAL_NONE;
	for (size_t i = 0; i < text.size; i += size) {
		uint32_t rune;

		size = text_rune(text, i, &rune);
		if (is_digit(text.at[i]))
			digits = true;
		else if (!stands_by(rune) && (digits || !is_dash(rune)))
			return DECIMAL_WORDS;
	}
	return digits ? DECIMAL_NUMBER : DECIMAL_WORDS;
}

char
decimal_mark(struct text language)
{
	static const char *const points[] = { "en", "he", "hi", "ja", "ko", "my", "th",
		"zh" };
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		if (text_is(primary, points[i]))
			return '.';
	return ',';
}

size_t
decimal_find(struct text number, char mark)
{
	size_t end = number.size;

	for (size_t i = 0; i + 1 < number.size; i++)
		if (number.at[i] == mark && is_digit(number.at[i + 1]))
			return i;
	while (end > 0 && !is_digit(number.at[end - 1]))
		end--;
	return end;
}
