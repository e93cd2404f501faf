#include "stand.h"
#include "validate/ruleday.h"

static void
spans(const char *date, int64_t first, int64_t last)
{
	int64_t day;

	assert_true(ruleday_earliest(text_of(date), &day));
	assert_int_equal(day, first);
	assert_true(ruleday_latest(text_of(date), &day));
	assert_int_equal(day, last);
}

static void
ruleday_counts_from_1970(void **state)
{
	(void)state;
	spans("1970-01-01", 0, 0);
	spans("1969-12-31", -1, -1);
	spans("2000-03-01", 11017, 11017);
	spans("2023-10-02", 19632, 19632);
	spans("0001-01-01", -719162, -719162);
}

static void
ruleday_takes_all_days_that_a_date_may_mean(void **state)
{
	(void)state;
	spans("2023", 19358, 19722);
	spans("2023-02", 19389, 19416);
	spans("2024-02", 19754, 19782);
	spans("2023-12", 19692, 19722);
	spans("2023-Q1", 19358, 19447);
	spans("2023-Q4", 19631, 19722);
}

static void
ruleday_passes_over_marks(void **state)
{
	(void)state;
	spans("2023~", 19358, 19722);
	spans("1970-01-01?", 0, 0);
}

static void
ruleday_takes_the_ends_of_an_interval(void **state)
{
	int64_t day;

	(void)state;
	spans("1970-01-01/1970-01-03", 0, 2);
	spans("1970/1970-01", 0, 30);
	assert_false(ruleday_earliest(TEXT("/1970"), &day));
	assert_true(ruleday_latest(TEXT("/1970-01-01"), &day));
	assert_false(ruleday_latest(TEXT("1970/"), &day));
}

static void
ruleday_refuses_what_is_no_date(void **state)
{
	static const char *const others[] = { "", "~", "May 2023", "2023-13",
		"2023-02-29", "2023-1-1", "2023-Q5", "2023-Q", "20233", "2023-",
		"2023-01-", "2023-01-01-01", "0000", "-2023", "2023-00", "2023-01-00",
		"2023-Q1-01" };
	int64_t day;

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		assert_false(ruleday_earliest(text_of(others[i]), &day));
		assert_false(ruleday_latest(text_of(others[i]), &day));
	}
}

static void
ruleday_knows_the_days_of_the_week(void **state)
{
	(void)state;
	assert_int_equal(ruleday_weekday(0), 4);
	assert_int_equal(ruleday_weekday(19632), 1);
	assert_int_equal(ruleday_weekday(-4), 7);
	assert_int_equal(ruleday_weekday(-3), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ruleday_counts_from_1970),
		cmocka_unit_test(ruleday_takes_all_days_that_a_date_may_mean),
		cmocka_unit_test(ruleday_passes_over_marks),
		cmocka_unit_test(ruleday_takes_the_ends_of_an_interval),
		cmocka_unit_test(ruleday_refuses_what_is_no_date),
		cmocka_unit_test(ruleday_knows_the_days_of_the_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
