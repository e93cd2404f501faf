#include "read/scan.h"
#include "stand.h"

static void
scan_blames(struct stand *stand, struct text bytes, enum diag_code code, uint32_t line,
	uint32_t column)
{
	stand->diags = diag_list_make(stand->arena);
	assert_false(scan_bytes(stand->diags, TEXT("x.yaml"), bytes));
	assert_diag(stand, code);
	assert_int_equal(stand->diags->items[0].at.line, line);
	assert_int_equal(stand->diags->items[0].at.column, column);
}

static void
scan_lets_text_of_every_script_pass(void **state)
{
	struct stand *stand = *state;

	assert_true(scan_bytes(stand->diags, TEXT("x.yaml"),
		TEXT("a: Bakı, Asunción\r\nb: ភ្នំ\u200bពេញ\rc: می\u200cخواهم\nd: "
		     "😀\tx\n")));
	assert_int_equal(stand->diags->count, 0);
}

static void
scan_finds_the_place_of_what_no_editor_shows(void **state)
{
	struct stand *stand = *state;

	scan_blames(stand, TEXT("a: b\nc: é\x01"), DIAG_R103, 2, 5);
	scan_blames(stand, TEXT("a: b\0"), DIAG_R103, 1, 5);
	scan_blames(stand, TEXT("a: b\x7f"), DIAG_R103, 1, 5);
	scan_blames(stand, TEXT("a: \xef\xbb\xbf"), DIAG_R103, 1, 4);
	scan_blames(stand, TEXT("a:\r\nb: \xe2\x80\xa8"), DIAG_R106, 2, 4);
	scan_blames(stand, TEXT("a:\rb: \xc2\x85"), DIAG_R106, 2, 4);
	scan_blames(stand, TEXT("a: \xee\x80\x80"), DIAG_R104, 1, 4);
	scan_blames(stand, TEXT("a: \xef\xbf\xbd"), DIAG_R104, 1, 4);
	scan_blames(stand, TEXT("a: \xe2\x80\xae"), DIAG_R104, 1, 4);
	scan_blames(stand, TEXT("a: \xf0\x9f\xbf\xbe"), DIAG_R104, 1, 4);
}

static void
scan_guesses_what_an_old_program_meant(void **state)
{
	struct stand *stand = *state;

	scan_blames(stand, TEXT("a: caf\xe9"), DIAG_R101, 1, 7);
	assert_text(stand->diags->items[0].label,
		"probably é, saved by an older Windows program");
	scan_blames(stand, TEXT("a: it\x92s"), DIAG_R101, 1, 6);
	assert_text(stand->diags->items[0].label,
		"probably ’, saved by an older Windows program");
}

static void
scan_knows_utf16_with_and_without_a_mark(void **state)
{
	struct stand *stand = *state;

	scan_blames(stand, TEXT("\xff\xfe\x61\0"), DIAG_R102, 1, 1);
	scan_blames(stand, TEXT("\xfe\xff\0\x61"), DIAG_R102, 1, 1);
	assert_text(stand->diags->items[0].says, "this file is saved as UTF-16");
	scan_blames(stand, TEXT("\x61\0:\0"), DIAG_R102, 1, 1);
	scan_blames(stand, TEXT("\0\x61\0:"), DIAG_R102, 1, 1);
}

static void
scan_tells_utf32_from_utf16(void **state)
{
	static const struct text wide[] = { TEXT_CONSTANT("\xff\xfe\0\0a\0\0\0"),
		TEXT_CONSTANT("\0\0\xfe\xff\0\0\0a"), TEXT_CONSTANT("a\0\0\0"),
		TEXT_CONSTANT("\0\0\0a") };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		scan_blames(stand, wide[i], DIAG_R102, 1, 1);
		assert_text(
			stand->diags->items[0].says, "this file is saved as UTF-32");
	}
}

static void
scan_refuses_tabs_in_the_indentation_alone(void **state)
{
	struct stand *stand = *state;

	scan_blames(stand, TEXT("a:\n  \tb: c"), DIAG_R105, 2, 3);
	stand->diags = diag_list_make(stand->arena);
	assert_true(scan_bytes(stand->diags, TEXT("x.yaml"), TEXT("a:\tb\n")));
}

static void
scan_stops_after_twenty_faults(void **state)
{
	struct stand *stand = *state;
	struct buffer bytes = buffer_make(stand->arena);

	for (int i = 0; i < 1000; i++)
		buffer_string(&bytes, "\tx\n");
	assert_false(scan_bytes(stand->diags, TEXT("x.yaml"), buffer_text(&bytes)));
	assert_int_equal(stand->diags->count, 21);
}

static void
scan_refuses_the_same_characters_written_as_escapes(void **state)
{
	struct stand *stand = *state;
	struct place at = { .line = 1 };

	assert_true(scan_value(stand->diags, at, TEXT("one\n\ttwo")));
	assert_false(scan_value(stand->diags, at, TEXT("one\0two")));
	assert_diag(stand, DIAG_R311);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(scan_lets_text_of_every_script_pass),
		STAND_TEST(scan_finds_the_place_of_what_no_editor_shows),
		STAND_TEST(scan_guesses_what_an_old_program_meant),
		STAND_TEST(scan_knows_utf16_with_and_without_a_mark),
		STAND_TEST(scan_tells_utf32_from_utf16),
		STAND_TEST(scan_refuses_tabs_in_the_indentation_alone),
		STAND_TEST(scan_stops_after_twenty_faults),
		STAND_TEST(scan_refuses_the_same_characters_written_as_escapes),
	};

	return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
