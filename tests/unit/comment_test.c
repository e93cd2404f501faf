#include "desk/comment.h"
#include "stand.h"

static void
comment_breaks_between_words(void **state)
{
	struct stand *stand = *state;
	struct buffer lines = buffer_make(stand->arena);

	comment_add(&lines, 4, "# ", 2,
		TEXT("One word after the other until the line is full, and what is "
		     "left over stands below it."));
	assert_text(buffer_text(&lines),
		"    # One word after the other until the line is full, and what is "
		"left over stands\n"
		"    #   below it.\n");
}

static void
comment_counts_runes_and_keeps_long_words_whole(void **state)
{
	struct stand *stand = *state;
	struct buffer lines = buffer_make(stand->arena),
		      word = buffer_make(stand->arena);

	for (size_t i = 0; i < 80; i++)
		buffer_string(&word, "é");
	buffer_string(&word, " é");
	comment_add(&lines, 0, "# ", 0, buffer_text(&word));
	buffer_byte(&word, '\n');
	assert_int_equal(lines.size, word.size + 2);
	buffer_fill(&word, 'x', 200);
	comment_add(&lines, 0, "# ", 0, buffer_text(&word));
	assert_int_equal(lines.at[lines.size - 1], '\n');
}

static void
comment_makes_a_sentence_of_a_help(void **state)
{
	struct stand *stand = *state;

	assert_text(
		comment_sentence(stand->arena, TEXT("write a year")), "Write a year.");
	assert_text(comment_sentence(stand->arena, TEXT("UN codes")), "UN codes.");
	assert_text(comment_sentence(stand->arena, TEXT("")), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(comment_breaks_between_words),
		STAND_TEST(comment_counts_runes_and_keeps_long_words_whole),
		STAND_TEST(comment_makes_a_sentence_of_a_help),
	};

	return cmocka_run_group_tests_name("comment", tests, NULL, NULL);
}
