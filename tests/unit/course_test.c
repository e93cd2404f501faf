#include "compare/course.h"
#include "model/fields.h"
#include "stand.h"

static const char *
dates(const char *before, const char *after)
{
	return course_name(course_of_dates(text_of(before), text_of(after)));
}

static const char *
numbers(const char *before, const char *after)
{
	return course_name(course_of_numbers(text_of(before), text_of(after)));
}

static void
course_of_dates_knows_how_exact_they_are(void **state)
{
	(void)state;
	assert_string_equal(dates("2023-05", "2023-06"), "later");
	assert_string_equal(dates("2023-05-31", "2023-05-01"), "earlier");
	assert_string_equal(dates("2023", "2024-01"), "later");
	assert_string_equal(dates("2023", "2023-12-31"), "closer");
	assert_string_equal(dates("2023-12-31", "2023"), "looser");
	assert_string_equal(dates("2023-Q2", "2023-06"), "closer");
	assert_string_equal(dates("2023-Q2", "2023-07"), "later");
	assert_string_equal(dates("2023-06", "2023-Q3"), "later");
	assert_string_equal(dates("2023-Q4", "2023-09-30"), "earlier");
}

static void
course_of_dates_passes_over_marks(void **state)
{
	(void)state;
	assert_string_equal(dates("2023~", "2023?"), "");
	assert_string_equal(dates("2023-05?", "2023-05"), "");
	assert_string_equal(dates("2023-05?", "2023-06~"), "later");
}

static void
course_of_dates_measures_intervals_by_their_ends(void **state)
{
	(void)state;
	assert_string_equal(
		dates("2023-06-05/2023-06-09", "2023-06-05/2023-06-10"), "later");
	assert_string_equal(
		dates("2023-06-05/2023-06-09", "2023-06-04/2023-06-08"), "earlier");
	assert_string_equal(
		dates("2023-06-05/2023-06-09", "2023-06-06/2023-06-09"), "later");
	assert_string_equal(dates("2023-06", "2023-06-05/2023-06-09"), "closer");
	assert_string_equal(dates("2023-06/2023-08", "2023-06/2023-08"), "");
}

static void
course_of_dates_does_without_what_is_none(void **state)
{
	(void)state;
	assert_string_equal(dates("", "2023"), "");
	assert_string_equal(dates("2023", "soon"), "");
	assert_string_equal(dates("2023-", "2023-05-"), "closer");
	assert_string_equal(dates("2023", "9999999999999999999"), "");
	assert_string_equal(dates("2023/", "/2023"), "");
}

static void
course_of_numbers_holds_for_any_length(void **state)
{
	(void)state;
	assert_string_equal(numbers("9", "10"), "up");
	assert_string_equal(numbers("10", "9.99"), "down");
	assert_string_equal(numbers("0.5", "0.45"), "down");
	assert_string_equal(numbers("1.10", "1.1"), "");
	assert_string_equal(numbers("-3", "-2"), "up");
	assert_string_equal(numbers("-3", "-20"), "down");
	assert_string_equal(numbers("-1", "1"), "up");
	assert_string_equal(numbers("123456789012345678901234567890",
				    "123456789012345678901234567891"),
		"up");
	assert_string_equal(numbers("3", "about 3"), "");
	assert_string_equal(numbers("", "3"), "");
	assert_string_equal(numbers(".5", "3"), "");
}

static void
course_of_choices_is_their_order(void **state)
{
	struct choice choices[] = { { .value = TEXT("first") },
		{ .value = TEXT("next") }, { .value = TEXT("last") } };
	const struct type type = { .choices = choices, .choice_count = 3 };

	(void)state;
	assert_int_equal(
		course_of_choices(&type, TEXT("first"), TEXT("last")), COURSE_FORWARD);
	assert_int_equal(
		course_of_choices(&type, TEXT("last"), TEXT("next")), COURSE_BACK);
	assert_int_equal(
		course_of_choices(&type, TEXT("next"), TEXT("next")), COURSE_NONE);
	assert_int_equal(
		course_of_choices(&type, TEXT("next"), TEXT("other")), COURSE_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(course_of_dates_knows_how_exact_they_are),
		STAND_TEST(course_of_dates_passes_over_marks),
		STAND_TEST(course_of_dates_measures_intervals_by_their_ends),
		STAND_TEST(course_of_dates_does_without_what_is_none),
		STAND_TEST(course_of_numbers_holds_for_any_length),
		STAND_TEST(course_of_choices_is_their_order),
	};

	return cmocka_run_group_tests_name("course", tests, NULL, NULL);
}
