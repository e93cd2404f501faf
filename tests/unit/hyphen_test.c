#include "layout/inline/hyphen.h"

#include <string.h>

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
	uint8_t points[HYPHEN_WORD];

	hyphenator_of(stand, &job);
	assert_null(hyphenator_open(&job, TEXT("km")));
	assert_int_equal(hyphenator_points(NULL, TEXT("habitable"), points), 0);
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
}

static void
hyphenator_reads_patterns_in_old_charsets(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator;
	uint8_t points[HYPHEN_WORD];

	hyphenator_of(stand, &job);
	/* A hyphen between two letters of Cyrillic. */
	files_hold(job.files, TEXT("patterns/hyph_ru_RU.dic"),
		TEXT("KOI8-R\n\xcf"
		     "1\xd2\n"));
	hyphenator = hyphenator_open(&job, TEXT("ru"));
	assert_int_equal(hyphenator_points(hyphenator,
				 TEXT("\u0433\u043e\u0440\u043e\u0434\u0430"), points),
		1);
	assert_int_equal(points[0], 4);
	files_hold(job.files, TEXT("patterns/hyph_xx.dic"), TEXT("NO-SUCH\na1b\n"));
	assert_null(hyphenator_open(&job, TEXT("xx")));
}

/* Divides as "old" says, where a hyphen stands at each point. */
static void
points_expect(struct hyphenator *hyphenator, const char *expected)
{
	uint8_t points[HYPHEN_WORD];
	char word[HYPHEN_WORD], divided[HYPHEN_WORD];
	size_t size = 0, count, from = 0, end = 0;

	for (const char *at = expected; *at; at++)
		if (*at != '-')
			word[size++] = *at;
	count = hyphenator_points(hyphenator, (struct text){ word, size }, points);
	for (size_t i = 0; i < count; from = points[i++]) {
		memcpy(divided + end, word + from, points[i] - from);
		end += points[i] - from;
		divided[end++] = '-';
	}
	memcpy(divided + end, word + from, size - from);
	divided[end + size - from] = '\0';
	assert_string_equal(divided, expected);
}

static struct hyphenator *
hyphenator_with(struct stand *stand, struct job *job, const char *lines)
{
	hyphenator_of(stand, job);
	files_hold(job->files, TEXT("patterns/hyph_xx.dic"), text_of(lines));
	return hyphenator_open(job, TEXT("xx"));
}

/* Also where a longer pattern ends at the same letter, or begins there and goes on. */
static void
hyphenator_lets_the_highest_digit_count(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_with(
		stand, &job, "UTF-8\na1b\naa2b\nda3ab\nb1c\nxab1cdef\n.ef1g\ngh1i.\n");

	points_expect(hyphenator, "ooa-booo");
	points_expect(hyphenator, "ooaabooo");
	points_expect(hyphenator, "ooda-abooo");
	points_expect(hyphenator, "oxa-b-cdoo");
	points_expect(hyphenator, "ef-gefghi");
	points_expect(hyphenator, "ooghighioo");
}

static void
hyphenator_keeps_letters_together_at_the_ends(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_with(
		stand, &job, "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\n% a1c\na1b\n");

	points_expect(hyphenator, "aba-babab");
	points_expect(hyphenator, "\u00f6aba-b\u00f6bo");
	points_expect(hyphenator, "acacacac");
}

/* The parts of a compound are divided as words of their own. */
static void
hyphenator_divides_compounds_first(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_with(stand, &job,
		"UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 3\n"
		"haus1tor\ntor1weg\nNEXTLEVEL\n.t1or\nh1a\ne1g\no1e\ns1t2\n"
		"a1u\n");

	points_expect(hyphenator, "haus-tor-we-goem");
	points_expect(hyphenator, "ooh-a-uss-toroem");
}

static void
hyphenator_leaves_letters_as_they_are(void **state)
{
	struct stand *stand = *state;
	struct job job;
	struct hyphenator *hyphenator = hyphenator_with(stand, &job,
		"UTF-8\nc1k\nuc1ker/k=k,2,2\nk1e\n"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1b"
		"\n");

	points_expect(hyphenator, "zuck-ern");
	points_expect(hyphenator, "zoc-k-ern");
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
		STAND_TEST(hyphenator_lets_the_highest_digit_count),
		STAND_TEST(hyphenator_keeps_letters_together_at_the_ends),
		STAND_TEST(hyphenator_divides_compounds_first),
		STAND_TEST(hyphenator_leaves_letters_as_they_are),
	};

	return cmocka_run_group_tests_name("hyphen", tests, NULL, NULL);
}
