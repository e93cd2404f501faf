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

static bool
single_explain(struct arena *arena, struct text value, struct calendar_words *words)
{
	struct parts parts;

	if (value.size > 40 || !parts_take(value, &parts))
		return false;
	if (parts.month)
		month_named(arena, &parts, words);
	else if (parts.count == 3 && parts.digits[0] == 4)
		year_first(arena, &parts, words);
	else if (parts.count == 3 && parts.digits[2] == 4)
		year_last(arena, &parts, words);
	else if (parts.count == 2)
		month_and_year(arena, &parts, words);
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

/* A year, a month or a day that exists, with hyphens. */
static bool
looks_right(struct text value)
{
	struct parts parts;

	if (!parts_take(value, &parts) || parts.month || parts.digits[0] != 4)
		return false;
	if (parts.count > 1 && (parts.digits[1] != 2 || !is_month(parts.numbers[1])))
		return false;
	return parts.count < 3 ||
	       (parts.digits[2] == 2 &&
		       is_day(parts.numbers[0], parts.numbers[1], parts.numbers[2]));
}

static struct text
mark_strip(struct text date)
{
	if (text_ends(date, TEXT("~")) || text_ends(date, TEXT("?")))
		date.size--;
	return date;
}

bool
calendar_has(struct text value)
{
	size_t slash;

	if (text_trim(value).size != value.size)
		return false;
	if (is_interval(value, &slash))
		return looks_right(mark_strip(text_slice(value, 0, slash))) &&
		       looks_right(
			       mark_strip(text_slice(value, slash + 1, value.size)));
	return mark_strip(value).size == value.size || looks_right(mark_strip(value));
}

bool
calendar_explain(
	struct arena *arena, struct text value, struct calendar_words *ret_words)
{
	struct calendar_words words = {
		.label = TEXT(""), .help = TEXT(""), .mend = TEXT("")
	};
	struct text typed = value;
	size_t slash;

	value = text_trim(value);
	if (value.size < typed.size && calendar_has(value) && looks_right(value)) {
		words.label = TEXT("a blank stands before or after it");
		words.help = text_format(arena, "write %.*s", TEXT_ARG(value));
		words.mend = value;
		*ret_words = words;
		return true;
	}
	if (is_interval(value, &slash)) {
		struct text first = text_slice(value, 0, slash);

		value = looks_right(first) ? text_slice(value, slash + 1, value.size)
					   : first;
	}
	if (!single_explain(arena, value, &words))
		return false;
	/* A slash joins two dates, or stands in a date that begins with any part. */
	if (text_find(typed, '/', 0) < typed.size)
		words.mend = TEXT("");
	*ret_words = words;
	return true;
}
