#include "calendar.h"

int64_t
calendar_days(int64_t year, int64_t month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool
calendar_has_month(int64_t month)
{
	return month >= 1 && month <= 12;
}

bool
calendar_has_day(int64_t year, int64_t month, int64_t day)
{
	return calendar_has_month(month) && day >= 1 &&
	       day <= calendar_days(year, month);
}

static bool
number_in(struct text value, size_t from, size_t to, int64_t *ret_number)
{
	return text_number(text_slice(value, from, to), ret_number);
}

/* A year, a month, a quarter or a day that exists, with hyphens; ~ or ? may follow. */
bool
calendar_has_single(struct text value)
{
	int64_t year, month = 1, day = 1;

	if (text_ends(value, TEXT("~")) || text_ends(value, TEXT("?")))
		value.size--;
	if (value.size == 7 && value.at[5] == 'Q')
		return number_in(value, 0, 4, &year) && value.at[4] == '-' &&
		       value.at[6] >= '1' && value.at[6] <= '4';
	if ((value.size != 4 && value.size != 7 && value.size != 10) ||
		!number_in(value, 0, 4, &year))
		return false;
	if (value.size > 4 && (value.at[4] != '-' || !number_in(value, 5, 7, &month)))
		return false;
	if (value.size > 7 && (value.at[7] != '-' || !number_in(value, 8, 10, &day)))
		return false;
	return calendar_has_day(year, month, day);
}

bool
calendar_cut(struct text value, size_t *ret_slash)
{
	size_t slash = text_find(value, '/', 0);

	if (slash == value.size || text_find(value, '/', slash + 1) < value.size)
		return false;
	*ret_slash = slash;
	return slash >= 4 && value.size - slash > 4;
}

bool
calendar_has(struct text value)
{
	size_t slash;

	if (calendar_cut(value, &slash))
		return calendar_has_single(text_slice(value, 0, slash)) &&
		       calendar_has_single(text_slice(value, slash + 1, value.size));
	return calendar_has_single(value);
}
