#include "compose/date.h"
#include "compose/formats.h"
#include "compose/words.h"
#include "stand.h"

static void
date_is(struct stand *stand, const char *date, const char *language, const char *wanted)
{
	struct buffer buffer = buffer_make(stand->arena);

	assert_true(date_print(&buffer, text_of(date),
		formats_make(stand->arena, text_of(language)),
		text_is(text_of(language), "fr") ? TEXT("vers {0}")
						 : TEXT("about {0}")));
	assert_text(buffer_text(&buffer), wanted);
}

static void
date_is_as_exact_as_it_is_known(void **state)
{
	struct stand *stand = *state;

	date_is(stand, "2023", "en", "2023");
	date_is(stand, "2022-11", "en", "November 2022");
	date_is(stand, "2023-06-05", "en", "5 June 2023");
	date_is(stand, "2023-Q2", "en", "2nd quarter 2023");
	date_is(stand, "2023-Q2", "fr", "2e trimestre 2023");
	date_is(stand, "2023-Q1/2023-Q4", "en", "1st quarter 2023 – 4th quarter 2023");
	date_is(stand, "2024-02-29", "en", "29 February 2024");
	date_is(stand, "1945-10-24", "en", "24 October 1945");
}

static void
date_says_what_is_not_certain(void **state)
{
	struct stand *stand = *state;

	date_is(stand, "2023-05~", "en", "about May 2023");
	date_is(stand, "2023?", "en", "2023 (?)");
	date_is(stand, "2023-05~", "fr", "vers mai 2023");
}

static void
date_joins_two_without_saying_things_twice(void **state)
{
	struct stand *stand = *state;

	date_is(stand, "2023-06-05/2023-06-09", "en", "5–9 June 2023");
	date_is(stand, "2023-09-29/2023-10-01", "en", "29 September – 1 October 2023");
	date_is(stand, "2022-12/2023-01", "en", "December 2022 – January 2023");
	date_is(stand, "2020/2023", "en", "2020–2023");
	date_is(stand, "2023-06-05/2023-06-05", "en", "5 June 2023");
	date_is(stand, "2023-05/2023-06-09", "en", "May 2023 – 9 June 2023");
	date_is(stand, "2023-06-05/", "en", "5 June 2023");
}

static void
date_speaks_the_language_of_the_edition(void **state)
{
	struct stand *stand = *state;

	date_is(stand, "2023-06-05", "fr", "5 juin 2023");
	date_is(stand, "2023-06-05", "es", "5 de junio de 2023");
	date_is(stand, "2023-06-05", "pt", "5 de junho de 2023");
	date_is(stand, "2023-06-05/2023-06-09", "fr", "5–9 juin 2023");
	/* Persian, but the calendar of the records. */
	date_is(stand, "2023", "fa", "۲۰۲۳");
}

static void
date_refuses_what_is_no_date(void **state)
{
	static const char *const bad[] = { "", "/", "23", "2023-13", "2023-00",
		"2023-02-30", "2023-6", "2023-06-05x", "x", "2023-06-05/x", "2023~~",
		"5 June 2023", "-2023", "2023-" };
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(date_print(&buffer, text_of(bad[i]),
			formats_make(stand->arena, TEXT("en")), TEXT("about {0}")));
	assert_int_equal(buffer.size, 0);
}

static void
words_is(struct stand *stand, int64_t number, const char *language, const char *wanted)
{
	struct buffer buffer = buffer_make(stand->arena);

	assert_true(words_print(
		&buffer, number, formats_make(stand->arena, text_of(language))));
	assert_text(buffer_text(&buffer), wanted);
}

static void
words_spell_out_numbers_below_ten(void **state)
{
	struct stand *stand = *state;

	words_is(stand, 0, "en", "zero");
	words_is(stand, 9, "en", "nine");
	words_is(stand, 10, "en", "10");
	words_is(stand, 37000, "en", "37,000");
	words_is(stand, 5, "fr", "cinq");
	words_is(stand, 5, "ru", "пять");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(date_is_as_exact_as_it_is_known),
		STAND_TEST(date_says_what_is_not_certain),
		STAND_TEST(date_joins_two_without_saying_things_twice),
		STAND_TEST(date_speaks_the_language_of_the_edition),
		STAND_TEST(date_refuses_what_is_no_date),
		STAND_TEST(words_spell_out_numbers_below_ten),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
