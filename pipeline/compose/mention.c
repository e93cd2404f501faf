#include "mention.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "base/arena.h"

enum {
	MONTHS = 12,
	FORMS = 2,          /* of a name: in a date and by itself */
	LONGEST_DIGITS = 14 /* beyond is no number that people read */
};

struct months {
	struct text names[FORMS][MONTHS];
};

static struct text
symbol_read(struct arena *arena, const UDateFormat *format, UDateFormatSymbolType type,
	int32_t index)
{
	UChar units[64];
	char bytes[192];
	int32_t count, size = 0;
	UErrorCode status = U_ZERO_ERROR;

	count = udat_getSymbols(format, type, index, units, 64, &status);
	u_strToUTF8(bytes, sizeof bytes, &size, units, count, &status);
	if (U_FAILURE(status))
		return TEXT("");
	return text_keep(arena, (struct text){ bytes, (size_t)size });
}

const struct months *
months_make(struct arena *arena, struct text language)
{
	struct months *months = arena_make(arena, struct months);
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_LONG, UDAT_LONG,
		text_string(arena,
			text_format(arena, "%.*s-u-ca-gregory", TEXT_ARG(language))),
		NULL, 0, NULL, 0, &status);

	if (U_FAILURE(status))
		return months;
	for (int i = 0; i < MONTHS; i++) {
		months->names[0][i] = symbol_read(arena, format, UDAT_MONTHS, i);
		months->names[1][i] =
			symbol_read(arena, format, UDAT_STANDALONE_MONTHS, i);
	}
	udat_close(format);
	return months;
}

static bool
is_digit(struct text text, size_t at)
{
	return at < text.size && text.at[at] >= '0' && text.at[at] <= '9';
}

static bool
is_ascii_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Letters and what joins words and codes; dashes, quotes and blanks part them. */
static bool
is_joined(struct text text, size_t at)
{
	uint32_t rune;

	if (at >= text.size)
		return false;
	text_rune(text, at, &rune);
	if (rune < 0x80)
		return is_ascii_letter(text.at[at]) || text.at[at] == '_' ||
		       text.at[at] == '/' || text.at[at] == '#' || text.at[at] == '-';
	return rune > 0xbf && !(rune >= 0x2000 && rune <= 0x206f);
}

static size_t
rune_before(struct text text, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)text.at[at] & 0xc0) == 0x80);
	return at;
}

/* "11.a", "1.2.3": what goes on after a full stop is a code. */
static bool
goes_on(struct text text, size_t to)
{
	if (to < text.size && text.at[to] == '.')
		return to + 1 < text.size &&
		       (is_digit(text, to + 1) || is_ascii_letter(text.at[to + 1]));
	/* A range of years may have a hyphen. */
	if (to < text.size && text.at[to] == '-')
		return to + 1 < text.size && is_joined(text, to + 1);
	return is_joined(text, to);
}

static size_t
digits_end(struct text text, size_t from)
{
	while (is_digit(text, from))
		from++;
	return from;
}

/* A sign between thousands: a comma or a space that does not break. */
static size_t
gap_size(struct text text, size_t at)
{
	uint32_t rune;
	size_t size;

	if (at >= text.size)
		return 0;
	size = text_rune(text, at, &rune);
	return rune == ',' || rune == 0xa0 || rune == 0x202f || rune == 0x2009 ? size
									       : 0;
}

/* The digits of a number less the signs between thousands; false beyond reason. */
static bool
whole_read(struct text text, size_t from, size_t *ret_to, int64_t *ret_number)
{
	size_t to = digits_end(text, from), gap;
	int64_t number = 0;
	size_t count = 0;

	if (to - from <= 3)
		while ((gap = gap_size(text, to)) != 0 &&
			digits_end(text, to + gap) == to + gap + 3)
			to += gap + 3;
	for (size_t i = from; i < to; i++)
		if (is_digit(text, i)) {
			if (++count > LONGEST_DIGITS)
				return false;
			number = number * 10 + (text.at[i] - '0');
		}
	*ret_to = to;
	*ret_number = number;
	return true;
}

static bool
number_read(struct text text, size_t from, struct mention *mention)
{
	int64_t unit = MENTION_UNITS;
	size_t to;

	if (!whole_read(text, from, &to, &mention->number))
		return false;
	mention->number *= MENTION_UNITS;
	if (to + 1 < text.size && text.at[to] == '.' && is_digit(text, to + 1))
		for (to++; is_digit(text, to); to++) {
			unit /= 10;
			mention->number += unit * (text.at[to] - '0');
		}
	mention->from = from;
	mention->to = to;
	mention->is_date = false;
	return !goes_on(text, to);
}

