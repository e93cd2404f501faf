#include "stand.h"
#include "validate/dateguess.h"

static void
dateguess_says(
	struct stand *stand, const char *date, const char *label, const char *help)
{
	struct dateguess words;

	assert_true(dateguess_make(stand->arena, text_of(date), &words));
	assert_text(words.label, label);
	assert_text(words.help, help);
}

static void
dateguess_knows_months_and_leap_years(void **state)
{
	struct stand *stand = *state;

	dateguess_says(stand, "2023-02-29", "February 2023 has 28 days", "");
	dateguess_says(stand, "2024-02-30", "February 2024 has 29 days", "");
	dateguess_says(stand, "1900-02-29", "February 1900 has 28 days", "");
	dateguess_says(stand, "2000-02-30", "February 2000 has 29 days", "");
	dateguess_says(stand, "2023-04-31", "April 2023 has 30 days", "");
	dateguess_says(stand, "2023-00-01", "there is no month 0", "");
}

static void
dateguess_suggests_the_date_that_was_meant(void **state)
{
	struct stand *stand = *state;

	dateguess_says(stand, "2023-13-05", "there is no month 13",
		"did you mean 2023-05-13?");
	dateguess_says(stand, "2023-5-6", "", "write 2023-05-06");
	dateguess_says(stand, "2023/05/06", "", "write 2023-05-06");
	dateguess_says(stand, "25/6/2023", "the year comes first", "write 2023-06-25");
	dateguess_says(stand, "6/25/2023", "the year comes first", "write 2023-06-25");
	dateguess_says(stand, "6.6.2023", "the year comes first", "write 2023-06-06");
	dateguess_says(stand, "31/31/2023", "the year comes first", "");
	dateguess_says(stand, "May 2023", "the month is a number", "write 2023-05");
	dateguess_says(
		stand, "29 sept. 2023", "the month is a number", "write 2023-09-29");
	dateguess_says(
		stand, "May 5th, 2023", "the month is a number", "write 2023-05-05");
	dateguess_says(stand, "5/2023", "", "write 2023-05");
	dateguess_says(
		stand, "6 mai 2023", "the month is a number", "write 2023-05-06");
	dateguess_says(
		stand, "1er février 2023", "the month is a number", "write 2023-02-01");
	dateguess_says(stand, "6 de mayo de 2023", "the month is a number",
		"write 2023-05-06");
	dateguess_says(
		stand, "março de 2023", "the month is a number", "write 2023-03");
	dateguess_says(stand, "juil. 2023", "the month is a number", "write 2023-07");
	dateguess_says(stand, "202305", "hyphens stand between year, month and day",
		"did you mean 2023-05?");
	dateguess_says(stand, "2023-2024", "two dates have a slash between them",
		"write 2023/2024");
	dateguess_says(stand, "2023-Q5", "there is no quarter 5", "");
}

static void
dateguess_asks_where_two_dates_are_possible(void **state)
{
	struct stand *stand = *state;

	dateguess_says(stand, "5/6/2023", "the year comes first",
		"write 2023-06-05 for 5 June, or 2023-05-06 for 6 May");
}

static void
dateguess_looks_at_the_wrong_half_of_an_interval(void **state)
{
	struct stand *stand = *state;

	dateguess_says(stand, "2023-06-05/2023-06-31", "June 2023 has 30 days", "");
	dateguess_says(stand, "2023-06-31/2023-07-05", "June 2023 has 30 days", "");
}

static void
dateguess_has_no_words_for_what_is_no_date(void **state)
{
	struct stand *stand = *state;
	struct dateguess words;

	assert_false(dateguess_make(stand->arena, TEXT("last year"), &words));
	assert_false(dateguess_make(stand->arena, TEXT(""), &words));
	assert_false(dateguess_make(stand->arena, TEXT("6 jui 2023"), &words));
	assert_false(dateguess_make(stand->arena, TEXT("6 мая 2023"), &words));
	assert_false(dateguess_make(stand->arena, TEXT("1-2-3-4"), &words));
	assert_false(
		dateguess_make(stand->arena, TEXT("5/6/2023 to 9/6/2023"), &words));
	assert_false(dateguess_make(
		stand->arena, TEXT("99999999999999999999-01-01"), &words));
}

static void
dateguess_mends_what_has_one_reading(void **state)
{
	static const char *const pairs[][2] = { { "2023-5-6", "2023-05-06" },
		{ "6 May 2023", "2023-05-06" }, { "May 2023", "2023-05" },
		{ "5/6/2023", "" }, { "25/6/2023", "" }, { "2023/5/6", "" },
		{ "2023-13-05", "" }, { "2023-02-30", "" }, { "2023-5-6/2023-5-8", "" },
		{ "5/2023", "" }, { "20230506", "2023-05-06" }, { "20051999", "" },
		{ "20231912", "" }, { "20101905", "" }, { "202305", "" },
		{ "2023-01 to 2023-03", "2023-01/2023-03" },
		{ "5 May 2023 - 2023-05-09", "2023-05-05/2023-05-09" },
		{ "5-9 June 2023", "2023-06-05/2023-06-09" }, { "9-5 June 2023", "" },
		{ "2023-2024", "" }, { "Q2 2023", "2023-Q2" }, { "2023q4", "2023-Q4" },
		{ "2023-Q5", "" } };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct dateguess words;

		assert_true(dateguess_make(stand->arena, text_of(pairs[i][0]), &words));
		assert_text(words.mend, pairs[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(dateguess_knows_months_and_leap_years),
		STAND_TEST(dateguess_suggests_the_date_that_was_meant),
		STAND_TEST(dateguess_asks_where_two_dates_are_possible),
		STAND_TEST(dateguess_looks_at_the_wrong_half_of_an_interval),
		STAND_TEST(dateguess_has_no_words_for_what_is_no_date),
		STAND_TEST(dateguess_mends_what_has_one_reading),
	};

	return cmocka_run_group_tests_name("dateguess", tests, NULL, NULL);
}
