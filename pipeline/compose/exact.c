#include "exact.h"

#include <stdlib.h>

#include "base/arena.h"

enum { MOST_DIGITS = 15, MILLION = 1000000 };

/* Beyond this nothing is held: a million times as much still fits in 128 bits. */
static const exact most = (exact)INT64_MAX * 1000000000000;

static exact
size_of(exact number)
{
	return number < 0 ? -number : number;
}

/* 10 to the power of `places`. */
static exact
power_of(int places)
{
	exact power = 1;

	while (places-- > 0)
		power *= 10;
	return power;
}

bool
exact_parse(struct text text, exact *ret_number)
{
	bool negative = text_starts(text, TEXT("-"));
	struct text rest = text_slice(text, negative, text.size);
	size_t point = text_find(rest, '.', 0);
	int64_t whole, millionths = 0;

	if (point > MOST_DIGITS || !text_number(text_slice(rest, 0, point), &whole))
		return false;
	if (point < rest.size) {
		struct text digits = text_slice(rest, point + 1, rest.size);

		if (digits.size > EXACT_PLACES || !text_number(digits, &millionths))
			return false;
		millionths *= (int64_t)power_of(EXACT_PLACES - (int)digits.size);
	}
	*ret_number = (exact)whole * MILLION + millionths;
	if (negative)
		*ret_number = -*ret_number;
	return true;
}

static void
whole_print(struct buffer *buffer, exact whole)
{
	char digits[40];
	size_t count = 0;

	do {
		digits[count++] = (char)('0' + (int)(whole % 10));
		whole /= 10;
	} while (whole);
	while (count)
		buffer_byte(buffer, digits[--count]);
}

void
exact_print(struct buffer *buffer, exact number, int places)
{
	exact size = size_of(number), rest = size % MILLION;

	if (number < 0)
		buffer_byte(buffer, '-');
	whole_print(buffer, size / MILLION);
	for (int place = 0; place < EXACT_PLACES && (rest || place < places); place++) {
		if (place == 0)
			buffer_byte(buffer, '.');
		rest *= 10;
		buffer_byte(buffer, (char)('0' + (int)(rest / MILLION)));
		rest %= MILLION;
	}
}

exact
exact_of(int64_t whole)
{
	return (exact)whole * MILLION;
}

bool
exact_add(exact a, exact b, exact *ret_sum)
{
	if (size_of(a + b) > most)
		return false;
	*ret_sum = a + b;
	return true;
}

/* Half a unit goes away from 0. */
static exact
quotient_of(exact number, exact by)
{
	exact size = size_of(number), half = size_of(by) / 2, quotient;

	by = by < 0 ? -by : by;
	quotient = size / by + (size % by >= by - half);
	return quotient;
}

bool
exact_multiply(exact a, exact b, exact *ret_product)
{
	exact product;

	if (b && size_of(a) > most / size_of(b))
		return false;
	product = a * b;
	*ret_product = quotient_of(product, MILLION) * (product < 0 ? -1 : 1);
	return true;
}

bool
exact_divide(exact number, exact by, int places, exact *ret_quotient)
{
	exact power = power_of(places), quotient;

	if (by == 0 || size_of(number) > most / power)
		return false;
	quotient = quotient_of(number * power, by) * power_of(EXACT_PLACES - places);
	*ret_quotient = (number < 0) != (by < 0) ? -quotient : quotient;
	return true;
}

exact
exact_round(exact number, int places)
{
	exact unit = power_of(EXACT_PLACES - places);
	exact rounded = quotient_of(number, unit) * unit;

	return number < 0 ? -rounded : rounded;
}

bool
exact_is_whole(exact number, int64_t *ret_whole)
{
	if (number % MILLION || size_of(number / MILLION) > INT64_MAX)
		return false;
	*ret_whole = (int64_t)(number / MILLION);
	return true;
}

struct remainder {
	exact lost;
	size_t index;
};

/* Who lost most comes first. */
static int
remainder_compare(const void *a, const void *b)
{
	const struct remainder *one = a, *other = b;

	if (one->lost != other->lost)
		return one->lost > other->lost ? -1 : 1;
	return one->index < other->index ? -1 : one->index > other->index;
}

bool
exact_apportion(struct arena *arena, const exact *parts, size_t count, int places,
	exact *shares)
{
	exact units = 100 * power_of(places), unit = power_of(EXACT_PLACES - places);
	exact total = 0, left = units;
	struct remainder *lost = arena_array(arena, struct remainder, count);

	for (size_t i = 0; i < count; i++)
		if (parts[i] < 0 || parts[i] > most / units ||
			!exact_add(total, parts[i], &total))
			return false;
	if (total == 0)
		return false;
	for (size_t i = 0; i < count; i++) {
		shares[i] = parts[i] * units / total;
		left -= shares[i];
		lost[i] = (struct remainder){ parts[i] * units % total, i };
	}
	qsort(lost, count, sizeof *lost, remainder_compare);
	for (size_t i = 0; i < (size_t)left; i++)
		shares[lost[i].index]++;
	for (size_t i = 0; i < count; i++)
		shares[i] *= unit;
	return true;
}
