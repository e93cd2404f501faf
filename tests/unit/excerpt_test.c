#include "report/excerpt.h"
#include "stand.h"

static void
excerpt_is(struct stand *stand, struct text line, uint32_t column, uint32_t end,
	const char *shown, const char *carets)
{
	struct place at = { TEXT("a.yaml"), 1, column, end };
	struct buffer window = buffer_make(stand->arena);
	struct buffer below = buffer_make(stand->arena);

	excerpt_print(line, at, '^', &window, &below);
	assert_text(buffer_text(&window), shown);
	assert_text(buffer_text(&below), carets);
}

static void
excerpt_has_one_caret_at_least(void **state)
{
	struct stand *stand = *state;

	excerpt_is(stand, TEXT("abc"), 2, 0, "abc", " ^");
	excerpt_is(stand, TEXT("abc"), 2, 2, "abc", " ^");
	excerpt_is(stand, TEXT("abc"), 2, 4, "abc", " ^^");
	excerpt_is(stand, TEXT("abc"), 0, 0, "abc", "");
	excerpt_is(stand, TEXT(""), 1, 2, "", "^");
}

static void
excerpt_cuts_a_long_line_round_the_caret(void **state)
{
	struct stand *stand = *state;
	struct buffer line = buffer_make(stand->arena),
		      shown = buffer_make(stand->arena),
		      carets = buffer_make(stand->arena);

	buffer_fill(&line, 'a', 200);
	buffer_string(&line, "XY");
	buffer_fill(&line, 'b', 200);
	buffer_string(&shown, "…");
	buffer_fill(&shown, 'a', 30);
	buffer_string(&shown, "XY");
	buffer_fill(&shown, 'b', 68);
	buffer_string(&shown, "…");
	buffer_fill(&carets, ' ', 31);
	buffer_string(&carets, "^^");
	excerpt_is(stand, buffer_text(&line), 201, 203,
		text_string(stand->arena, buffer_text(&shown)),
		text_string(stand->arena, buffer_text(&carets)));
}

static void
excerpt_shows_the_whole_end_of_a_long_line(void **state)
{
	struct stand *stand = *state;
	struct buffer line = buffer_make(stand->arena),
		      shown = buffer_make(stand->arena),
		      carets = buffer_make(stand->arena);

	buffer_fill(&line, 'a', 200);
	buffer_byte(&line, 'X');
	buffer_string(&shown, "…");
	buffer_fill(&shown, 'a', 99);
	buffer_byte(&shown, 'X');
	buffer_fill(&carets, ' ', 100);
	buffer_byte(&carets, '^');
	excerpt_is(stand, buffer_text(&line), 201, 202,
		text_string(stand->arena, buffer_text(&shown)),
		text_string(stand->arena, buffer_text(&carets)));
}

static void
excerpt_plain_stops_after_so_many_runes(void **state)
{
	struct stand *stand = *state;
	struct buffer out = buffer_make(stand->arena);

	excerpt_plain(&out, TEXT("éé\téé"), 3);
	assert_text(buffer_text(&out), "éé …");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(excerpt_has_one_caret_at_least),
		STAND_TEST(excerpt_cuts_a_long_line_round_the_caret),
		STAND_TEST(excerpt_shows_the_whole_end_of_a_long_line),
		STAND_TEST(excerpt_plain_stops_after_so_many_runes),
	};

	return cmocka_run_group_tests_name("excerpt", tests, NULL, NULL);
}
