#include "stand.h"
#include "validate/numeral.h"

static void
numeral_is(struct stand *stand, const char *typed, const char *digits, const char *rest,
	bool is_sure)
{
	struct numeral numeral = numeral_read(stand->arena, text_of(typed));

	assert_text(numeral.digits, digits);
	assert_text(numeral.rest, rest);
	assert_int_equal(numeral.is_sure, is_sure);
}

static void
numeral_reads_signs_between_thousands(void **state)
{
	numeral_is(*state, "1,200,000", "1200000", "", true);
	numeral_is(*state, "1.200.000", "1200000", "", true);
	numeral_is(*state, "1 200", "1200", "", true);
	numeral_is(*state, "1'200", "1200", "", true);
	numeral_is(*state, "12_000", "12000", "", true);
	numeral_is(*state, "12,00,000", "1200000", "", false);
}

static void
numeral_is_not_sure_of_what_may_be_a_fraction(void **state)
{
	numeral_is(*state, "1,200", "1200", "", false);
	numeral_is(*state, "1.200", "1200", "", false);
	numeral_is(*state, "0.125.000", "125000", "", false);
	numeral_is(*state, "12,5", "", "", false);
	numeral_is(*state, "1,200.50", "", "", false);
	numeral_is(*state, "1,200.000", "", "", false);
}

static void
numeral_leaves_what_is_no_part_of_it(void **state)
{
	numeral_is(*state, "450 people", "450", "people", false);
	numeral_is(*state, "1 200 people and more", "1200", "people and more", false);
	numeral_is(*state, "~450", "450", "~", false);
	numeral_is(*state, "+450", "450", "+", false);
	numeral_is(*state, "0042", "42", "", false);
	numeral_is(*state, "0", "0", "", false);
}

static void
numeral_never_drops_a_magnitude(void **state)
{
	static const char *const typed[] = { "1.2 million", "450 million", "3 thousand",
		"3 k", "5 milliards", "10 %", "40 per cent", "two", "", "~", "1e3",
		"0x1F", "12:30", "3 of 4", "-3" };

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		numeral_is(*state, typed[i], "", "", false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(numeral_reads_signs_between_thousands),
		STAND_TEST(numeral_is_not_sure_of_what_may_be_a_fraction),
		STAND_TEST(numeral_leaves_what_is_no_part_of_it),
		STAND_TEST(numeral_never_drops_a_magnitude),
	};

	return cmocka_run_group_tests_name("numeral", tests, NULL, NULL);
}
