#include "write/code.h"

#include <string.h>

#include "stand.h"

static uint32_t
value(struct codes *codes, uint32_t glyph, const char *text)
{
	return codes_find(codes, glyph, text_of(text))->value;
}

static void
code_of_ascii_is_itself(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);

	assert_int_equal(value(codes, 36, "A"), 'A');
	assert_int_equal(value(codes, 3, " "), ' ');
	assert_int_equal(value(codes, 9, "\xc3\xa9"), CODE_FIRST);
	assert_int_equal(value(codes, 10, "ffi"), CODE_FIRST + 1);
	assert_int_equal(value(codes, 11, "\n"), CODE_FIRST + 2);
}

static void
code_belongs_to_a_glyph_and_its_text(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);
	uint32_t space = value(codes, 3, " ");
	uint32_t hard_space = value(codes, 3, "\xc2\xa0");
	uint32_t small_capital = value(codes, 99, " ");

	assert_int_not_equal(space, hard_space);
	assert_int_not_equal(space, small_capital);
	assert_int_equal(value(codes, 3, "\xc2\xa0"), hard_space);
	assert_int_equal(value(codes, 3, " "), space);
	assert_int_equal(codes->count, 3);
}

static void
codes_are_told_apart_in_a_crowd(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);

	for (uint32_t i = 0; i < 3000; i++)
		assert_int_equal(
			codes_find(codes, i % 7, text_format(stand->arena, "t%u", i))
				->value,
			CODE_FIRST + i);
	for (uint32_t i = 0; i < 3000; i++)
		assert_int_equal(
			codes_find(codes, i % 7, text_format(stand->arena, "t%u", i))
				->value,
			CODE_FIRST + i);
}

static void
code_keeps_its_text(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);
	char text[] = "ab";

	codes_find(codes, 1, text_of(text));
	text[0] = 'x';
	assert_text(codes->items[0].text, "ab");
}

static void
codes_say_when_they_are_full(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);

	for (uint32_t glyph = CODE_FIRST; glyph < CODE_END; glyph++)
		assert_int_equal(value(codes, glyph, "ab"), glyph);
	assert_false(codes->full);
	assert_int_equal(value(codes, 1, "ab"), CODE_FIRST);
	assert_true(codes->full);
	assert_int_equal(value(codes, 77777, "cd"), CODE_FIRST);
}

static void
code_has_two_bytes_in_a_string(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);
	struct buffer buffer = buffer_make(stand->arena);

	code_print(codes_find(codes, 1, TEXT("(")), &buffer);
	assert_true(text_equal(buffer_text(&buffer), TEXT("\0\\(")));
}

/* The lines between "N beginbfchar" and "endbfchar". */
static void
blocks_check(struct text cmap, size_t expected)
{
	struct text line = { "", 0 };
	int64_t left = -1;
	size_t lines = 0;

	while (text_cut(&cmap, '\n', &line)) {
		size_t space = text_find(line, ' ', 0);

		if (text_ends(line, TEXT(" beginbfchar"))) {
			assert_true(text_number(text_slice(line, 0, space), &left));
			assert_in_range(left, 1, 100);
		} else if (text_is(line, "endbfchar")) {
			assert_int_equal(left, 0);
			left = -1;
		} else if (left >= 0) {
			lines++;
			left--;
		}
	}
	assert_int_equal(left, -1);
	assert_int_equal(lines, expected);
}

static void
codes_map_to_unicode_in_blocks_of_a_hundred(void **state)
{
	static const uint32_t counts[] = { 0, 1, 99, 100, 101, 200, 250 };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct codes *codes = codes_make(stand->arena);
		struct buffer buffer = buffer_make(stand->arena);

		for (uint32_t glyph = 0; glyph < counts[i]; glyph++)
			codes_find(codes, glyph, TEXT("ab"));
		codes_print_unicode(codes, &buffer);
		blocks_check(buffer_text(&buffer), counts[i]);
	}
}

static void
codes_map_nothing_to_what_is_forbidden(void **state)
{
	struct stand *stand = *state;
	struct codes *codes = codes_make(stand->arena);
	struct buffer buffer = buffer_make(stand->arena);
	const char *map;

	codes_find(codes, 1, TEXT(""));
	codes_find(codes, 2, TEXT("\xef\xbb\xbf"));
	codes_find(codes, 3, TEXT("ffi"));
	codes_print_unicode(codes, &buffer);
	map = text_string(stand->arena, buffer_text(&buffer));
	assert_non_null(
		strstr(map, "<0080> <200B>\n<0081> <200B>\n<0082> <006600660069>\n"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(code_of_ascii_is_itself),
		STAND_TEST(code_belongs_to_a_glyph_and_its_text),
		STAND_TEST(codes_are_told_apart_in_a_crowd),
		STAND_TEST(code_keeps_its_text),
		STAND_TEST(codes_say_when_they_are_full),
		STAND_TEST(code_has_two_bytes_in_a_string),
		STAND_TEST(codes_map_to_unicode_in_blocks_of_a_hundred),
		STAND_TEST(codes_map_nothing_to_what_is_forbidden),
	};

	return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
