#include "desk/regex.h"
#include "stand.h"

static void
regex_is(struct stand *stand, const char *xsd, const char *translated)
{
	assert_text(regex_translate(stand->arena, text_of(xsd)), translated);
}

static void
regex_means_the_whole_value(void **state)
{
	regex_is(*state, "[A-Z]{2}", "^(?:[A-Z]{2})$");
	regex_is(*state, "a|b", "^(?:a|b)$");
	regex_is(*state, "\\S(.*\\S)?", "^(?:\\S(.*\\S)?)$");
}

static void
regex_escapes_what_is_no_anchor_in_xsd(void **state)
{
	regex_is(*state, "$[0-9]^", "^(?:\\$[0-9]\\^)$");
	regex_is(*state, "[^$]", "^(?:[^$])$");
}

static void
regex_takes_the_escape_from_a_hyphen_outside_a_class(void **state)
{
	regex_is(*state, "a\\-b", "^(?:a-b)$");
	regex_is(*state, "[a\\-b]\\-", "^(?:[a\\-b]-)$");
	regex_is(*state, "\\[a\\-b\\]", "^(?:\\[a-b\\])$");
}

static void
regex_keeps_letters_of_any_script(void **state)
{
	regex_is(*state, "[é-ü]\\p{L}", "^(?:[é-ü]\\p{L})$");
}

static void
regex_drops_what_javascript_does_not_know(void **state)
{
	regex_is(*state, "\\i\\c*", "");
	regex_is(*state, "[\\I]", "");
	regex_is(*state, "\\p{IsArabic}", "");
	regex_is(*state, "\\P{IsArabic}", "");
	regex_is(*state, "[a-z-[aeiou]]", "");
	regex_is(*state, "a\\", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(regex_means_the_whole_value),
		STAND_TEST(regex_escapes_what_is_no_anchor_in_xsd),
		STAND_TEST(regex_takes_the_escape_from_a_hyphen_outside_a_class),
		STAND_TEST(regex_keeps_letters_of_any_script),
		STAND_TEST(regex_drops_what_javascript_does_not_know),
	};

	return cmocka_run_group_tests_name("regex", tests, NULL, NULL);
}
