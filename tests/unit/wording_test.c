#include "layout/chart/wording.h"

#include "layout/words.h"
#include "stand.h"

/* Those of words.c. */
static const char *const languages[] = { "en", "ar", "az", "es", "fa", "fr", "hi", "km",
	"ko", "my", "pt", "ru", "zh" };

enum { LANGUAGES = sizeof languages / sizeof *languages };

static void
wording_speaks_every_language_that_layout_knows(void **state)
{
	(void)state;
	for (size_t i = 0; i < LANGUAGES; i++) {
		struct text language = text_of(languages[i]);

		assert_text(wording_language(language), languages[i]);
		assert_true(i == 0 || !text_equal(words_find(language, WORD_TABLE),
					      words_find(TEXT("en"), WORD_TABLE)));
		for (int j = 0; j < WORDINGS; j++)
			assert_true(wording_find(language, (enum wording)j).size > 0);
	}
}

static void
wording_has_room_for_two_texts(void **state)
{
	struct stand *stand = *state;

	for (size_t i = 0; i < LANGUAGES; i++) {
		struct text pattern =
			wording_find(text_of(languages[i]), WORDING_FROM_TO);
		struct text filled =
			wording_fill(stand->arena, pattern, TEXT("<1>"), TEXT("<2>"));

		assert_int_equal(filled.size, pattern.size);
		assert_true(text_find(filled, '<', 0) < filled.size);
		assert_int_equal(text_find(filled, '{', 0), filled.size);
	}
	assert_text(wording_fill(stand->arena, TEXT("{2}{1}{3}"), TEXT("a"), TEXT("b")),
		"ba{3}");
}

static void
wording_is_english_where_the_language_is_unknown(void **state)
{
	(void)state;
	assert_text(wording_find(TEXT("sw"), WORDING_YES), "yes");
	assert_text(wording_language(TEXT("sw")), "en");
	assert_text(wording_language(TEXT("pt-MZ")), "pt-MZ");
	assert_text(wording_find(TEXT("pt-MZ"), WORDING_YES), "sim");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(wording_speaks_every_language_that_layout_knows),
		STAND_TEST(wording_has_room_for_two_texts),
		STAND_TEST(wording_is_english_where_the_language_is_unknown),
	};

	return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
