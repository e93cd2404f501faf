#include "base/edits.h"

#include "stand.h"

static struct diag_fix
fix_of(uint32_t column, uint32_t end, const char *text)
{
	return (struct diag_fix){ { TEXT("a.yaml"), 1, column, end }, text_of(text) };
}

static void
edits_replace_insert_and_delete(void **state)
{
	struct stand *stand = *state;
	struct diag_fix fixes[] = { fix_of(8, 8, " "), fix_of(1, 7, "country"),
		fix_of(10, 12, "") };
	const struct diag_fix *all[] = { &fixes[0], &fixes[1], &fixes[2] };

	assert_text(
		edits_line(stand->arena, TEXT("cuntry:AZ, "), all, 3), "country: AZ");
}

static void
edits_count_columns_in_runes(void **state)
{
	struct stand *stand = *state;
	struct diag_fix fix = fix_of(3, 4, "e");
	const struct diag_fix *all[] = { &fix };

	assert_text(edits_line(stand->arena, TEXT("éàïü"), all, 1), "éàeü");
}

static void
edits_take_the_left_one_of_two_that_overlap(void **state)
{
	struct stand *stand = *state;
	struct diag_fix right = fix_of(2, 4, "X"), left = fix_of(1, 3, "Y");
	const struct diag_fix *all[] = { &right, &left };

	assert_text(edits_line(stand->arena, TEXT("abcd"), all, 2), "Ycd");
}

static void
edits_stay_within_the_line(void **state)
{
	struct stand *stand = *state;
	struct diag_fix fix = fix_of(3, 99, "!");
	const struct diag_fix *all[] = { &fix };

	assert_text(edits_line(stand->arena, TEXT("abc"), all, 1), "ab!");
	fix.at.column = 50;
	assert_text(edits_line(stand->arena, TEXT("abc"), all, 1), "abc!");
	assert_text(edits_line(stand->arena, TEXT("abc"), all, 0), "abc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(edits_replace_insert_and_delete),
		STAND_TEST(edits_count_columns_in_runes),
		STAND_TEST(edits_take_the_left_one_of_two_that_overlap),
		STAND_TEST(edits_stay_within_the_line),
	};

	return cmocka_run_group_tests_name("edits", tests, NULL, NULL);
}
