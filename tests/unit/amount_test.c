#include "layout/chart/amount.h"

#include "stand.h"

/* What a text is as a number with two places, or "none" or "words". */
static void
assert_amount(const char *text, char mark, int64_t hundredths)
{
	struct amount amount;

	assert_int_equal(amount_parse(text_of(text), mark, &amount), AMOUNT_NUMBER);
	assert_int_equal(amount_scaled(amount, 2), hundredths);
}

static void
amount_reads_marks_of_thousands(void **state)
{
	(void)state;
	assert_amount("1,200", '.', 120000);
	assert_amount("1.200", ',', 120000);
	assert_amount("1 200,5", ',', 120050);
	assert_amount("1\u00a0200\u00a0000", ',', 120000000);
	assert_amount("12\u2019345.67", '.', 1234567);
	assert_amount("1,234,567", '.', 123456700);
	assert_amount("1,234,567", ',', 123456700);
}

static void
amount_reads_a_lone_mark_as_the_language_does(void **state)
{
	(void)state;
	assert_amount("1.200", '.', 120);
	assert_amount("1,200", ',', 120);
	assert_amount("1,5", '.', 150);
	assert_amount("0,125", '.', 12500);
	assert_amount("1234,567", '.', 123457);
	assert_amount("1,234.5", ',', 123450);
}

static void
amount_reads_signs_and_other_digits(void **state)
{
	(void)state;
	assert_amount("-3", '.', -300);
	assert_amount("\u22123.25 %", '.', -325);
	assert_amount("+7\u00a0%", ',', 700);
	assert_amount("\u0664\u0661", '.', 4100);
	assert_amount("\u06f3\u066b\u06f5", '.', 350);
	assert_amount("\u17e4\u17e1", '.', 4100);
	assert_amount(".5", '.', 50);
}

static void
amount_knows_what_is_no_number(void **state)
{
	static const char *const words[] = { "a", "12 km", "1,20,000", "1.2.3", "1,2,3",
		"--3", "1 2", "2016-05", "1234567890123456", "1,,000", "%", ",5,",
		"1'2345" };
	static const char *const none[] = { "", " ", "-", "--", "\u2014", "n/a",
		"\u2026" };
	struct amount amount;

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_int_equal(
			amount_parse(text_of(words[i]), '.', &amount), AMOUNT_WORDS);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(
			amount_parse(text_of(none[i]), '.', &amount), AMOUNT_NONE);
}

static void
amount_stays_within_its_digits(void **state)
{
	const struct amount large = { 999999999999999, 0 }, small = { -15, 1 };

	(void)state;
	assert_int_equal(amount_scaled(large, 15), 1000000000000000);
	assert_int_equal(amount_scaled(small, 0), -2);
	assert_int_equal(amount_scaled(small, 3), -1500);
}

static void
amount_prints_the_shortest_decimal(void **state)
{
	struct stand *stand = *state;

	assert_text(amount_print(stand->arena, -1500, 3), "-1.5");
	assert_text(amount_print(stand->arena, 5, 2), "0.05");
	assert_text(amount_print(stand->arena, 1200, 2), "12");
	assert_text(amount_print(stand->arena, 0, 4), "0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amount_reads_marks_of_thousands),
		cmocka_unit_test(amount_reads_a_lone_mark_as_the_language_does),
		cmocka_unit_test(amount_reads_signs_and_other_digits),
		cmocka_unit_test(amount_knows_what_is_no_number),
		cmocka_unit_test(amount_stays_within_its_digits),
		cmocka_unit_test_setup_teardown(
			amount_prints_the_shortest_decimal, stand_open, stand_close),
	};

	return cmocka_run_group_tests_name("amount", tests, NULL, NULL);
}