/* "2023-09-29" and "2023-09" */
static bool
iso_read(struct text text, size_t from, struct mention *mention)
{
	static const size_t digits[] = { 4, 2, 2 };
	struct mention found = { .from = from, .to = from, .is_date = true };
	size_t parts = 0;

	for (size_t at = from; parts < 3; parts++) {
		size_t to = digits_end(text, at);

		if (to - at != digits[parts] ||
			!text_number(text_slice(text, at, to), &found.date[parts]))
			break;
		found.to = to;
		at = to + 1;
		if (to >= text.size || text.at[to] != '-') {
			parts++;
			break;
		}
	}
	*mention = found;
	return parts > 1 && found.date[1] <= MONTHS && !is_joined(text, found.to) &&
	       !is_digit(text, found.to);
}

/* The month that is named at the offset, from 1 on, or 0. */
static int64_t
month_at(const struct months *months, struct text text, size_t at, size_t *ret_to)
{
	struct text rest = text_slice(text, at, text.size);

	for (int form = 0; form < FORMS; form++)
		for (int i = 0; i < MONTHS; i++) {
			struct text name = months->names[form][i];

			if (name.size > 2 && text_starts(rest, name) &&
				!is_joined(text, at + name.size)) {
				*ret_to = at + name.size;
				return i + 1;
			}
		}
	return 0;
}

static size_t
blanks_end(struct text text, size_t at)
{
	uint32_t rune = ' ';
	size_t size = 0;

	do {
		at += size;
		size = at < text.size ? text_rune(text, at, &rune) : 0;
	} while (size && (rune == ' ' || rune == 0xa0 || rune == '\n'));
	return at;
}

/* The words that may stand between day, month and year: "29 de septembro de 2023". */
static size_t
joint_end(struct text text, size_t at)
{
	size_t to = blanks_end(text, at);

	if (text_starts(text_slice(text, to, text.size), TEXT("de ")))
		to = blanks_end(text, to + 3);
	return to;
}

/* The year after a month, if there is one. */
static void
year_read(struct text text, struct mention *mention)
{
	size_t at = joint_end(text, mention->to), to = digits_end(text, at);

	if (to - at == 4 && !goes_on(text, to) &&
		text_number(text_slice(text, at, to), &mention->date[0]))
		mention->to = to;
}

/* A month alone says nothing that could be wrong; "May" is a word, too. */
static bool
month_read(const struct months *months, struct text text, size_t from,
	struct mention *mention)
{
	struct mention found = { .from = from, .to = from, .is_date = true };

	found.date[1] = month_at(months, text, from, &found.to);
	if (found.date[1] == 0)
		return false;
	year_read(text, &found);
	*mention = found;
	return found.date[0] != 0;
}

static bool
day_read(const struct months *months, struct text text, size_t from,
	struct mention *mention)
{
	struct mention found = { .from = from, .is_date = true };
	size_t to = digits_end(text, from);

	if (to - from > 2 || !text_number(text_slice(text, from, to), &found.date[2]))
		return false;
	found.date[1] = month_at(months, text, joint_end(text, to), &found.to);
	if (found.date[1] == 0)
		return false;
	year_read(text, &found);
	*mention = found;
	return true;
}

/* The end of the word or code that begins here. */
static size_t
word_end(struct text text, size_t at)
{
	uint32_t rune;
	size_t size;

	while (at < text.size && (is_joined(text, at) || is_digit(text, at) ||
					 (text.at[at] == '.' && goes_on(text, at)))) {
		size = text_rune(text, at, &rune);
		at += size;
	}
	return at;
}

/* True in the middle of a word; a hyphen after a digit begins another number. */
static bool
is_within(struct text text, size_t at)
{
	size_t before = at ? rune_before(text, at) : 0;

	if (at == 0)
		return false;
	if (text.at[before] == '-')
		return before == 0 || !is_digit(text, before - 1);
	return is_joined(text, before) || is_digit(text, before);
}

bool
mention_next(const struct months *months, struct text text, size_t from,
	struct mention *mention)
{
	uint32_t rune;

	while (from < text.size) {
		bool within = is_within(text, from);

		if (!within && is_digit(text, from)) {
			if (iso_read(text, from, mention) ||
				day_read(months, text, from, mention) ||
				number_read(text, from, mention))
				return true;
			from = word_end(text, from);
		} else if (!within && is_joined(text, from)) {
			if (month_read(months, text, from, mention))
				return true;
			from = word_end(text, from);
		} else {
			from += text_rune(text, from, &rune);
		}
	}
	return false;
}
