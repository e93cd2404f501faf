#include "read/mended.h"
#include "stand.h"

static const char typed[] = "one\r\n  b:c \xc3\xa9\nlast";

static struct lines
typed_lines(struct stand *stand)
{
	return lines_make(stand->arena, text_of(typed));
}

static void
mended_is_the_typed_text_while_nothing_is_changed(void **state)
{
	struct stand *stand = *state;
	struct lines lines = typed_lines(stand);
	struct mended *mended = mended_make(stand->arena, &lines);

	assert_text(mended_text(mended, stand->arena, 1, 3), typed);
	assert_text(mended_text(mended, stand->arena, 2, 2), "  b:c \xc3\xa9\n");
	assert_int_equal(mended_column(mended, 2, 5), 5);
}

static void
mended_keeps_line_ends_and_leads_columns_back(void **state)
{
	struct stand *stand = *state;
	struct lines lines = typed_lines(stand);
	struct mended *mended = mended_make(stand->arena, &lines);

	mended_replace(mended, 2, 4, 4, TEXT(" "));
	mended_replace(mended, 2, 0, 2, TEXT("    "));
	assert_text(
		mended_text(mended, stand->arena, 1, 2), "one\r\n    b: c \xc3\xa9\n");
	assert_int_equal(mended_column(mended, 2, 1), 1);
	assert_int_equal(mended_column(mended, 2, 5), 3);
	assert_int_equal(mended_column(mended, 2, 8), 5);
	assert_int_equal(mended_column(mended, 2, 10), 7);
	assert_int_equal(mended_column(mended, 1, 2), 2);
}

static void
mended_leads_what_was_put_in_back_to_what_it_replaced(void **state)
{
	struct stand *stand = *state;
	struct lines lines = typed_lines(stand);
	struct mended *mended = mended_make(stand->arena, &lines);

	mended_replace(mended, 2, 4, 8, TEXT("\"long\""));
	assert_int_equal(mended_column(mended, 2, 5), 5);
	assert_int_equal(mended_column(mended, 2, 9), 8);
	assert_int_equal(mended_column(mended, 2, 11), 8);
}

static void
mended_takes_a_change_back(void **state)
{
	struct stand *stand = *state;
	struct lines lines = typed_lines(stand);
	struct mended *mended = mended_make(stand->arena, &lines);

	mended_replace(mended, 3, 0, 1, TEXT("L"));
	mended_replace(mended, 3, 1, 4, TEXT(""));
	mended_undo(mended, 3);
	assert_text(mended_line(mended, 3), "Last");
}

static void
mended_leaves_a_sign_for_what_is_lost(void **state)
{
	struct stand *stand = *state;
	struct lines lines = typed_lines(stand);
	struct mended *mended = mended_make(stand->arena, &lines);

	mended_lose(mended, 2, 3, MENDED_LOST_ENTRY);
	assert_text(mended_text(mended, stand->arena, 1, 3), "one\r\n  - *lost\n");
	assert_true(mended_is_lost(mended, 2));
	assert_false(mended_is_lost(mended, 1));
	assert_false(mended_is_lost(mended, 9));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(mended_is_the_typed_text_while_nothing_is_changed),
		STAND_TEST(mended_keeps_line_ends_and_leads_columns_back),
		STAND_TEST(mended_leads_what_was_put_in_back_to_what_it_replaced),
		STAND_TEST(mended_takes_a_change_back),
		STAND_TEST(mended_leaves_a_sign_for_what_is_lost),
	};

	return cmocka_run_group_tests_name("mended", tests, NULL, NULL);
}
