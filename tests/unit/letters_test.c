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
letters_name_what_stands_for_another(void **state)
{
	char meant = 0;

	(void)state;
	assert_string_equal(letters_disguise(0x410, &meant), "a Cyrillic letter");
	assert_int_equal(meant, 'A');
	assert_string_equal(letters_disguise(0x3bf, &meant), "a Greek letter");
	assert_int_equal(meant, 'o');
	assert_string_equal(letters_disguise(0xff21, &meant), "a full-width letter");
	assert_int_equal(meant, 'A');
	assert_string_equal(letters_disguise(0x663, &meant), "an Arabic digit");
	assert_int_equal(meant, '3');
	assert_string_equal(letters_disguise(0x2013, &meant), "a long dash");
	assert_int_equal(meant, '-');
	assert_null(letters_disguise('A', &meant));
	assert_null(letters_disguise(0xe9, &meant));
	assert_int_equal(meant, '-');
}

static void
letters_name_what_nobody_sees(void **state)
{
	(void)state;
	assert_string_equal(letters_unseen(0xa0), "a no-break space");
	assert_string_equal(letters_unseen(0x200b), "a space without width");
	assert_null(letters_unseen(' '));
	assert_null(letters_unseen('a'));
	assert_true(letters_is_blank(0xa0));
	assert_true(letters_is_blank(0x2003));
	assert_false(letters_is_blank(0x200b));
	assert_false(letters_is_blank(' '));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_know_what_is_one_character),
		cmocka_unit_test(letters_know_their_twins),
		cmocka_unit_test(letters_name_what_stands_for_another),
		cmocka_unit_test(letters_name_what_nobody_sees),
	};

	return cmocka_run_group_tests_name("letters", tests, NULL, NULL);
}
