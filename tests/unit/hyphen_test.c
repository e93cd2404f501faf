#include "layout/inline/hyphen.h"

#include "base/files.h"
#include "stage.h"
#include "stand.h"

/* Patterns of our own: tests must not depend on which a machine has. */
static const char patterns[] = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n"
			       "a1b\nó1r\né1v\n1con\n";

static struct hyphenator *
hyphenator_of(struct stand *stand, struct job *job)
{
	*job = (struct job){ .diags = stand->diags,
		.scratch = stand->arena,
		.files = files_make(stand->arena),
		.hyphenation = TEXT("patterns") };
	files_hold(job->files, TEXT("patterns/hyph_en_GB.dic"), text_of(patterns));
	return hyphenator_open(job, TEXT("en"));
}

static void
hyphenator_finds_nothing_without_patterns(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_of(stand, &job);
	uint8_t points[HYPHEN_WORD];

	assert_null(hyphenator_open(&job, TEXT("km")));
	assert_int_equal(hyphenator_points(NULL, TEXT("habitable"), points), 0);
	hyphenator_close(NULL);
	hyphenator_close(hyphenator);
}

static void
hyphenator_counts_bytes_past_letters_of_two(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_of(stand, &job);
	uint8_t points[HYPHEN_WORD];

	assert_int_equal(hyphenator_points(hyphenator, TEXT("habitabel"), points), 2);
	assert_int_equal(points[0], 2);
	assert_int_equal(points[1], 6);
	assert_int_equal(hyphenator_points(hyphenator, TEXT("Histórico"), points), 1);
	assert_int_equal(points[0], 6);
	hyphenator_close(hyphenator);
}

static void
hyphenator_steps_over_marks_at_the_ends(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_of(stand, &job);
	uint8_t points[HYPHEN_WORD];

	assert_int_equal(
		hyphenator_points(hyphenator, TEXT("\u201chabitat\u201d,"), points), 1);
	assert_int_equal(points[0], 5);
	hyphenator_close(hyphenator);
}

static void
hyphenator_leaves_names_of_other_kinds_whole(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_of(stand, &job);
	uint8_t points[HYPHEN_WORD];

	assert_int_equal(hyphenator_points(hyphenator, TEXT("UNHABITAT"), points), 0);
	assert_int_equal(hyphenator_points(hyphenator, TEXT("un-habitat"), points), 0);
	assert_int_equal(hyphenator_points(hyphenator, TEXT("habita2t"), points), 0);
	assert_int_equal(hyphenator_points(hyphenator, TEXT("able"), points), 0);
	assert_int_equal(hyphenator_points(hyphenator, TEXT(""), points), 0);
	hyphenator_close(hyphenator);
}

static void
hyphenator_takes_a_word_of_any_length(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_of(stand, &job);
	struct buffer word = buffer_make(stand->arena);
	uint8_t points[HYPHEN_WORD];

	for (size_t i = 0; i < 300; i++) {
		buffer_string(&word, "ab");
		hyphenator_points(hyphenator, buffer_text(&word), points);
	}
	hyphenator_close(hyphenator);
}

static void
hyphenator_reads_patterns_in_old_charsets(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator;
	uint8_t points[HYPHEN_WORD];

	hyphenator_close(hyphenator_of(stand, &job));
	/* A hyphen between two letters of Cyrillic. */
	files_hold(job.files, TEXT("patterns/hyph_ru_RU.dic"),
		TEXT("KOI8-R\n\xcf"
		     "1\xd2\n"));
	hyphenator = hyphenator_open(&job, TEXT("ru"));
	assert_int_equal(hyphenator_points(hyphenator,
				 TEXT("\u0433\u043e\u0440\u043e\u0434\u0430"), points),
		1);
	assert_int_equal(points[0], 4);
	hyphenator_close(hyphenator);
	files_hold(job.files, TEXT("patterns/hyph_xx.dic"), TEXT("NO-SUCH\na1b\n"));
	assert_null(hyphenator_open(&job, TEXT("xx")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(hyphenator_finds_nothing_without_patterns),
		STAND_TEST(hyphenator_counts_bytes_past_letters_of_two),
		STAND_TEST(hyphenator_steps_over_marks_at_the_ends),
		STAND_TEST(hyphenator_leaves_names_of_other_kinds_whole),
		STAND_TEST(hyphenator_takes_a_word_of_any_length),
		STAND_TEST(hyphenator_reads_patterns_in_old_charsets),
	};

	return cmocka_run_group_tests_name("hyphen", tests, NULL, NULL);
}
