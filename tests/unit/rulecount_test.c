#include "stand.h"
#include "validate/rulecount.h"

static void
rulecount_finds_a_number_that_its_list_belies(void **state)
{
	(void)state;
	assert_text(
		rulecount_find(TEXT(
			"Five countries take part: Azerbaijan, Cambodia and Egypt.")),
		"Five countries");
	assert_text(rulecount_find(TEXT("It met 3 cities: Baku, Badr, Maputo, and "
					"Asuncion. Then it left.")),
		"3 cities");
	assert_text(rulecount_find(TEXT("In two towns the work began: Suleja.")),
		"two towns");
}

static void
rulecount_is_silent_where_the_number_is_right(void **state)
{
	(void)state;
	assert_text(rulecount_find(TEXT("Three cities joined: Baku, Badr and Maputo.")),
		"");
	assert_text(
		rulecount_find(TEXT("Three cities joined: Baku, Badr, and Maputo.")),
		"");
	assert_text(rulecount_find(TEXT("Two cities joined:\nBaku and Badr")), "");
}

static void
rulecount_is_silent_where_nothing_is_listed(void **state)
{
	(void)state;
	assert_text(rulecount_find(TEXT("")), "");
	assert_text(rulecount_find(TEXT("Five countries take part.")), "");
	assert_text(rulecount_find(TEXT(
			    "Five countries took part. It was told to all: come.")),
		"");
	assert_text(rulecount_find(TEXT("At 10:30 five people met.")), "");
	assert_text(rulecount_find(TEXT("five")), "");
	assert_text(rulecount_find(TEXT("five countries:")), "");
	assert_text(rulecount_find(TEXT("five countries: ")), "");
}

static void
rulecount_leaves_a_doubt_alone(void **state)
{
	(void)state;
	/* The list belongs to the number that stands next to it. */
	assert_text(
		rulecount_find(TEXT("Five countries sent two people: Ana and Rui.")),
		"");
	/* Names with commas or an "and" of their own. */
	assert_text(rulecount_find(TEXT("Two partners came: Ministry of Land, "
					"Infrastructure and Transport, "
					"and GIZ.")),
		"");
	assert_text(rulecount_find(TEXT("Two themes: land; housing, water and roads.")),
		"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rulecount_finds_a_number_that_its_list_belies),
		cmocka_unit_test(rulecount_is_silent_where_the_number_is_right),
		cmocka_unit_test(rulecount_is_silent_where_nothing_is_listed),
		cmocka_unit_test(rulecount_leaves_a_doubt_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
