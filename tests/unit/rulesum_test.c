#include "stand.h"
#include "validate/rulesum.h"

static struct rulesum
sum_of(const char *const *numbers)
{
	struct rulesum sum = { 0 };

	for (; *numbers; numbers++)
		assert_true(rulesum_add(&sum, text_of(*numbers)));
	return sum;
}

static void
assert_equal(const char *a, const char *b, const char *expected)
{
	const char *const parts[] = { a, b, NULL }, *const total[] = { expected, NULL };

	assert_int_equal(rulesum_compare(sum_of(parts), sum_of(total)), 0);
}

static void
rulesum_adds_decimals_exactly(void **state)
{
	(void)state;
	assert_equal("0.1", "0.2", "0.3");
	assert_equal("0.6", "0.6", "1.2");
	assert_equal("999999999999999", "0.000001", "999999999999999.000001");
	assert_equal("-0.5", "0.25", "-0.25");
	assert_equal("-1.5", "-1.5", "-3");
}

static void
rulesum_tells_which_is_more(void **state)
{
	const struct rulesum less = { -1, 999999 }, more = { 0, 1 };

	(void)state;
	assert_true(rulesum_compare(less, more) < 0);
	assert_true(rulesum_compare(more, less) > 0);
	assert_true(rulesum_compare((struct rulesum){ 0, 0 }, more) < 0);
}

static void
rulesum_refuses_what_is_no_number(void **state)
{
	static const char *const others[] = { "", "-", ".", "1.", "1.1234567", "a",
		"1,5", "1.2.3", "1234567890123456", "--1" };
	struct rulesum sum = { 7, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(rulesum_add(&sum, text_of(others[i])));
	assert_int_equal(sum.whole, 7);
	assert_int_equal(sum.millionths, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rulesum_adds_decimals_exactly),
		cmocka_unit_test(rulesum_tells_which_is_more),
		cmocka_unit_test(rulesum_refuses_what_is_no_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
