#include "period.h"

static bool
is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int64_t
month_days(int64_t year, int64_t month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && is_leap(year));
}

int64_t
period_day(int64_t year, int64_t month, int64_t day)
{
	int64_t before = year - 1;
	int64_t days =
		before * 365 + before / 4 - before / 100 + before / 400 + day - 1;

	for (int64_t i = 1; i < month; i++)
		days += month_days(year, i);
	return days - 719162;
}

void
period_month(int64_t day, int64_t *ret_year, int64_t *ret_month)
{
	int64_t year = 1970 + day / 366, month = 1;

	while (period_day(year, 1, 1) > day)
		year--;
	while (period_day(year + 1, 1, 1) <= day)
		year++;
	while (month < 12 && period_day(year, month + 1, 1) <= day)
		month++;
	*ret_year = year;
	*ret_month = month;
}

struct text
period_print_day(struct arena *arena, int64_t day)
{
	int64_t year, month;

	period_month(day, &year, &month);
	return text_format(arena, "%04d-%02d-%02d", (int)year, (int)month,
		(int)(day - period_day(year, month, 1) + 1));
}

static bool
number_cut(struct text *rest, size_t digits, int64_t *ret_number)
{
	if (rest->size < digits ||
		!text_number(text_slice(*rest, 0, digits), ret_number))
		return false;
	*rest = text_slice(*rest, digits, rest->size);
	return true;
}

static bool
dash_cut(struct text *rest)
{
	bool dash = text_starts(*rest, TEXT("-"));

	*rest = text_slice(*rest, dash, rest->size);
	return dash;
}

/* The signs of doubt before and behind a date. */
static struct text
doubt_cut(struct text text, bool *about)
{
	while (text.size && (text.at[0] == '~' || text.at[0] == '?')) {
		*about = true;
		text = text_trim(text_slice(text, 1, text.size));
	}
	while (text.size &&
		(text.at[text.size - 1] == '~' || text.at[text.size - 1] == '?')) {
		*about = true;
		text = text_trim(text_slice(text, 0, text.size - 1));
	}
	return text;
}

static void
months_set(struct period *period, int64_t year, int64_t first, int64_t last)
{
	period->from = period_day(year, first, 1);
	period->to = period_day(year, last, month_days(year, last));
}

static bool
date_parse(struct text text, struct period *period)
{
	int64_t year, month, day;

	text = doubt_cut(text_trim(text), &period->about);
	if (!number_cut(&text, 4, &year) || year < 1)
		return false;
	period->first = period->second = EXACT_YEAR;
	months_set(period, year, 1, 12);
	if (text.size == 0)
		return true;
	if (text_starts(text, TEXT("-Q"))) {
		text = text_slice(text, 2, text.size);
		if (!number_cut(&text, 1, &month) || month < 1 || month > 4)
			return false;
		period->first = period->second = EXACT_QUARTER;
		months_set(period, year, month * 3 - 2, month * 3);
		return text.size == 0;
	}
	if (!dash_cut(&text) || !number_cut(&text, 2, &month) || month < 1 ||
		month > 12)
		return false;
	period->first = period->second = EXACT_MONTH;
	months_set(period, year, month, month);
	if (text.size == 0)
		return true;
	if (!dash_cut(&text) || !number_cut(&text, 2, &day) || text.size || day < 1 ||
		day > month_days(year, month))
		return false;
	period->first = period->second = EXACT_DAY;
	period->from = period->to = period_day(year, month, day);
	return true;
}

bool
period_parse(struct text text, struct period *ret_period)
{
	struct period from = { .about = false }, to = { .about = false };
	size_t slash = text_find(text, '/', 0);

	if (!date_parse(text_slice(text, 0, slash), &from))
		return false;
	if (slash < text.size) {
		if (!date_parse(text_slice(text, slash + 1, text.size), &to) ||
			to.to < from.from)
			return false;
		from.to = to.to;
		from.second = to.second;
		from.pair = true;
		from.about |= to.about;
	}
	*ret_period = from;
	return true;
}
