#include "dateguess.h"

#include "base/arena.h"
#include "validate/calendar.h"
#include "validate/dateparts.h"

static const char *const months[] = { "January", "February", "March", "April", "May",
	"June", "July", "August", "September", "October", "November", "December" };

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static void
write_day(struct arena *arena, int64_t year, int64_t month, int64_t day,
	struct dateguess *words)
{
	words->help = text_format(
		arena, "write %04d-%02d-%02d", (int)year, (int)month, (int)day);
}

/* The date of "write 2023-05-06". */
static struct text
help_date(const struct dateguess *words)
{
	return text_slice(words->help, sizeof "write " - 1, words->help.size);
}

/* "2023-13-05", "2023-02-30", "2023-5-6". */
static void
year_first(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	int64_t year = parts->numbers[0], month = parts->numbers[1],
		day = parts->numbers[2];

	if (!calendar_has_month(month)) {
		words->label = text_format(arena, "there is no month %d", (int)month);
		if (calendar_has_day(year, day, month))
			words->help = text_format(arena, "did you mean %04d-%02d-%02d?",
				(int)year, (int)day, (int)month);
	} else if (!calendar_has_day(year, month, day)) {
		words->label = text_format(arena, "%s %d has %d days",
			months[month - 1], (int)year, (int)calendar_days(year, month));
	} else {
		write_day(arena, year, month, day, words);
		words->mend = help_date(words);
	}
}

/* "5/6/2023" can be two dates, "25/6/2023" only one. */
static void
year_last(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	int64_t a = parts->numbers[0], b = parts->numbers[1], year = parts->numbers[2];

	words->label = TEXT("the year comes first");
	if (calendar_has_day(year, b, a) && calendar_has_day(year, a, b) && a != b)
		words->help = text_format(arena,
			"write %04d-%02d-%02d for %d %s, or %04d-%02d-%02d for %d %s",
			(int)year, (int)b, (int)a, (int)a, months[b - 1], (int)year,
			(int)a, (int)b, (int)b, months[a - 1]);
	else if (calendar_has_day(year, b, a))
		write_day(arena, year, b, a, words);
	else if (calendar_has_day(year, a, b))
		write_day(arena, year, a, b, words);
}

/* "5 May 2023", "May 2023". */
static void
month_named(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	size_t year_at = parts->digits[0] == 4 ? 0 : 1;
	int64_t year = parts->numbers[year_at], day = parts->numbers[1 - year_at];

	words->label = TEXT("the month is a number");
	if (parts->count == 1 && parts->digits[0] == 4)
		words->help = text_format(arena, "write %04d-%02d",
			(int)parts->numbers[0], (int)parts->month);
	else if (parts->count == 2 && parts->digits[year_at] == 4 &&
		 calendar_has_day(year, parts->month, day))
		write_day(arena, year, parts->month, day, words);
	if (words->help.size)
		words->mend = help_date(words);
}

/* "2023-5", "5/2023". */
static void
month_and_year(
	struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	size_t year_at = parts->digits[0] == 4 ? 0 : 1;
	int64_t month = parts->numbers[1 - year_at];

	if (parts->digits[year_at] != 4)
		return;
	if (calendar_has_month(month))
		words->help = text_format(arena, "write %04d-%02d",
			(int)parts->numbers[year_at], (int)month);
	else
		words->label = text_format(arena, "there is no month %d", (int)month);
}

/* "20230506": eight digits are a day, unless they can also be one from the other end.
 */
static void
digits_only(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	int64_t number = parts->numbers[0], year = number / 10000,
		month = number / 100 % 100, day = number % 100;
	int64_t last = number % 10000;

	words->label = TEXT("hyphens stand between year, month and day");
	if (parts->digits[0] == 8 && calendar_has_day(year, month, day)) {
		write_day(arena, year, month, day, words);
		if (last < 1900 || last > 2100)
			words->mend = help_date(words);
	} else if (parts->digits[0] == 6 && calendar_has_month(day)) {
		words->help = text_format(arena, "did you mean %04d-%02d?",
			(int)(number / 100), (int)day);
	}
}

/* "5-9 June 2023". */
static void
days_named(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	const int64_t *numbers = parts->numbers;

	words->label = TEXT("the month is a number");
	if (parts->digits[2] != 4 || numbers[0] >= numbers[1] ||
		!calendar_has_day(numbers[2], parts->month, numbers[0]) ||
		!calendar_has_day(numbers[2], parts->month, numbers[1]))
		return;
	words->help = text_format(arena, "write %04d-%02d-%02d/%04d-%02d-%02d",
		(int)numbers[2], (int)parts->month, (int)numbers[0], (int)numbers[2],
		(int)parts->month, (int)numbers[1]);
	words->mend = help_date(words);
}

