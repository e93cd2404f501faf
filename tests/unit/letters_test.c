#include "base/letters.h"
#include "stand.h"

static void
letters_know_what_is_one_character(void **state)
{
	(void)state;
	assert_true(letters_compose('e', 0x301));
	assert_true(letters_compose('c', 0x327));
	assert_false(letters_compose('q', 0x301));
	assert_false(letters_compose(0xe9, 0x301));
	assert_false(letters_compose('e', 0x310));
}

static void
letters_know_their_twins(void **state)
{
	(void)state;
	assert_int_equal(letters_twin(0x420), 'P');
	assert_int_equal(letters_twin(0x456), 'i');
	assert_int_equal(letters_twin(0xff21), 'A');
	assert_int_equal(letters_twin('P'), 0);
	assert_int_equal(letters_twin(0x416), 0);
}

static void
letters_name_what_nobody_sees(void **state)
{
	(void)state;
	assert_string_equal(letters_unseen(0xa0), "a no-break space");
	assert_string_equal(letters_unseen(0x200b), "a space without width");
	assert_null(letters_unseen(' '));
	assert_null(letters_unseen('a'));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_know_what_is_one_character),
		cmocka_unit_test(letters_know_their_twins),
		cmocka_unit_test(letters_name_what_nobody_sees),
	};

	return cmocka_run_group_tests_name("letters", tests, NULL, NULL);
}
