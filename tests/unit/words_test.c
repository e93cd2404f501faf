#include "layout/words.h"

#include "stand.h"

static void
words_speak_every_language_that_layout_knows(void **state)
{
	static const char *const languages[] = { "ar", "az", "es", "fa", "fr", "hi",
		"km", "ko", "my", "pt", "ru", "zh" };

	(void)state;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct text language = text_of(languages[i]);

		assert_false(text_equal(words_find(language, WORD_CONTENTS),
			words_find(TEXT("en"), WORD_CONTENTS)));
		for (int word = 0; word < WORDS; word++)
			assert_true(words_find(language, (enum word)word).size > 0);
	}
}

static void
words_follow_the_language_and_not_the_region(void **state)
{
	(void)state;
	assert_true(text_is(words_find(TEXT("zh-Hans"), WORD_TABLE), "\u8868"));
	assert_true(text_is(words_find(TEXT("pt-MZ"), WORD_TABLE), "Quadro"));
	assert_true(text_is(words_find(TEXT("sw"), WORD_TABLE), "Table"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(words_speak_every_language_that_layout_knows),
		STAND_TEST(words_follow_the_language_and_not_the_region),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
