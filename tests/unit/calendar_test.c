#include "stand.h"
#include "validate/calendar.h"

static void
calendar_sees_days_that_no_pattern_sees(void **state)
{
	(void)state;
	assert_true(calendar_has(TEXT("2023-06-05/2023-06-09")));
	assert_true(calendar_has(TEXT("2023-06~/2024?")));
	assert_true(calendar_has(TEXT("2023-05-31~")));
	assert_true(calendar_has(TEXT("2023")));
	assert_true(calendar_has(TEXT("2023-Q2")));
	assert_true(calendar_has(TEXT("2023-Q1~/2023-Q4")));
	assert_false(calendar_has(TEXT("2023-Q5")));
	assert_false(calendar_has(TEXT("2023-02-29")));
	assert_false(calendar_has(TEXT("2023/05")));
	assert_false(calendar_has(TEXT("2023-6")));
	assert_false(calendar_has(TEXT("")));
	assert_false(calendar_has(TEXT("2023-06-31~")));
	assert_false(calendar_has(TEXT(" 2023-09")));
	assert_false(calendar_has(TEXT("2023-09\n")));
	assert_false(calendar_has(TEXT("2023-06-05/2023-06-31")));
	assert_false(calendar_has(TEXT("2023-06-31?/2023-07-05")));
}

static void
calendar_counts_the_days_of_a_month(void **state)
{
	(void)state;
	assert_int_equal(calendar_days(2023, 2), 28);
	assert_int_equal(calendar_days(2024, 2), 29);
	assert_int_equal(calendar_days(1900, 2), 28);
	assert_int_equal(calendar_days(2000, 2), 29);
	assert_int_equal(calendar_days(2023, 4), 30);
	assert_true(calendar_has_day(2023, 12, 31));
	assert_false(calendar_has_day(2023, 12, 32));
	assert_false(calendar_has_day(2023, 13, 1));
	assert_false(calendar_has_day(2023, 1, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calendar_sees_days_that_no_pattern_sees),
		cmocka_unit_test(calendar_counts_the_days_of_a_month),
	};

	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
