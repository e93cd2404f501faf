#include "rulesum.h"

enum { MILLION = 1000000, PLACES = 6, MOST_DIGITS = 15 };

/* "25" after the point is 250,000 millionths. */
static bool
millionths_of(struct text digits, int64_t *ret_millionths)
{
	int64_t millionths;

	if (digits.size > PLACES || !text_number(digits, &millionths))
		return false;
	for (size_t i = digits.size; i < PLACES; i++)
		millionths *= 10;
	*ret_millionths = millionths;
	return true;
}

bool
rulesum_add(struct rulesum *sum, struct text number)
{
	bool negative = text_starts(number, TEXT("-"));
	struct text rest = text_slice(number, negative, number.size), digits;
	int64_t whole, millionths = 0;

	if (sum->whole > INT64_MAX / 2 || sum->whole < INT64_MIN / 2)
		return false;
	if (!text_cut(&rest, '.', &digits) || digits.size > MOST_DIGITS ||
		!text_number(digits, &whole) ||
		(digits.size + negative < number.size &&
			!millionths_of(rest, &millionths)))
		return false;
	sum->whole += negative ? -whole : whole;
	sum->millionths += negative ? -millionths : millionths;
	if (sum->millionths < 0) {
		sum->millionths += MILLION;
		sum->whole--;
	} else if (sum->millionths >= MILLION) {
		sum->millionths -= MILLION;
		sum->whole++;
	}
	return true;
}

int
rulesum_compare(struct rulesum a, struct rulesum b)
{
	if (a.whole != b.whole)
		return a.whole < b.whole ? -1 : 1;
	return a.millionths < b.millionths ? -1 : a.millionths > b.millionths;
}
