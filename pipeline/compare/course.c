#include "course.h"

#include "model/fields.h"

static const char *const names[COURSES] = {
	[COURSE_NONE] = "",
	[COURSE_FORWARD] = "forward",
	[COURSE_BACK] = "back",
	[COURSE_LATER] = "later",
	[COURSE_EARLIER] = "earlier",
	[COURSE_CLOSER] = "closer",
	[COURSE_LOOSER] = "looser",
	[COURSE_UP] = "up",
	[COURSE_DOWN] = "down",
	[COURSE_STILL] = "still",
	[COURSE_STALE] = "stale",
};

/* A time from one day to another, each as 20230531. */
struct days {
	int64_t first, last;
};

const char *
course_name(enum course course)
{
	return names[course];
}

/* "2023-Q2" and the like, without a mark; a day that no month has is after its last
 * one, which is all that matters here.  False for what is no date. */
static bool
point_read(struct text date, struct days *ret_span)
{
	int64_t year, month = 1, day = 1, last_month = 12, last_day = 31;
	struct text part;

	if (date.size > 10 || !text_cut(&date, '-', &part) || !text_number(part, &year))
		return false;
	if (text_cut(&date, '-', &part) && part.size) {
		bool quarter = part.at[0] == 'Q';

		if (!text_number(text_slice(part, quarter, part.size), &month))
			return false;
		last_month = quarter ? 3 * month : month;
		month = quarter ? 3 * month - 2 : month;
		if (text_cut(&date, '-', &part)) {
			if (!text_number(part, &day))
				return false;
			last_day = day;
		}
	}
	*ret_span = (struct days){ year * 10000 + month * 100 + day,
		year * 10000 + last_month * 100 + last_day };
	return true;
}

static struct text
mark_drop(struct text date)
{
	if (date.size &&
		(date.at[date.size - 1] == '~' || date.at[date.size - 1] == '?'))
		date.size--;
	return date;
}

static bool
date_read(struct text date, struct days *ret_span)
{
	size_t slash = text_find(date, '/', 0);
	struct days end;

	if (!point_read(mark_drop(text_slice(date, 0, slash)), ret_span))
		return false;
	if (slash == date.size)
		return true;
	if (!point_read(mark_drop(text_slice(date, slash + 1, date.size)), &end))
		return false;
	ret_span->last = end.last;
	return true;
}

/* Of intervals the end counts: what begins as planned and lasts longer is late. */
static enum course
ends_compare(struct days was, struct days is)
{
	if (was.last != is.last)
		return is.last > was.last ? COURSE_LATER : COURSE_EARLIER;
	if (was.first != is.first)
		return is.first > was.first ? COURSE_LATER : COURSE_EARLIER;
	return COURSE_NONE;
}

static bool
is_interval(struct text date)
{
	return text_find(date, '/', 0) < date.size;
}

enum course
course_of_dates(struct text before, struct text after)
{
	struct days was, is;

	if (!date_read(before, &was) || !date_read(after, &is))
		return COURSE_NONE;
	if (is.first > was.last)
		return COURSE_LATER;
	if (is.last < was.first)
		return COURSE_EARLIER;
	if (is_interval(before) && is_interval(after))
		return ends_compare(was, is);
	if (is.first == was.first && is.last == was.last)
		return COURSE_NONE;
	if (is.first >= was.first && is.last <= was.last)
		return COURSE_CLOSER;
	if (is.first <= was.first && is.last >= was.last)
		return COURSE_LOOSER;
	return ends_compare(was, is);
}

struct decimal {
	bool is_negative;
	struct text whole, rest; /* the digits on both sides of the point */
};

static bool
is_digits(struct text text)
{
	for (size_t i = 0; i < text.size; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return true;
}

static bool
decimal_read(struct text number, struct decimal *ret_decimal)
{
	struct decimal decimal = { .rest = TEXT("") };

	decimal.is_negative = text_starts(number, TEXT("-"));
	if (decimal.is_negative)
		number = text_slice(number, 1, number.size);
	if (!text_cut(&number, '.', &decimal.whole) || decimal.whole.size == 0)
		return false;
	decimal.rest = number;
	while (text_ends(decimal.rest, TEXT("0")))
		decimal.rest.size--;
	while (decimal.whole.size > 1 && decimal.whole.at[0] == '0')
		decimal.whole = text_slice(decimal.whole, 1, decimal.whole.size);
	*ret_decimal = decimal;
	return is_digits(decimal.whole) && is_digits(decimal.rest);
}

/* Without the signs. */
static int
sizes_compare(const struct decimal *a, const struct decimal *b)
{
	int order;

	if (a->whole.size != b->whole.size)
		return a->whole.size < b->whole.size ? -1 : 1;
	order = text_compare(a->whole, b->whole);
	return order ? order : text_compare(a->rest, b->rest);
}

enum course
course_of_numbers(struct text before, struct text after)
{
	struct decimal was, is;
	int order;

	if (!decimal_read(before, &was) || !decimal_read(after, &is))
		return COURSE_NONE;
	if (was.is_negative != is.is_negative)
		order = was.is_negative ? 1 : -1;
	else
		order = was.is_negative ? sizes_compare(&was, &is)
					: sizes_compare(&is, &was);
	return order > 0 ? COURSE_UP : order < 0 ? COURSE_DOWN : COURSE_NONE;
}

static size_t
choice_index(const struct type *type, struct text value)
{
	size_t index = 0;

	while (index < type->choice_count &&
		!text_equal(type->choices[index].value, value))
		index++;
	return index;
}

enum course
course_of_choices(const struct type *type, struct text before, struct text after)
{
	size_t was = choice_index(type, before), is = choice_index(type, after);

	if (was == is || was == type->choice_count || is == type->choice_count)
		return COURSE_NONE;
	return is > was ? COURSE_FORWARD : COURSE_BACK;
}
