#include "compose/mention.h"
#include "stand.h"

/* All that is mentioned: numbers in ten-thousandths, dates as year-month-day. */
static void
mentions_are(
	struct stand *stand, const char *language, const char *text, const char *wanted)
{
	const struct months *months = months_make(stand->arena, text_of(language));
	struct buffer found = buffer_make(stand->arena);
	struct mention mention = { .to = 0 };

	while (mention_next(months, text_of(text), mention.to, &mention)) {
		buffer_string(&found, found.size ? " " : "");
		if (mention.is_date)
			buffer_format(&found, "%d-%d-%d", (int)mention.date[0],
				(int)mention.date[1], (int)mention.date[2]);
		else
			buffer_number(&found, mention.number);
	}
	assert_text(buffer_text(&found), wanted);
}

static void
mention_reads_numbers_with_their_thousands(void **state)
{
	struct stand *stand = *state;

	mentions_are(
		stand, "en", "37,000 people, 4.5 per cent, 8", "370000000 45000 80000");
	mentions_are(stand, "fr", "1\u202f200 et 3\u00a0400", "12000000 34000000");
	mentions_are(stand, "en", "12,34 and 1,2345", "120000 340000 10000 23450000");
	mentions_are(stand, "en", "2020\u20132023 and 2020-2023",
		"20200000 20230000 20200000 20230000");
}

static void
mention_reads_dates_as_one(void **state)
{
	struct stand *stand = *state;

	mentions_are(stand, "en", "on 29 September 2023.", "2023-9-29");
	mentions_are(
		stand, "en", "29 September\u20131 October 2023", "0-9-29 2023-10-1");
	mentions_are(stand, "en", "in May 2023, or 2023-05-31", "2023-5-0 2023-5-31");
	mentions_are(stand, "pt", "29 de setembro de 2023", "2023-9-29");
	mentions_are(stand, "fr", "en septembre 2023", "2023-9-0");
}

static void
mention_passes_over_words_and_codes(void **state)
{
	struct stand *stand = *state;

	mentions_are(stand, "en",
		"WUF12, COVID-19, 11.a, HS/018/22E, A4, 1.2.3 and 2nd", "");
	mentions_are(stand, "en", "May the fourth. In September.", "");
}

static void
mention_leaves_alone_what_is_beyond_reason(void **state)
{
	struct stand *stand = *state;

	mentions_are(stand, "en", "99999999999999999999999 and 7", "70000");
	mentions_are(stand, "en", "7.", "70000");
	mentions_are(stand, "en", "", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(mention_reads_numbers_with_their_thousands),
		STAND_TEST(mention_reads_dates_as_one),
		STAND_TEST(mention_passes_over_words_and_codes),
		STAND_TEST(mention_leaves_alone_what_is_beyond_reason),
	};

	return cmocka_run_group_tests_name("mention", tests, NULL, NULL);
}
