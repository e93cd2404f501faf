#include "write/charset.h"

#include "stand.h"

/* A header, the font's name, the DICT of the font with its charset at 29, an INDEX of
 * strings and one of subroutines, and a charset of the second form: 5, 6, 9. */
static const char keyed[] = "\1\0\4\1"
			    "\0\1\1\1\2A"
			    "\0\1\1\1\12\213\213\213\14\36\34\0\35\17"
			    "\0\0\0\0\0"
			    "\1\0\5\1\0\11\0";

enum { CHARSET = 29, DICT_ROS = 19 };

static const struct text whole = { keyed, sizeof keyed - 1 };

static void
charset_says_the_cid_of_each_glyph(void **state)
{
	struct stand *stand = *state;
	const uint16_t *cids = charset_read(stand->arena, whole, 4);

	assert_non_null(cids);
	assert_int_equal(keyed[CHARSET], 1);
	assert_int_equal(cids[0], 0);
	assert_int_equal(cids[1], 5);
	assert_int_equal(cids[2], 6);
	assert_int_equal(cids[3], 9);
}

static void
charset_is_none_where_glyphs_have_names(void **state)
{
	struct stand *stand = *state;
	char *named = text_string(stand->arena, whole);

	assert_int_equal(named[DICT_ROS], 30);
	named[DICT_ROS] = 0;
	assert_null(charset_read(stand->arena, (struct text){ named, whole.size }, 4));
}

static void
charset_is_none_where_the_table_ends_too_soon(void **state)
{
	struct stand *stand = *state;

	for (size_t size = 0; size < whole.size; size++)
		assert_null(charset_read(stand->arena, text_slice(whole, 0, size), 4));
	assert_null(charset_read(stand->arena, whole, 5));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(charset_says_the_cid_of_each_glyph),
		STAND_TEST(charset_is_none_where_glyphs_have_names),
		STAND_TEST(charset_is_none_where_the_table_ends_too_soon),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
