#include "calendar.h"

#include "base/arena.h"

static const char *const months[] = { "January", "February", "March", "April", "May",
	"June", "July", "August", "September", "October", "November", "December" };

/* A date taken apart: up to three numbers, and a month in words. */
struct parts {
	int64_t numbers[3];
	size_t digits[3];
	size_t count;
	int64_t month; /* from a word, 1 to 12; 0 where there is none */
};

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The month that a word of three letters or more begins. */
static int64_t
month_find(struct text word)
{
	for (int64_t month = 1; month <= 12; month++) {
		struct text name = text_of(months[month - 1]);
		size_t i = 0;

		while (i < word.size && i < name.size &&
			(word.at[i] | 32) == (name.at[i] | 32))
			i++;
		if (i == word.size && i >= 3)
			return month;
	}
	return 0;
}

static size_t
run_end(struct text value, size_t start, bool (*is_part)(char))
{
	size_t end = start;

	while (end < value.size && is_part(value.at[end]))
		end++;
	return end;
}

static bool
number_take(struct parts *parts, struct text digits)
{
	if (parts->count == 3 || !text_number(digits, &parts->numbers[parts->count]))
		return false;
	parts->digits[parts->count++] = digits.size;
	return true;
}

static bool
word_take(struct parts *parts, struct text word)
{
	if (text_is(word, "th") || text_is(word, "st") || text_is(word, "nd") ||
		text_is(word, "rd") || text_is(word, "of"))
		return true;
	parts->month = parts->month ? 0 : month_find(word);
	return parts->month != 0;
}

static bool
parts_take(struct text value, struct parts *ret_parts)
{
	struct parts parts = { .count = 0 };

	for (size_t i = 0; i < value.size;) {
		size_t end;

		if (is_digit(value.at[i])) {
			end = run_end(value, i, is_digit);
			if (!number_take(&parts, text_slice(value, i, end)))
				return false;
		} else if (is_letter(value.at[i])) {
			end = run_end(value, i, is_letter);
			if (!word_take(&parts, text_slice(value, i, end)))
				return false;
		} else if (value.at[i] == '-' || value.at[i] == '/' ||
			   value.at[i] == '.' || value.at[i] == ' ' ||
			   value.at[i] == ',') {
			end = i + 1;
		} else {
			return false;
		}
		i = end;
	}
	*ret_parts = parts;
	return parts.count > 0;
}

static int64_t
month_days(int64_t year, int64_t month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool
is_month(int64_t month)
{
	return month >= 1 && month <= 12;
}

static bool
is_day(int64_t year, int64_t month, int64_t day)
{
	return is_month(month) && day >= 1 && day <= month_days(year, month);
}

static void
write_day(struct arena *arena, int64_t year, int64_t month, int64_t day,
	struct calendar_words *words)
{
	words->help = text_format(
		arena, "write %04d-%02d-%02d", (int)year, (int)month, (int)day);
}

/* The date of "write 2023-05-06". */
static struct text
help_date(const struct calendar_words *words)
{
	return text_slice(words->help, sizeof "write " - 1, words->help.size);
}

static bool
number_in(struct text value, size_t from, size_t to, int64_t *ret_number)
{
	return text_number(text_slice(value, from, to), ret_number);
}

/* A year, a month, a quarter or a day that exists, with hyphens; ~ or ? may follow. */
static bool
is_single(struct text value)
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
	return is_day(year, month, day);
}

/* "2023-13-05", "2023-02-30", "2023-5-6". */
static void
year_first(struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	int64_t year = parts->numbers[0], month = parts->numbers[1],
		day = parts->numbers[2];

	if (!is_month(month)) {
		words->label = text_format(arena, "there is no month %d", (int)month);
		if (is_day(year, day, month))
			words->help = text_format(arena, "did you mean %04d-%02d-%02d?",
				(int)year, (int)day, (int)month);
	} else if (!is_day(year, month, day)) {
		words->label = text_format(arena, "%s %d has %d days",
			months[month - 1], (int)year, (int)month_days(year, month));
	} else {
		write_day(arena, year, month, day, words);
		words->mend = help_date(words);
	}
}

/* "5/6/2023" can be two dates, "25/6/2023" only one. */
static void
year_last(struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	int64_t a = parts->numbers[0], b = parts->numbers[1], year = parts->numbers[2];

	words->label = TEXT("the year comes first");
	if (is_day(year, b, a) && is_day(year, a, b) && a != b)
		words->help = text_format(arena,
			"write %04d-%02d-%02d for %d %s, or %04d-%02d-%02d for %d %s",
			(int)year, (int)b, (int)a, (int)a, months[b - 1], (int)year,
			(int)a, (int)b, (int)b, months[a - 1]);
	else if (is_day(year, b, a))
		write_day(arena, year, b, a, words);
	else if (is_day(year, a, b))
		write_day(arena, year, a, b, words);
}

