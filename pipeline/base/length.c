#include "length.h"

#include "base/text.h"

/* Scaled points in a unit as a fraction, exact. */
static const struct unit {
	const char *name;
	int64_t numerator, denominator;
} units[] = {
	{ "", LENGTH_POINT, 1 },
	{ "pt", LENGTH_POINT, 1 },
	{ "in", 72 * (int64_t)LENGTH_POINT, 1 },
	{ "mm", 720 * (int64_t)LENGTH_POINT, 254 },
	{ "cm", 7200 * (int64_t)LENGTH_POINT, 254 },
};

static int64_t
divide_rounded(int64_t numerator, int64_t denominator)
{
	int64_t half = denominator / 2;

	return (numerator < 0 ? numerator - half : numerator + half) / denominator;
}

length
length_scale(int64_t value, int64_t numerator, int64_t denominator)
{
	return (int32_t)divide_rounded(value * numerator, denominator);
}

int64_t
length_milli(int64_t value)
{
	return divide_rounded(value * 1000, LENGTH_POINT);
}

/* Reads digits from the front of *rest; false when there are more than `most`. */
static bool
digits_take(struct text *rest, size_t most, int64_t *ret_value, size_t *ret_count)
{
	size_t count = 0;
	int64_t value = 0;

	while (count < rest->size && rest->at[count] >= '0' && rest->at[count] <= '9') {
		if (count == most)
			return false;
		value = value * 10 + (rest->at[count++] - '0');
	}
	*rest = text_slice(*rest, count, rest->size);
	*ret_value = value;
	*ret_count = count;
	return true;
}

static bool
unit_scale(struct text name, int64_t millionths, length *ret_length)
{
	const int64_t most = (int64_t)INT32_MAX * 15625;

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		int64_t scaled;

		if (!text_is(name, units[i].name))
			continue;
		/* 10^6 = 64 * 15625, and every numerator is a multiple of 64 */
		if (millionths > INT64_MAX / (units[i].numerator / 64))
			return false;
		scaled = divide_rounded(
			millionths * (units[i].numerator / 64), units[i].denominator);
		if (scaled > most)
			return false;
		*ret_length = (length)divide_rounded(scaled, 15625);
		return true;
	}
	return false;
}

bool
length_parse(struct text text, length *ret_length)
{
	bool negative = text.size && text.at[0] == '-';
	int64_t whole, fraction = 0;
	size_t digits, decimals = 0;
	length parsed;

	text = text_slice(text, negative, text.size);
	if (!digits_take(&text, 9, &whole, &digits))
		return false;
	if (text.size && text.at[0] == '.') {
		text = text_slice(text, 1, text.size);
		if (!digits_take(&text, 6, &fraction, &decimals) || decimals == 0)
			return false;
	}
	if (digits == 0)
		return false;
	for (size_t i = decimals; i < 6; i++)
		fraction *= 10;
	if (!unit_scale(text, whole * 1000000 + fraction, &parsed))
		return false;
	*ret_length = negative ? -parsed : parsed;
	return true;
}

/* The fewest decimals that tell the length from its neighbours; five always do. */
static int64_t
decimals_find(int64_t magnitude, int64_t *ret_unit)
{
	for (int64_t unit = 1;; unit *= 10) {
		int64_t scaled = divide_rounded(magnitude * unit, LENGTH_POINT);

		if (unit == 100000 ||
			divide_rounded(scaled * LENGTH_POINT, unit) == magnitude) {
			*ret_unit = unit;
			return scaled;
		}
	}
}

void
length_print(struct buffer *buffer, length value)
{
	int64_t unit;
	int64_t scaled = decimals_find(value < 0 ? -(int64_t)value : value, &unit);

	if (value < 0)
		buffer_byte(buffer, '-');
	buffer_number(buffer, scaled / unit);
	if (unit > 1)
		buffer_byte(buffer, '.');
	for (scaled %= unit; unit > 1; scaled %= unit) {
		unit /= 10;
		buffer_byte(buffer, (char)('0' + scaled / unit));
	}
}
