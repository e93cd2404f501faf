#include "layout/chart/scale.h"

#include "stand.h"

static void
scale_places_values_on_the_paper(void **state)
{
	const struct scale scale = { -50, 150, 1000 };

	(void)state;
	assert_int_equal(scale_place(&scale, -50), 0);
	assert_int_equal(scale_place(&scale, 0), 250);
	assert_int_equal(scale_place(&scale, 150), 1000);
}

static void
scale_is_never_left(void **state)
{
	const struct scale scale = { 0, 10, 1000 }, none = { 7, 7, 1000 };

	(void)state;
	assert_int_equal(scale_place(&scale, -1), 0);
	assert_int_equal(scale_place(&scale, 11), 1000);
	assert_int_equal(scale_place(&none, 7), 0);
}

static void
scale_holds_huge_values(void **state)
{
	const int64_t huge = 100000000000000000;
	const struct scale scale = { -huge, huge, 500 * LENGTH_POINT };

	(void)state;
	assert_int_equal(scale_place(&scale, 0), 250 * LENGTH_POINT);
	assert_int_equal(scale_place(&scale, huge), 500 * LENGTH_POINT);
	assert_int_equal(scale_place(&scale, -huge / 2), 125 * LENGTH_POINT);
}

static void
assert_ticks(int64_t low, int64_t high, int64_t first, int64_t step, size_t count)
{
	struct ticks ticks = scale_ticks(low, high, 6);

	assert_int_equal(ticks.first, first);
	assert_int_equal(ticks.step, step);
	assert_int_equal(ticks.count, count);
}

static void
scale_ticks_are_round(void **state)
{
	(void)state;
	assert_ticks(0, 52, 0, 20, 4);
	assert_ticks(0, 100, 0, 20, 6);
	assert_ticks(3, 5, 3, 1, 3);
	assert_ticks(-7, 12, -10, 5, 6);
	assert_ticks(-30, -12, -30, 5, 5);
	assert_ticks(1990, 2023, 1990, 10, 5);
}

static void
scale_ticks_are_two_at_least(void **state)
{
	(void)state;
	assert_ticks(0, 0, 0, 1, 2);
	assert_ticks(5, 5, 5, 1, 2);
	assert_ticks(-100000000000000000, 100000000000000000, -100000000000000000,
		50000000000000000, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scale_places_values_on_the_paper),
		cmocka_unit_test(scale_is_never_left),
		cmocka_unit_test(scale_holds_huge_values),
		cmocka_unit_test(scale_ticks_are_round),
		cmocka_unit_test(scale_ticks_are_two_at_least),
	};

	return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
