#include "parse/guard.h"
#include "parse/positions.h"
#include "stand.h"

static bool
passes(struct stand *stand, struct text markdown)
{
	struct positions positions =
		positions_make(stand->arena, TEXT("notes.md"), markdown, NULL);

	return guard_check(stand->diags, &positions);
}

/* `count` times `piece`, then `end`. */
static struct text
repeated(struct stand *stand, const char *piece, size_t count, const char *end)
{
	struct buffer buffer = buffer_make(stand->arena);

	for (size_t i = 0; i < count; i++)
		buffer_string(&buffer, piece);
	buffer_string(&buffer, end);
	return buffer_text(&buffer);
}

static void
guard_lets_ordinary_text_pass(void **state)
{
	struct stand *stand = *state;

	assert_true(passes(stand, TEXT("")));
	assert_true(passes(stand, TEXT("# Title\r\n\r\n> - a\n>   1. b\n\n\tcode\n")));
	assert_true(passes(stand, repeated(stand, "> ", GUARD_DEPTH, "x")));
	assert_true(passes(stand, repeated(stand, "* ", 50, "\n")));
	assert_true(passes(stand, repeated(stand, "word ", 100000, "\n")));
	assert_true(passes(stand, repeated(stand, "\n", 1000000, "")));
}

static void
guard_refuses_what_is_nested_too_deeply(void **state)
{
	static const char *const markers[] = { "> ", ">", "- ", "+ ", "1. ", "12) " };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof markers / sizeof *markers; i++)
		assert_false(passes(
			stand, repeated(stand, markers[i], GUARD_DEPTH + 1, "x\n")));
	assert_false(passes(stand, repeated(stand, "  ", GUARD_DEPTH + 1, "- x\n")));
}

static void
guard_refuses_empty_lines_in_deep_lists(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);

	buffer_add(&buffer, repeated(stand, "- ", 60, "x\nlazy\n"));
	for (int i = 0; i < 400000; i++)
		buffer_byte(&buffer, '\n');
	assert_false(passes(stand, buffer_text(&buffer)));
	assert_diag(stand, DIAG_P102);
}

static void
guard_refuses_thousands_of_pictures_begun(void **state)
{
	struct stand *stand = *state;

	assert_true(passes(stand, repeated(stand, "![a](b.png)\n\n", 5000, "")));
	assert_false(passes(stand, repeated(stand, "![[]()", 3000, "\n")));
	assert_diag(stand, DIAG_P102);
}

static void
guard_shows_the_byte_that_is_no_text(void **state)
{
	struct stand *stand = *state;

	assert_false(passes(stand, TEXT("One\nd\xc3\xa9j\xe0 vu\n")));
	assert_diag(stand, DIAG_P101);
	assert_int_equal(stand->diags->items[0].at.line, 2);
	assert_int_equal(stand->diags->items[0].at.column, 4);
	assert_text(stand->diags->items[0].at.file, "notes.md");
}

static void
guard_refuses_control_characters(void **state)
{
	struct stand *stand = *state;

	assert_false(passes(stand, TEXT("a\001b")));
	assert_false(passes(stand, TEXT("a\0b")));
	assert_false(passes(stand, TEXT("a\fb")));
	assert_int_equal(stand->diags->errors, 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(guard_lets_ordinary_text_pass),
		STAND_TEST(guard_refuses_what_is_nested_too_deeply),
		STAND_TEST(guard_refuses_empty_lines_in_deep_lists),
		STAND_TEST(guard_refuses_thousands_of_pictures_begun),
		STAND_TEST(guard_shows_the_byte_that_is_no_text),
		STAND_TEST(guard_refuses_control_characters),
	};

	return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
