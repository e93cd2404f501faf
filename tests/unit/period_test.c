#include "layout/chart/period.h"

#include "layout/chart/almanac.h"

#include "stand.h"

/* A date is from one day to another. */
static void
assert_period(struct stand *stand, const char *text, const char *from, const char *to)
{
	struct period period;

	assert_true(period_parse(text_of(text), &period));
	assert_text(period_print_day(stand->arena, period.from), from);
	assert_text(period_print_day(stand->arena, period.to), to);
}

static void
period_spans_what_is_not_known(void **state)
{
	assert_period(*state, "2023", "2023-01-01", "2023-12-31");
	assert_period(*state, "2023-Q2", "2023-04-01", "2023-06-30");
	assert_period(*state, "2024-02", "2024-02-01", "2024-02-29");
	assert_period(*state, "2023-05-31", "2023-05-31", "2023-05-31");
	assert_period(*state, "2023-05/2023-07", "2023-05-01", "2023-07-31");
	assert_period(*state, " 2023 / 2024-Q1 ", "2023-01-01", "2024-03-31");
	assert_period(*state, "~2023-05", "2023-05-01", "2023-05-31");
	assert_period(*state, "2023-05~", "2023-05-01", "2023-05-31");
	assert_period(*state, "0001", "0001-01-01", "0001-12-31");
	assert_period(*state, "9999", "9999-01-01", "9999-12-31");
}

static void
period_refuses_what_is_in_no_calendar(void **state)
{
	static const char *const texts[] = { "", "~", "23", "2023-13", "2023-00",
		"2023-02-29", "2023-04-31", "2023-Q5", "2023-Q", "2023-5", "May 2023",
		"202305", "2023-05-31-1", "2023/2022", "2023/", "/2023", "0000",
		"2023-05-3", "2023 05" };
	struct period period;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(period_parse(text_of(texts[i]), &period));
}

static void
assert_said(
	struct stand *stand, const char *text, const char *language, const char *said)
{
	struct period period;

	assert_true(period_parse(text_of(text), &period));
	assert_text(almanac_period(stand->arena, text_of(language), &period), said);
}

static void
period_is_said_in_the_language(void **state)
{
	assert_said(*state, "2023-05-31", "en", "31 May 2023");
	assert_said(*state, "2023-05", "fr", "mai 2023");
	assert_said(*state, "2023-Q2", "en", "Q2 2023");
	assert_said(*state, "2023", "ru", "2023");
	assert_said(*state, "~2023", "en", "~2023");
	assert_said(*state, "2023/2024-02", "en", "2023\u00a0\u2013\u00a0Feb 2024");
	assert_said(*state, "2022-10-05/2022-10-06", "en", "5\u20136 Oct 2022");
	assert_said(*state, "2023-09-29/2023-10-01", "en",
		"29 Sept\u00a0\u2013\u00a01 Oct 2023");
	assert_said(*state, "2014-01/2015-03", "fr",
		"janv. 2014\u00a0\u2013\u00a0mars 2015");
	assert_said(*state, "2022-10-05/2022-10-06", "zh", "2022年10月5日至6日");
	assert_said(*state, "2022-10-05/2022-10-06", "fa", "5 تا 6 اکتبر 2022");
	assert_said(*state, "2017/2022", "en", "2017\u20132022");
}

static void
period_is_said_even_where_the_language_is_unknown(void **state)
{
	struct period period;
	struct stand *stand = *state;

	assert_true(period_parse(TEXT("2023-05-31"), &period));
	assert_true(almanac_period(stand->arena, TEXT("xx-broken"), &period).size > 0);
	assert_true(almanac_period(stand->arena, TEXT(""), &period).size > 0);
}

static void
numbers_have_the_marks_of_the_language(void **state)
{
	struct stand *stand = *state;
	struct arena *arena = stand->arena;

	assert_text(almanac_number(arena, TEXT("en"), TEXT("-12345.5"), false),
		"-12,345.5");
	assert_text(
		almanac_number(arena, TEXT("pt"), TEXT("12345.5"), false), "12.345,5");
	assert_text(almanac_number(arena, TEXT("es"), TEXT("12345"), false), "12.345");
	assert_text(
		almanac_number(arena, TEXT("fa"), TEXT("12"), true), "\u06f1\u06f2");
	assert_text(almanac_number(arena, TEXT("fa"), TEXT("12"), false), "12");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(period_spans_what_is_not_known),
		STAND_TEST(period_refuses_what_is_in_no_calendar),
		STAND_TEST(period_is_said_in_the_language),
		STAND_TEST(period_is_said_even_where_the_language_is_unknown),
		STAND_TEST(numbers_have_the_marks_of_the_language),
	};

	return cmocka_run_group_tests_name("period", tests, NULL, NULL);
}
