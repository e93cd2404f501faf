#include "base/suggest.h"
#include "stand.h"

static void
suggest_is(const char *word, const char *nearest)
{
	static const char *const words[] = { "country", "status", "title", "summary",
		"id", "AZ", "event-held", "asia-pacific" };
	struct suggest suggest = suggest_start(text_of(word));

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		suggest_offer(&suggest, text_of(words[i]));
	assert_text(suggest.nearest, nearest);
}

static void
suggest_finds_the_word_with_a_slip(void **state)
{
	(void)state;
	suggest_is("cuntry", "country");
	suggest_is("contry", "country");
	suggest_is("coutnry", "country");
	suggest_is("titel", "title");
	suggest_is("Status", "status");
	suggest_is("event held", "event-held");
	suggest_is("Asia_Pacific", "asia-pacific");
	suggest_is("az", "AZ");
}

static void
suggest_keeps_silent_where_nothing_is_near(void **state)
{
	(void)state;
	suggest_is("KH", "");
	suggest_is("AX", "");
	suggest_is("population", "");
	suggest_is("", "");
	suggest_is("ti", "");
}

static void
suggest_counts_neighbours_that_changed_places_once(void **state)
{
	struct suggest suggest = suggest_start(TEXT("coutnry"));

	(void)state;
	suggest_offer(&suggest, TEXT("country"));
	assert_int_equal(suggest.mistakes, 1);
}

static void
suggest_passes_over_texts_that_are_no_words(void **state)
{
	struct stand *stand = *state;
	struct buffer word = buffer_make(stand->arena);
	struct suggest suggest;

	buffer_fill(&word, 'a', 10000);
	suggest = suggest_start(buffer_text(&word));
	suggest_offer(&suggest, buffer_text(&word));
	assert_text(suggest.nearest, "");
}

static void
suggest_is_sure_of_one_near_word_alone(void **state)
{
	struct suggest one = suggest_start(TEXT("titel"));
	struct suggest two = suggest_start(TEXT("planed"));
	struct suggest none = suggest_start(TEXT("xyz"));

	(void)state;
	suggest_offer(&one, TEXT("title"));
	suggest_offer(&one, TEXT("title"));
	assert_true(suggest_is_sure(&one));
	suggest_offer(&two, TEXT("planned"));
	assert_true(suggest_is_sure(&two));
	suggest_offer(&two, TEXT("placed"));
	assert_text(two.nearest, "planned");
	assert_false(suggest_is_sure(&two));
	assert_false(suggest_is_sure(&none));
}

static void
suggest_is_unsure_of_three_slips(void **state)
{
	struct suggest far = suggest_start(TEXT("organisatoin"));

	(void)state;
	suggest_offer(&far, TEXT("organizations"));
	assert_text(far.nearest, "organizations");
	assert_false(suggest_is_sure(&far));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(suggest_finds_the_word_with_a_slip),
		STAND_TEST(suggest_keeps_silent_where_nothing_is_near),
		STAND_TEST(suggest_counts_neighbours_that_changed_places_once),
		STAND_TEST(suggest_passes_over_texts_that_are_no_words),
		STAND_TEST(suggest_is_sure_of_one_near_word_alone),
		STAND_TEST(suggest_is_unsure_of_three_slips),
	};

	return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
