#include "base/lines.h"
#include "stand.h"

static void
lines_end_with_lf_crlf_or_cr(void **state)
{
	struct stand *stand = *state;
	struct lines lines = lines_make(stand->arena, TEXT("one\ntwo\r\nthree\rfour"));

	assert_int_equal(lines.count, 4);
	assert_text(lines_at(&lines, 1), "one");
	assert_text(lines_at(&lines, 2), "two");
	assert_text(lines_at(&lines, 3), "three");
	assert_text(lines_at(&lines, 4), "four");
	assert_text(lines_at(&lines, 5), "");
	assert_text(lines_at(&lines, 0), "");
}

static void
lines_may_be_empty(void **state)
{
	struct stand *stand = *state;
	struct lines none = lines_make(stand->arena, TEXT(""));
	struct lines some = lines_make(stand->arena, TEXT("\r\n\n\r"));

	assert_int_equal(none.count, 1);
	assert_text(lines_at(&none, 1), "");
	assert_int_equal(some.count, 4);
	for (size_t i = 1; i <= some.count; i++)
		assert_text(lines_at(&some, i), "");
}

static void
lines_columns_count_runes(void **state)
{
	struct text line = TEXT("ភ្នំ: é x");

	(void)state;
	assert_int_equal(lines_column(line, lines_offset(line, 7)), 7);
	assert_int_equal(line.at[lines_offset(line, 9)], 'x');
	assert_int_equal(lines_offset(line, 100), line.size);
	assert_int_equal(lines_offset(line, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(lines_end_with_lf_crlf_or_cr),
		STAND_TEST(lines_may_be_empty),
		STAND_TEST(lines_columns_count_runes),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
