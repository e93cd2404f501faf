#include <string.h>

#include "base/files.h"
#include "model/codelist.h"
#include "stand.h"
#include "validate/meant.h"

static const char text[] =
	"<codelist name='list'>"
	"<entry code='FR' alpha-3='FRA' en='France' ru='Франция'/>"
	"<entry code='GB' en='United Kingdom' known-as='UK|Great Britain'/>"
	"<entry code='US' en='United States'/>"
	"<entry code='KE' en='Kenia'/>"
	"<entry code='KI' en='Kenya'/>"
	"<entry code='11.a' en='Links'/>"
	"<entry code='11.a.1' en='Policies'/>"
	"<entry code='11.1.1' en='Slums'/>"
	"<entry code='12.b.1' en='Tourism'/>"
	"</codelist>";

static struct meant
meant(struct stand *stand, const char *value)
{
	struct files *files = files_make(stand->arena);
	const struct codelist *list = NULL;

	files_hold(files, TEXT("s/codelists/list.xml"), text_of(text));
	assert_true(codelist_open(stand->arena, stand->diags, files, TEXT("s"),
		TEXT("list"), TEXT(""), &list));
	return meant_find(list, text_of(value));
}

static void
assert_sure(struct stand *stand, const char *value, const char *code)
{
	struct meant found = meant(stand, value);

	assert_non_null(found.code);
	assert_true(found.is_sure);
	assert_text(found.code->value, code);
}

static void
assert_perhaps(struct stand *stand, const char *value, const char *code)
{
	struct meant found = meant(stand, value);

	assert_non_null(found.code);
	assert_false(found.is_sure);
	assert_text(found.code->value, code);
}

static void
meant_is_sure_of_names_in_any_language(void **state)
{
	assert_sure(*state, "France", "FR");
	assert_sure(*state, "france", "FR");
	assert_sure(*state, "FRA", "FR");
	assert_sure(*state, "Франция", "FR");
	assert_sure(*state, "UK", "GB");
}

static void
meant_guesses_a_name_with_a_slip(void **state)
{
	assert_perhaps(*state, "Frnace", "FR");
	assert_perhaps(*state, "Great Britan", "GB");
}

static void
meant_does_not_guess_far(void **state)
{
	assert_null(meant(*state, "Niger State").code);
	assert_null(meant(*state, "XX").code);
	assert_null(meant(*state, "").code);
}

static void
meant_does_not_choose_between_two(void **state)
{
	assert_null(meant(*state, "Kenja").code);
}

static void
meant_puts_the_parts_of_a_number_in_order(void **state)
{
	assert_perhaps(*state, "12.1.b", "12.b.1");
	assert_perhaps(*state, "a.11", "11.a");
}

static void
meant_lets_a_letter_stand_for_itself(void **state)
{
	assert_perhaps(*state, "11.1.a", "11.a");
}

static void
meant_knows_the_number_that_a_longer_one_begins_with(void **state)
{
	assert_perhaps(*state, "11.a.7", "11.a");
}

static void
meant_gives_up_on_long_values(void **state)
{
	char value[1000];

	memset(value, '.', sizeof value - 1);
	value[sizeof value - 1] = '\0';
	assert_null(meant(*state, value).code);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(meant_is_sure_of_names_in_any_language),
		STAND_TEST(meant_guesses_a_name_with_a_slip),
		STAND_TEST(meant_does_not_guess_far),
		STAND_TEST(meant_does_not_choose_between_two),
		STAND_TEST(meant_puts_the_parts_of_a_number_in_order),
		STAND_TEST(meant_lets_a_letter_stand_for_itself),
		STAND_TEST(meant_knows_the_number_that_a_longer_one_begins_with),
		STAND_TEST(meant_gives_up_on_long_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
