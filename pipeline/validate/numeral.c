#include "numeral.h"

#include <string.h>

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static size_t
digits_end(struct text value, size_t from)
{
	while (from < value.size && is_digit(value.at[from]))
		from++;
	return from;
}

/* Digits in groups: 1,200,000 and 1.200.000, 12,00,000 where people count in lakhs. */
struct groups {
	struct buffer digits;
	size_t count;
	char sign; /* between them; 0 where there is one group */
	bool by_three;
	size_t end; /* offset after the last */
};

/* The sign before another group, which ends with three digits. */
static bool
group_follows(struct text value, const struct groups *groups, size_t *ret_end)
{
	size_t at = groups->end;
	char sign = at < value.size ? value.at[at] : 0;

	if (!sign || !strchr(", ._'", sign) || (groups->sign && sign != groups->sign))
		return false;
	*ret_end = digits_end(value, at + 1);
	return *ret_end - at == 4 || *ret_end - at == 3;
}

/* The first group begins at `start`; false where the last one has not three digits. */
static bool
groups_take(struct text value, size_t start, struct groups *groups)
{
	size_t end = digits_end(value, start), size = end - start;

	if (size == 0)
		return false;
	do {
		size = end - start;
		groups->by_three =
			groups->count == 0 ? size <= 3 : groups->by_three && size == 3;
		buffer_add(&groups->digits, text_slice(value, start, end));
		groups->count++;
		groups->sign = groups->count == 1 ? 0 : value.at[start - 1];
		groups->end = end;
		start = end + 1;
	} while (group_follows(value, groups, &end));
	return groups->count == 1 || size == 3;
}

/* Words that make the number before them another one. */
static bool
is_magnitude(struct text rest)
{
	static const char *const words[] = { "thous", "mil", "bill", "hundr", "dozen",
		"lakh", "crore", "perc", "per ", "cent", "of " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_starts(rest, text_of(words[i])))
			return true;
	return rest.size < 4;
}

/* Nothing, or a blank and words without digits. */
static bool
is_unit(struct text rest)
{
	for (size_t i = 0; i < rest.size; i++)
		if (is_digit(rest.at[i]))
			return false;
	return rest.size == 0 || (rest.at[0] == ' ' && !is_magnitude(text_trim(rest)));
}

static struct text
zeros_strip(struct text digits)
{
	size_t start = 0;

	while (start + 1 < digits.size && digits.at[start] == '0')
		start++;
	return text_slice(digits, start, digits.size);
}

/* One point or comma may stand before a fraction. */
static bool
is_sure(const struct groups *groups)
{
	bool is_fraction = groups->sign == '.' || groups->sign == ',';

	return groups->by_three && groups->count > 1 &&
	       (!is_fraction || groups->count > 2) && groups->digits.at[0] != '0';
}

struct numeral
numeral_read(struct arena *arena, struct text value)
{
	struct numeral none = { .digits = TEXT("") };
	struct groups groups = { .digits = buffer_make(arena) };
	bool has_sign = value.size && (value.at[0] == '~' || value.at[0] == '+');
	struct text rest;

	if (!groups_take(value, has_sign, &groups))
		return none;
	rest = text_slice(value, groups.end, value.size);
	if (!is_unit(rest))
		return none;
	return (struct numeral){
		.digits = zeros_strip(buffer_text(&groups.digits)),
		.rest = has_sign ? text_slice(value, 0, 1) : text_trim(rest),
		.is_sure = is_sure(&groups) && !has_sign && rest.size == 0,
	};
}
