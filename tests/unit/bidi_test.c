#include "layout/inline/bidi.h"

#include <string.h>

#include "base/arena.h"
#include "stand.h"

/* Letters alef, beh and teh in Arabic. */
#define ALEF "\u0627"
#define BEH "\u0628"
#define TEH "\u062a"

static void
assert_levels(struct stand *stand, struct text text, bool rtl,
	const struct bidi_isolate *isolate, const char *expected)
{
	const uint8_t *levels =
		bidi_levels(stand->arena, text, rtl, isolate, isolate ? 1 : 0);
	char found[64] = "";

	assert_non_null(levels);
	for (size_t i = 0; i < text.size; i++)
		found[i] = (char)('0' + levels[i]);
	assert_string_equal(found, expected);
}

static void
bidi_leaves_text_that_runs_one_way_alone(void **state)
{
	struct stand *stand = *state;

	assert_null(bidi_levels(
		stand->arena, TEXT("cities, \u00e9t\u00e9, \u57ce"), false, NULL, 0));
}

static void
bidi_gives_each_byte_of_a_letter_its_level(void **state)
{
	assert_levels(*state, TEXT("a " ALEF BEH " 12"), false, NULL, "001111122");
}

static void
bidi_keeps_numbers_upright_within_words_from_the_right(void **state)
{
	assert_levels(*state, TEXT(ALEF " 12, b."), true, NULL, "111221121");
}

static void
bidi_orders_an_isolate_by_itself(void **state)
{
	static const struct text text = TEXT_CONSTANT(ALEF " x-" BEH " " TEH);
	const struct bidi_isolate isolate = { .from = 3, .to = 7 };

	assert_levels(*state, text, true, NULL,
		"111211"
		"111"
		"1");
	assert_levels(*state, text, true, &isolate,
		"111223311"
		"1");
}

static void
bidi_takes_the_way_of_almost_all_letters(void **state)
{
	(void)state;
	assert_false(bidi_is_rtl(TEXT("the word " ALEF BEH), false));
	assert_true(bidi_is_rtl(TEXT(ALEF BEH TEH ALEF BEH " a"), false));
	assert_true(bidi_is_rtl(TEXT("UN-Habitat " ALEF BEH), true));
	assert_true(bidi_is_rtl(TEXT("2016"), true));
	assert_false(bidi_is_rtl(TEXT("2016"), false));
	assert_false(bidi_is_rtl(TEXT("UN-Habitat"), true));
}

static void
bidi_shows_the_last_word_first_where_lines_run_from_the_right(void **state)
{
	static const uint8_t levels[] = { 1, 1, 2, 2, 1 };
	static const int32_t expected[] = { 4, 2, 3, 1, 0 };
	int32_t order[5];

	(void)state;
	bidi_order(levels, 5, order);
	assert_memory_equal(order, expected, sizeof expected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(bidi_leaves_text_that_runs_one_way_alone),
		STAND_TEST(bidi_gives_each_byte_of_a_letter_its_level),
		STAND_TEST(bidi_keeps_numbers_upright_within_words_from_the_right),
		STAND_TEST(bidi_orders_an_isolate_by_itself),
		STAND_TEST(bidi_takes_the_way_of_almost_all_letters),
		STAND_TEST(
			bidi_shows_the_last_word_first_where_lines_run_from_the_right),
	};

	return cmocka_run_group_tests_name("bidi", tests, NULL, NULL);
}
