#include "stand.h"
#include "validate/disguise.h"

static void
disguise_is(
	struct stand *stand, const char *typed, const char *plain, const char *label)
{
	struct disguise disguise = disguise_of(stand->arena, text_of(typed));

	assert_text(disguise.plain, plain);
	assert_text(disguise.label, label);
}

static void
disguise_names_the_first_strange_character(void **state)
{
	disguise_is(*state, "A\xd0\x97", "A\xd0\x97", "");
	disguise_is(*state, "\xd0\x90Z", "AZ",
		"the first character is a Cyrillic letter, not A");
	disguise_is(*state, "abcdefghijk\xce\xbf", "abcdefghijko",
		"character 12 is a Greek letter, not o");
	disguise_is(*state,
		"2023\xe2\x80\x93"
		"05",
		"2023-05", "the fifth character is a long dash, not a hyphen");
	disguise_is(*state, "\xd9\xa4\xd9\xa5\xd9\xa0", "450",
		"the first character is an Arabic digit, not 4");
	disguise_is(*state, "\xe2\x80\x9cyes\xe2\x80\x9d", "yes",
		"curved quotes are part of the text");
}

static void
disguise_names_what_nobody_sees(void **state)
{
	disguise_is(*state, "AZ\xc2\xa0", "AZ",
		"a no-break space stands after it (U+00A0)");
	disguise_is(*state,
		"\xc2\xa0"
		"AZ",
		"AZ", "a no-break space stands before it (U+00A0)");
	disguise_is(*state, "A\xe2\x80\x8bZ", "AZ",
		"a space without width stands in it (U+200B)");
	disguise_is(*state, " AZ", "AZ", "a blank stands before or after it");
	disguise_is(*state, "'AZ'", "AZ", "the quotes are part of the text");
}

static void
disguise_leaves_a_plain_value(void **state)
{
	disguise_is(*state, "AZ", "AZ", "");
	disguise_is(*state, "Asunci\xc3\xb3n", "Asunci\xc3\xb3n", "");
	disguise_is(*state, "", "", "");
	disguise_is(*state, "'", "'", "");
	disguise_is(*state, "it's", "it's", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(disguise_names_the_first_strange_character),
		STAND_TEST(disguise_names_what_nobody_sees),
		STAND_TEST(disguise_leaves_a_plain_value),
	};

	return cmocka_run_group_tests_name("disguise", tests, NULL, NULL);
}