/* "2023-2024" is not the month 2024. */
static void
years_two(struct arena *arena, const struct dateparts *parts, struct dateguess *words)
{
	words->label = TEXT("two dates have a slash between them");
	words->help = text_format(arena, "write %04d/%04d", (int)parts->numbers[0],
		(int)parts->numbers[1]);
}

static bool
single_explain(struct arena *arena, struct text value, struct dateguess *words)
{
	struct dateparts parts;

	if (value.size > 40 || !dateparts_take(value, &parts))
		return false;
	if (parts.month && parts.count == 3)
		days_named(arena, &parts, words);
	else if (parts.month)
		month_named(arena, &parts, words);
	else if (parts.count == 3 && parts.digits[0] == 4)
		year_first(arena, &parts, words);
	else if (parts.count == 3 && parts.digits[2] == 4)
		year_last(arena, &parts, words);
	else if (parts.count == 2 && parts.digits[0] == 4 && parts.digits[1] == 4)
		years_two(arena, &parts, words);
	else if (parts.count == 2)
		month_and_year(arena, &parts, words);
	else if (parts.count == 1)
		digits_only(arena, &parts, words);
	return true;
}

/* "2023 Q2", "Q2/2023", "2023q2". */
static bool
quarter_explain(struct arena *arena, struct text value, struct dateguess *words)
{
	char digits[5], quarter = 0;
	size_t count = 0;

	for (size_t i = 0; i < value.size; i++) {
		bool is_letter_q = value.at[i] == 'Q' || value.at[i] == 'q';

		if (is_letter_q && quarter == 0 && i + 1 < value.size) {
			quarter = value.at[++i];
		} else if (is_digit(value.at[i]) && count < sizeof digits) {
			digits[count++] = value.at[i];
		} else if (value.at[i] != ' ' && value.at[i] != '-' &&
			   value.at[i] != '/') {
			return false;
		}
	}
	if (!is_digit(quarter) || count != 4)
		return false;
	if (quarter < '1' || quarter > '4') {
		words->label = text_format(arena, "there is no quarter %c", quarter);
		return true;
	}
	words->help = text_format(arena, "write %.4s-Q%c", digits, quarter);
	words->mend = help_date(words);
	return true;
}

/* Cuts "2023-01 to 2023-03" in two. */
static bool
words_cut(struct text value, struct text *ret_first, struct text *ret_second)
{
	static const char *const joints[] = { " to ", " until ", " till ", " - ",
		" and ", "..", " / " };

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		struct text joint = text_of(joints[i]);

		for (size_t at = 4; at + joint.size + 4 <= value.size; at++) {
			if (!text_starts(text_slice(value, at, value.size), joint))
				continue;
			*ret_first = text_trim(text_slice(value, 0, at));
			*ret_second = text_trim(
				text_slice(value, at + joint.size, value.size));
			return true;
		}
	}
	return false;
}

/* The date as it is to be written; empty where it has several readings, or none. */
static struct text
half_read(struct arena *arena, struct text half)
{
	struct dateguess words = { .mend = TEXT("") };

	if (calendar_has_single(half))
		return half;
	single_explain(arena, half, &words);
	return words.mend;
}

static bool
interval_explain(struct arena *arena, struct text value, struct dateguess *words)
{
	struct text first, second;

	if (value.size > 60 || !words_cut(value, &first, &second))
		return false;
	first = half_read(arena, first);
	second = half_read(arena, second);
	if (first.size == 0 || second.size == 0)
		return false;
	words->label = TEXT("two dates have a slash between them");
	words->help = text_format(
		arena, "write %.*s/%.*s", TEXT_ARG(first), TEXT_ARG(second));
	words->mend = help_date(words);
	return true;
}

bool
dateguess_make(struct arena *arena, struct text value, struct dateguess *ret_guess)
{
	struct dateguess words = {
		.label = TEXT(""), .help = TEXT(""), .mend = TEXT("")
	};
	size_t slash;

	value = text_trim(value);
	if (!quarter_explain(arena, value, &words) &&
		!interval_explain(arena, value, &words)) {
		struct text part = value;

		if (calendar_cut(value, &slash)) {
			part = text_slice(value, 0, slash);
			if (calendar_has_single(part))
				part = text_slice(value, slash + 1, value.size);
		}
		if (!single_explain(arena, part, &words))
			return false;
		/* A slash joins two dates, or stands in a date that begins with any
		 * part. */
		if (text_find(value, '/', 0) < value.size)
			words.mend = TEXT("");
	}
	*ret_guess = words;
	return true;
}
