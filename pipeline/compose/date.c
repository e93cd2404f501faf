#include "date.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>

#include "base/arena.h"
#include "formats.h"
#include "pattern.h"
#include "utf16.h"

struct date {
	int64_t year, month, day; /* month and day 0 where they are not known */
	int64_t months; /* 3 for a quarter that begins with the month, else 1 */
	char mark;      /* '~', '?' or 0 */
};

static const int month_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static bool
is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool
is_in_calendar(const struct date *date)
{
	if (date->month == 0)
		return date->day == 0;
	if (date->month > 12)
		return false;
	return date->day <=
	       month_days[date->month - 1] + (date->month == 2 && is_leap(date->year));
}

/* "-Q2" as the month that it begins with. */
static bool
quarter_cut(struct text *rest, int64_t *ret_month)
{
	int64_t quarter;

	if (rest->size != 3 || !text_starts(*rest, TEXT("-Q")) ||
		!text_number(text_slice(*rest, 2, 3), &quarter) || quarter < 1 ||
		quarter > 4)
		return false;
	*rest = text_slice(*rest, 3, 3);
	*ret_month = quarter * 3 - 2;
	return true;
}

/* "-06": two digits that are not 00. */
static bool
part_cut(struct text *rest, int64_t *ret_part)
{
	int64_t part;

	if (rest->size < 3 || rest->at[0] != '-' ||
		!text_number(text_slice(*rest, 1, 3), &part) || part == 0)
		return false;
	*rest = text_slice(*rest, 3, rest->size);
	*ret_part = part;
	return true;
}

static bool
date_parse(struct text text, struct date *ret_date)
{
	struct date date = { .months = 1 };

	if (text.size &&
		(text.at[text.size - 1] == '~' || text.at[text.size - 1] == '?'))
		date.mark = text.at[--text.size];
	if (text.size < 4 || !text_number(text_slice(text, 0, 4), &date.year))
		return false;
	text = text_slice(text, 4, text.size);
	if (quarter_cut(&text, &date.month))
		date.months = 3;
	if (text.size && !part_cut(&text, &date.month))
		return false;
	if (text.size && !part_cut(&text, &date.day))
		return false;
	*ret_date = date;
	return text.size == 0 && is_in_calendar(&date);
}

/* Noon of the date's first day, in milliseconds since 1970. */
static UDate
date_moment(const struct date *date)
{
	int64_t day = date->day ? date->day : 1;
	int64_t before = date->year - 1, days;

	days = before * 365 + before / 4 - before / 100 + before / 400 + day - 1;
	for (int64_t month = 1; month < date->month; month++)
		days += month_days[month - 1] + (month == 2 && is_leap(date->year));
	return (UDate)((days - 719162) * 86400000 + 43200000);
}

static enum date_form
form_of(const struct date *date)
{
	return date->day           ? DATE_DAY
	       : date->months == 3 ? DATE_QUARTER
	       : date->month       ? DATE_MONTH
				   : DATE_YEAR;
}

static bool
single_print(struct buffer *buffer, const struct date *date, struct formats *formats)
{
	UDateFormat *format = formats_date(formats, form_of(date));
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format)
		return false;
	count = udat_format(
		format, date_moment(date), units, UTF16_LONGEST, NULL, &status);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}

static bool
interval_print(struct buffer *buffer, const struct date *from, const struct date *to,
	struct formats *formats)
{
	UDateIntervalFormat *format = formats_interval(formats, form_of(from));
	UErrorCode status = U_ZERO_ERROR;
	UChar units[UTF16_LONGEST];
	int32_t count;

	if (!format)
		return false;
	count = udtitvfmt_format(format, date_moment(from), date_moment(to), units,
		UTF16_LONGEST, NULL, &status);
	return U_SUCCESS(status) && utf16_add(buffer, units, count);
}

static bool
marked_print(struct buffer *buffer, const struct date *date, struct formats *formats,
	struct text about)
{
	struct buffer plain = buffer_make(buffer->arena);

	if (!single_print(&plain, date, formats))
		return false;
	if (date->mark == '~')
		pattern_fill(buffer, about, buffer_text(&plain));
	else
		buffer_add(buffer, buffer_text(&plain));
	if (date->mark == '?')
		buffer_string(buffer, " (?)");
	return true;
}

static bool
pair_print(struct buffer *buffer, const struct date *from, const struct date *to,
	struct formats *formats, struct text about)
{
	if (!from->mark && !to->mark && from->months + to->months == 2 &&
		!from->month == !to->month && !from->day == !to->day)
		return interval_print(buffer, from, to, formats);
	if (!marked_print(buffer, from, formats, about))
		return false;
	buffer_string(buffer, " – ");
	return marked_print(buffer, to, formats, about);
}

bool
date_print(struct buffer *buffer, struct text text, struct formats *formats,
	struct text about)
{
	size_t slash = text_find(text, '/', 0);
	struct text second =
		slash < text.size ? text_slice(text, slash + 1, text.size) : TEXT("");
	struct text first = text_slice(text, 0, slash);
	struct date from, to;

	if (first.size && second.size)
		return date_parse(first, &from) && date_parse(second, &to) &&
		       pair_print(buffer, &from, &to, formats, about);
	return date_parse(first.size ? first : second, &from) &&
	       marked_print(buffer, &from, formats, about);
}
