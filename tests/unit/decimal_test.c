#include "layout/flow/decimal.h"

#include "stand.h"

static void
decimal_knows_numbers_from_words(void **state)
{
	static const char *const numbers[] = { "7", "31.5", "1,038.125", "\u22123",
		"-3", "7 %", "(12)", "\u20ac 4", "1\u202f000" };
	static const char *const words[] = { "a", "2016-05", "2016\u20132023", "12 km",
		"No. 6", "US$" };
	static const char *const none[] = { "", "-", "\u2014", "n/a", "\u2026", "..." };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_int_equal(decimal_kind(text_of(numbers[i])), DECIMAL_NUMBER);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_int_equal(decimal_kind(text_of(words[i])), DECIMAL_WORDS);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(decimal_kind(text_of(none[i])), DECIMAL_NONE);
}

static void
decimal_mark_follows_the_language(void **state)
{
	(void)state;
	assert_int_equal(decimal_mark(TEXT("en")), '.');
	assert_int_equal(decimal_mark(TEXT("zh-Hans")), '.');
	assert_int_equal(decimal_mark(TEXT("fr")), ',');
	assert_int_equal(decimal_mark(TEXT("pt-MZ")), ',');
}

static void
decimal_finds_the_mark_or_the_end_of_the_digits(void **state)
{
	(void)state;
	assert_int_equal(decimal_find(TEXT("31.5"), '.'), 2);
	assert_int_equal(decimal_find(TEXT("1,038.125"), '.'), 5);
	assert_int_equal(decimal_find(TEXT("1.038,125"), ','), 5);
	assert_int_equal(decimal_find(TEXT("7 %"), '.'), 1);
	assert_int_equal(decimal_find(TEXT("7."), '.'), 1);
	assert_int_equal(decimal_find(TEXT(""), '.'), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(decimal_knows_numbers_from_words),
		STAND_TEST(decimal_mark_follows_the_language),
		STAND_TEST(decimal_finds_the_mark_or_the_end_of_the_digits),
	};

	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