/* "5 May 2023", "May 2023". */
static void
month_named(
	struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	size_t year_at = parts->digits[0] == 4 ? 0 : 1;
	int64_t year = parts->numbers[year_at], day = parts->numbers[1 - year_at];

	words->label = TEXT("the month is a number");
	if (parts->count == 1 && parts->digits[0] == 4)
		words->help = text_format(arena, "write %04d-%02d",
			(int)parts->numbers[0], (int)parts->month);
	else if (parts->count == 2 && parts->digits[year_at] == 4 &&
		 is_day(year, parts->month, day))
		write_day(arena, year, parts->month, day, words);
	if (words->help.size)
		words->mend = help_date(words);
}

/* "2023-5", "5/2023". */
static void
month_and_year(
	struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	size_t year_at = parts->digits[0] == 4 ? 0 : 1;
	int64_t month = parts->numbers[1 - year_at];

	if (parts->digits[year_at] != 4)
		return;
	if (is_month(month))
		words->help = text_format(arena, "write %04d-%02d",
			(int)parts->numbers[year_at], (int)month);
	else
		words->label = text_format(arena, "there is no month %d", (int)month);
}

/* "20230506": eight digits are a day, unless they can also be one from the other end.
 */
static void
digits_only(
	struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	int64_t number = parts->numbers[0], year = number / 10000,
		month = number / 100 % 100, day = number % 100;
	int64_t last = number % 10000;

	words->label = TEXT("hyphens stand between year, month and day");
	if (parts->digits[0] == 8 && is_day(year, month, day)) {
		write_day(arena, year, month, day, words);
		if (last < 1900 || last > 2100)
			words->mend = help_date(words);
	} else if (parts->digits[0] == 6 && is_month(day)) {
		words->help = text_format(arena, "did you mean %04d-%02d?",
			(int)(number / 100), (int)day);
	}
}

/* "5-9 June 2023". */
static void
days_named(struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	const int64_t *numbers = parts->numbers;

	words->label = TEXT("the month is a number");
	if (parts->digits[2] != 4 || numbers[0] >= numbers[1] ||
		!is_day(numbers[2], parts->month, numbers[0]) ||
		!is_day(numbers[2], parts->month, numbers[1]))
		return;
	words->help = text_format(arena, "write %04d-%02d-%02d/%04d-%02d-%02d",
		(int)numbers[2], (int)parts->month, (int)numbers[0], (int)numbers[2],
		(int)parts->month, (int)numbers[1]);
	words->mend = help_date(words);
}

/* "2023-2024" is not the month 2024. */
static void
years_two(struct arena *arena, const struct parts *parts, struct calendar_words *words)
{
	words->label = TEXT("two dates have a slash between them");
	words->help = text_format(arena, "write %04d/%04d", (int)parts->numbers[0],
		(int)parts->numbers[1]);
}

static bool
single_explain(struct arena *arena, struct text value, struct calendar_words *words)
{
	struct parts parts;

	if (value.size > 40 || !parts_take(value, &parts))
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
quarter_explain(struct arena *arena, struct text value, struct calendar_words *words)
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
	struct calendar_words words = { .mend = TEXT("") };

	if (is_single(half))
		return half;
	single_explain(arena, half, &words);
	return words.mend;
}

static bool
interval_explain(struct arena *arena, struct text value, struct calendar_words *words)
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

/* Two whole dates with a slash between them. */
static bool
is_interval(struct text value, size_t *ret_slash)
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

	if (is_interval(value, &slash))
		return is_single(text_slice(value, 0, slash)) &&
		       is_single(text_slice(value, slash + 1, value.size));
	return is_single(value);
}

bool
calendar_explain(
	struct arena *arena, struct text value, struct calendar_words *ret_words)
{
	struct calendar_words words = {
		.label = TEXT(""), .help = TEXT(""), .mend = TEXT("")
	};
	size_t slash;

	value = text_trim(value);
	if (!quarter_explain(arena, value, &words) &&
		!interval_explain(arena, value, &words)) {
		struct text part = value;

		if (is_interval(value, &slash)) {
			part = text_slice(value, 0, slash);
			if (is_single(part))
				part = text_slice(value, slash + 1, value.size);
		}
		if (!single_explain(arena, part, &words))
			return false;
		/* A slash joins two dates, or stands in a date that begins with any
		 * part. */
		if (text_find(value, '/', 0) < value.size)
			words.mend = TEXT("");
	}
	*ret_words = words;
	return true;
}
