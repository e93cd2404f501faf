#include "amount.h"

#include <stdbool.h>
#include <unicode/uchar.h>

#include "layout/flow/decimal.h"

enum { RUNES_MOST = 64 };

static const int64_t MOST = 1000000000000000; /* AMOUNT_DIGITS */

/* A number as signs: digits as they are, '.' and ',' for marks, '_' for blanks. */
struct signs {
	char at[RUNES_MOST];
	size_t count;
	bool negative;
};

static char
sign_of(uint32_t rune)
{
	int32_t digit = u_charDigitValue((UChar32)rune);

	if (digit >= 0)
		return (char)('0' + digit);
	switch (rune) {
	case '.':
	case ',':
		return (char)rune;
	case 0x66b: /* the Arabic decimal mark, which is never another */
		return 'd';
	case ' ':
	case '\'':
	case 0xa0:
	case 0x2009:
	case 0x2019:
	case 0x202f:
	case 0x66c: /* Arabic thousands separator */
		return '_';
	default:
		return 0;
	}
}

/* Less a sign before it and a per cent behind it. */
static bool
signs_read(struct text text, struct signs *signs)
{
	static const struct text minus[] = { TEXT_CONSTANT("-"),
		TEXT_CONSTANT("\u2212"), TEXT_CONSTANT("\u2010"),
		TEXT_CONSTANT("\u2013") };
	static const struct text per_cent[] = { TEXT_CONSTANT("%"),
		TEXT_CONSTANT("\u066a") };
	size_t size;

	for (size_t i = 0; i < sizeof per_cent / sizeof *per_cent; i++)
		if (text_ends(text, per_cent[i]))
			text = text_trim(
				text_slice(text, 0, text.size - per_cent[i].size));
	while (text.size > 1 && text_ends(text, TEXT("\u00a0")))
		text.size -= 2;
	for (size_t i = 0; i < sizeof minus / sizeof *minus && !signs->negative; i++)
		if (text_starts(text, minus[i])) {
			signs->negative = true;
			text = text_slice(text, minus[i].size, text.size);
		}
	if (!signs->negative && text_starts(text, TEXT("+")))
		text = text_slice(text, 1, text.size);
	for (size_t i = 0; i < text.size; i += size) {
		uint32_t rune;

		size = text_rune(text, i, &rune);
		if (signs->count == RUNES_MOST || !sign_of(rune))
			return false;
		signs->at[signs->count++] = sign_of(rune);
	}
	return signs->count > 0;
}

static bool
is_digit(char sign)
{
	return sign >= '0' && sign <= '9';
}

static size_t
digits_from(const struct signs *signs, size_t from)
{
	size_t count = 0;

	while (from + count < signs->count && is_digit(signs->at[from + count]))
		count++;
	return count;
}

/* Where the decimal mark is, or the end.  The last sign that is no digit is one when it
 * stands once and not as a mark of thousands does. */
static size_t
mark_find(const struct signs *signs, char mark)
{
	size_t last = signs->count, same = 0, others = 0;
	char sign;

	for (size_t i = 0; i < signs->count; i++)
		if (!is_digit(signs->at[i]))
			last = i;
	if (last == signs->count || signs->at[last] == '_')
		return signs->count;
	sign = signs->at[last];
	for (size_t i = 0; i < signs->count; i++) {
		same += signs->at[i] == sign;
		others += !is_digit(signs->at[i]) && signs->at[i] != sign;
	}
	if (same > 1)
		return signs->count;
	if (sign == 'd' || sign == mark || others ||
		digits_from(signs, last + 1) != 3 || last == 0 || last > 3)
		return last;
	return signs->count;
}

/* Thousands stand in groups of three, all divided by one sign. */
static bool
groups_are_sound(const struct signs *signs, size_t end)
{
	size_t at = digits_from(signs, 0);
	char sign = at < end ? signs->at[at] : 0;

	if (at < end && (at == 0 || at > 3))
		return false;
	while (at < end) {
		if (signs->at[at] != sign || digits_from(signs, at + 1) != 3)
			return false;
		at += 4;
	}
	return true;
}

enum amount_kind
amount_parse(struct text text, char mark, struct amount *ret_amount)
{
	struct signs signs = { .count = 0 };
	struct amount amount = { 0, 0 };
	size_t point;
	int digits = 0;

	text = text_trim(text);
	if (decimal_kind(text) == DECIMAL_NONE)
		return AMOUNT_NONE;
	if (!signs_read(text, &signs))
		return AMOUNT_WORDS;
	point = mark_find(&signs, mark);
	if (!groups_are_sound(&signs, point) ||
		(point < signs.count &&
			point + 1 + digits_from(&signs, point + 1) != signs.count))
		return AMOUNT_WORDS;
	for (size_t i = 0; i < signs.count; i++) {
		if (!is_digit(signs.at[i]))
			continue;
		digits++;
		amount.places += i > point;
		if (digits > AMOUNT_DIGITS)
			return AMOUNT_WORDS;
		amount.digits = amount.digits * 10 + (signs.at[i] - '0');
	}
	if (signs.negative)
		amount.digits = -amount.digits;
	*ret_amount = amount;
	return digits ? AMOUNT_NUMBER : AMOUNT_WORDS;
}

int64_t
amount_scaled(struct amount amount, int places)
{
	int64_t value = amount.digits;

	for (; amount.places < places; amount.places++) {
		if (value > MOST / 10 || value < -MOST / 10)
			return value > 0 ? MOST : -MOST;
		value *= 10;
	}
	for (; amount.places > places; amount.places--)
		value = (value + (value < 0 ? -5 : 5)) / 10;
	return value;
}

struct text
amount_print(struct arena *arena, int64_t scaled, int places)
{
	struct buffer buffer = buffer_make(arena);
	int64_t unit = 1, magnitude = scaled < 0 ? -scaled : scaled;

	while (places > 0 && magnitude % 10 == 0) {
		magnitude /= 10;
		places--;
	}
	for (int i = 0; i < places; i++)
		unit *= 10;
	if (scaled < 0)
		buffer_byte(&buffer, '-');
	buffer_number(&buffer, magnitude / unit);
	if (places)
		buffer_byte(&buffer, '.');
	for (magnitude %= unit; places > 0; places--) {
		unit /= 10;
		buffer_byte(&buffer, (char)('0' + magnitude / unit));
		magnitude %= unit;
	}
	return buffer_text(&buffer);
}
