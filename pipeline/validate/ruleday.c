#include "ruleday.h"

/* Days from 1970-01-01 in the Gregorian calendar; the year begins in March, so that
 * the leap day is its last (Howard Hinnant, "chrono-compatible low-level date
 * algorithms", days_from_civil). */
static int64_t
day_of(int64_t year, int64_t month, int64_t day)
{
	int64_t shifted = month > 2 ? year : year - 1;
	int64_t era = shifted / 400, of_era = shifted - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
	       719468;
}

static bool
number_in(struct text digits, int64_t least, int64_t most, int64_t *ret_number)
{
	return text_number(digits, ret_number) && *ret_number >= least &&
	       *ret_number <= most;
}

/* The first day, and the first one after the last. */
static bool
months_span(
	int64_t year, int64_t from, int64_t to, int64_t *ret_first, int64_t *ret_beyond)
{
	*ret_first = day_of(year, from, 1);
	*ret_beyond = to == 12 ? day_of(year + 1, 1, 1) : day_of(year, to + 1, 1);
	return true;
}

/* One date without its mark. */
static bool
date_span(struct text date, int64_t *ret_first, int64_t *ret_beyond)
{
	int64_t year, month, day;
	struct text rest = date, piece;

	if (!text_cut(&rest, '-', &piece) || piece.size != 4 ||
		!number_in(piece, 1, 9999, &year))
		return false;
	if (date.size == 4)
		return months_span(year, 1, 12, ret_first, ret_beyond);
	if (!text_cut(&rest, '-', &piece))
		return false;
	if (piece.size == 2 && piece.at[0] == 'Q') {
		if (date.size != 7 || !number_in(text_slice(piece, 1, 2), 1, 4, &month))
			return false;
		return months_span(
			year, month * 3 - 2, month * 3, ret_first, ret_beyond);
	}
	if (piece.size != 2 || !number_in(piece, 1, 12, &month))
		return false;
	months_span(year, month, month, ret_first, ret_beyond);
	if (date.size == 7)
		return true;
	if (rest.size != 2 || !number_in(rest, 1, *ret_beyond - *ret_first, &day))
		return false;
	*ret_first += day - 1;
	*ret_beyond = *ret_first + 1;
	return true;
}

static struct text
mark_strip(struct text date)
{
	date = text_trim(date);
	if (text_ends(date, TEXT("~")) || text_ends(date, TEXT("?")))
		date.size--;
	return date;
}

bool
ruleday_earliest(struct text date, int64_t *ret_day)
{
	int64_t first, beyond;

	date = text_slice(date, 0, text_find(date, '/', 0));
	if (!date_span(mark_strip(date), &first, &beyond))
		return false;
	*ret_day = first;
	return true;
}

bool
ruleday_latest(struct text date, int64_t *ret_day)
{
	size_t slash = text_find(date, '/', 0);
	int64_t first, beyond;

	if (slash < date.size)
		date = text_slice(date, slash + 1, date.size);
	if (!date_span(mark_strip(date), &first, &beyond))
		return false;
	*ret_day = beyond - 1;
	return true;
}

int
ruleday_weekday(int64_t day)
{
	int64_t since_monday = (day + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}
