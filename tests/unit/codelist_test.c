#include "base/files.h"
#include "model/codelist.h"
#include "stand.h"

static const char text[] =
	"<codelist name='state' subtags='yes' covers='AZ KH'>"
	"<entry code='AZ' alpha-3='AZE' en='Azerbaijan' ru='Азербайджан' "
	"known-as='Azeri|Azərbaycan'/>"
	"<entry code='AZ-BA' alpha-3='-' en='Baku' valid-from='1991-01-01' "
	"valid-to='2016-12-31'/>"
	"</codelist>";

static const struct codelist *
opened(struct stand *stand, const char *attribute)
{
	struct files *files = files_make(stand->arena);
	const struct codelist *list = NULL;

	files_hold(files, TEXT("schemas/codelists/state.xml"), text_of(text));
	assert_true(codelist_open(stand->arena, stand->diags, files, TEXT("schemas"),
		TEXT("state"), text_of(attribute), &list));
	return list;
}

static void
codelist_finds_a_code_and_no_name(void **state)
{
	const struct codelist *list = opened(*state, "");

	assert_text(codelist_find(list, TEXT("AZ"))->name, "Azerbaijan");
	assert_null(codelist_find(list, TEXT("az")));
	assert_null(codelist_find(list, TEXT("Azerbaijan")));
	assert_null(codelist_find(list, TEXT("")));
}

static void
codelist_names_a_code_in_a_language(void **state)
{
	const struct code *code = codelist_find(opened(*state, ""), TEXT("AZ"));

	assert_text(codelist_name(code, TEXT("ru")),
		"\u0410\u0437\u0435\u0440\u0431\u0430\u0439\u0434\u0436\u0430\u043d");
	assert_text(codelist_name(code, TEXT("en-GB")), "Azerbaijan");
	assert_text(codelist_name(code, TEXT("km")), "Azerbaijan");
}

static void
codelist_finds_by_another_attribute(void **state)
{
	const struct codelist *list = opened(*state, "alpha-3");

	assert_text(codelist_find(list, TEXT("AZE"))->name, "Azerbaijan");
	assert_null(codelist_find(list, TEXT("AZ")));
}

static void
codelist_keeps_all_that_people_write(void **state)
{
	const struct code *code = codelist_find(opened(*state, ""), TEXT("AZ"));

	assert_int_equal(code->word_count, 6);
	assert_text(code->words[0], "AZ");
	assert_text(code->words[1], "AZE");
	assert_text(code->words[3], "Азербайджан");
	assert_text(code->words[5], "Azərbaycan");
}

static void
codelist_knows_when_a_code_holds(void **state)
{
	const struct code *code = codelist_find(opened(*state, ""), TEXT("AZ-BA"));

	assert_text(code->from, "1991-01-01");
	assert_text(code->to, "2016-12-31");
}

static void
codelist_looks_past_a_subtag(void **state)
{
	const struct codelist *list = opened(*state, "");

	assert_true(codelist_has(list, TEXT("AZ-Cyrl")));
	assert_false(codelist_has(list, TEXT("KH-Cyrl")));
}

static void
codelist_says_nothing_of_what_it_does_not_cover(void **state)
{
	const struct codelist *list = opened(*state, "");

	assert_true(codelist_has(list, TEXT("FR-75")));
	assert_false(codelist_has(list, TEXT("FR")));
	assert_false(codelist_has(list, TEXT("KH-12")));
}

static void
codelist_is_not_made_of_other_xml(void **state)
{
	struct stand *stand = *state;
	struct files *files = files_make(stand->arena);
	const struct codelist *list = NULL;

	files_hold(files, TEXT("s/codelists/state.xml"), TEXT("<codes/>"));
	assert_false(codelist_open(stand->arena, stand->diags, files, TEXT("s"),
		TEXT("state"), TEXT(""), &list));
	assert_diag(stand, DIAG_G102);
	assert_null(list);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(codelist_finds_a_code_and_no_name),
		STAND_TEST(codelist_names_a_code_in_a_language),
		STAND_TEST(codelist_finds_by_another_attribute),
		STAND_TEST(codelist_keeps_all_that_people_write),
		STAND_TEST(codelist_knows_when_a_code_holds),
		STAND_TEST(codelist_looks_past_a_subtag),
		STAND_TEST(codelist_says_nothing_of_what_it_does_not_cover),
		STAND_TEST(codelist_is_not_made_of_other_xml),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
