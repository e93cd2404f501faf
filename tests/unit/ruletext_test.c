#include "stand.h"
#include "validate/ruletext.h"

static void
ruletext_counts_words(void **state)
{
	(void)state;
	assert_int_equal(ruletext_words(TEXT("")), 0);
	assert_int_equal(ruletext_words(TEXT("  one two\n three ")), 3);
}

static void
ruletext_tells_how_alike_texts_are(void **state)
{
	(void)state;
	assert_int_equal(ruletext_similarity(TEXT("A forum!"), TEXT("a Forum")), 100);
	assert_int_equal(ruletext_similarity(TEXT("abc"), TEXT("xyz")), 0);
	assert_int_equal(ruletext_similarity(TEXT(""), TEXT("")), 100);
	assert_int_equal(ruletext_similarity(TEXT("a"), TEXT("b")), 0);
	assert_int_equal(ruletext_similarity(TEXT("night"), TEXT("nacht")), 25);
}

static void
ruletext_finds_whole_words(void **state)
{
	(void)state;
	assert_int_equal(ruletext_find(TEXT("It will be"), TEXT("will be")), 3);
	assert_int_equal(ruletext_find(TEXT("WILL\nBE"), TEXT("will be")), 0);
	assert_int_equal(ruletext_find(TEXT("programme"), TEXT("program")), 9);
	assert_int_equal(ruletext_find(TEXT("the russians"), TEXT("Russia")), 12);
	assert_int_equal(ruletext_find(TEXT("5%"), TEXT("%")), 1);
	assert_int_equal(ruletext_find(TEXT("x"), TEXT("")), 1);
}

static void
ruletext_names_the_script(void **state)
{
	(void)state;
	assert_string_equal(ruletext_script(TEXT("Şəki")), "Latn");
	assert_string_equal(ruletext_script(TEXT("ភ្នំពេញ WUF")), "Khmr");
	assert_string_equal(ruletext_script(TEXT("المنتدى الحضري WUF12")), "Arab");
	assert_string_equal(ruletext_script(TEXT("국토교통부")), "Hang");
	assert_string_equal(ruletext_script(TEXT("2023, 5 %")), "");
}

static void
ruletext_finds_words_of_two_scripts(void **state)
{
	(void)state;
	assert_text(ruletext_mixed(TEXT("to B\xd0\xb0ku now")), "B\xd0\xb0ku");
	assert_text(ruletext_mixed(TEXT("Baku Баку")), "");
}

static void
ruletext_finds_acronyms_without_a_meaning(void **state)
{
	(void)state;
	assert_text(ruletext_acronym(TEXT("The MOLIT of Korea")), "MOLIT");
	assert_text(ruletext_acronym(TEXT("the ministry (MOLIT); MOLIT")), "");
	assert_text(ruletext_acronym(TEXT("UN in WUF12")), "");
	assert_text(ruletext_acronym(TEXT("GIZ")), "GIZ");
}

static void
ruletext_checks_an_isbn(void **state)
{
	(void)state;
	assert_true(ruletext_isbn(TEXT("978-92-1-132500-3")));
	assert_false(ruletext_isbn(TEXT("978-92-1-132500-4")));
	assert_true(ruletext_isbn(TEXT("0-306-40615-2")));
	assert_true(ruletext_isbn(TEXT("0-8044-2957-X")));
	assert_false(ruletext_isbn(TEXT("X-8044-2957-0")));
	assert_false(ruletext_isbn(TEXT("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ruletext_counts_words),
		cmocka_unit_test(ruletext_tells_how_alike_texts_are),
		cmocka_unit_test(ruletext_finds_whole_words),
		cmocka_unit_test(ruletext_names_the_script),
		cmocka_unit_test(ruletext_finds_words_of_two_scripts),
		cmocka_unit_test(ruletext_finds_acronyms_without_a_meaning),
		cmocka_unit_test(ruletext_checks_an_isbn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
