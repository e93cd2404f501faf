#include "compose/exact.h"
#include "stand.h"

static exact
number(const char *text)
{
	exact value = 0;

	assert_true(exact_parse(text_of(text), &value));
	return value;
}

static void
is(struct stand *stand, exact value, int places, const char *wanted)
{
	struct buffer buffer = buffer_make(stand->arena);

	exact_print(&buffer, value, places);
	assert_text(buffer_text(&buffer), wanted);
}

static void
exact_reads_what_it_prints(void **state)
{
	static const char *const numbers[] = { "0", "7", "-3", "0.1", "-0.000001",
		"12.5", "999999999999999.999999", "-999999999999999.999999",
		"1000000.05" };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		is(*state, number(numbers[i]), 0, numbers[i]);
	is(*state, number("12.50"), 0, "12.5");
	is(*state, number("12.5"), 2, "12.50");
	is(*state, number("12"), 1, "12.0");
}

static void
exact_refuses_what_is_no_number(void **state)
{
	static const char *const bad[] = { "", "-", ".", "1.", ".5", "1,000", "1e3",
		" 1", "1 ", "--1", "1.2.3", "1234567890123456", "0.1234567", "x" };
	exact value = 5;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(exact_parse(text_of(bad[i]), &value));
	assert_true(value == 5);
}

static void
exact_calculates_as_on_paper(void **state)
{
	exact value = 0;

	assert_true(exact_add(number("0.1"), number("0.2"), &value));
	is(*state, value, 0, "0.3");
	assert_true(exact_multiply(number("1.1"), number("-1.1"), &value));
	is(*state, value, 0, "-1.21");
	assert_true(exact_divide(number("1"), number("3"), 2, &value));
	is(*state, value, 0, "0.33");
	assert_true(exact_divide(number("-2"), number("3"), 2, &value));
	is(*state, value, 0, "-0.67");
	is(*state, exact_round(number("2.5"), 0), 0, "3");
	is(*state, exact_round(number("-2.5"), 0), 0, "-3");
	is(*state, exact_round(number("2.449"), 1), 0, "2.4");
	assert_false(exact_divide(number("1"), 0, 0, &value));
	assert_false(exact_multiply(
		number("999999999999999"), number("999999999999999"), &value));
}

static void
shares_are(struct stand *stand, const char *const *parts, size_t count, int places,
	const char *const *wanted)
{
	exact values[8], shares[8], total = 0;

	for (size_t i = 0; i < count; i++)
		values[i] = number(parts[i]);
	assert_true(exact_apportion(stand->arena, values, count, places, shares));
	for (size_t i = 0; i < count; i++) {
		is(stand, shares[i], 0, wanted[i]);
		total += shares[i];
	}
	is(stand, total, 0, "100");
}

static void
exact_shares_make_a_hundred(void **state)
{
	const char *const thirds[] = { "1", "1", "1" };
	const char *const whole[] = { "34", "33", "33" };
	const char *const exact_ones[] = { "33.4", "33.3", "33.3" };
	const char *const uneven[] = { "705", "126", "95", "70", "3" };
	const char *const rounded[] = { "71", "13", "9", "7", "0" };
	exact none[2] = { 0, 0 }, shares[2];

	shares_are(*state, thirds, 3, 0, whole);
	shares_are(*state, thirds, 3, 1, exact_ones);
	shares_are(*state, uneven, 5, 0, rounded);
	assert_false(
		exact_apportion(((struct stand *)*state)->arena, none, 2, 0, shares));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(exact_reads_what_it_prints),
		STAND_TEST(exact_refuses_what_is_no_number),
		STAND_TEST(exact_calculates_as_on_paper),
		STAND_TEST(exact_shares_make_a_hundred),
	};

	return cmocka_run_group_tests_name("exact", tests, NULL, NULL);
}
