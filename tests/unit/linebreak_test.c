#include "layout/inline/linebreak.h"

#include "stand.h"

enum { WORD = 30 * LENGTH_POINT, SPACE = 3 * LENGTH_POINT };

static const struct atom word = { .kind = ATOM_BOX, .width = WORD };
static const struct atom space = {
	.kind = ATOM_GLUE, .width = SPACE, .stretch = SPACE / 2, .shrink = SPACE / 3
};
static const struct atom hyphen = {
	.kind = ATOM_PENALTY, .penalty = 50, .flagged = true, .width = SPACE
};
static const struct atom forced = { .kind = ATOM_PENALTY, .penalty = PENALTY_ALWAYS };

static struct measure
measure_of(length points)
{
	return (struct measure){ .width = points * LENGTH_POINT,
		.tolerance = 400,
		.emergency = 20 * LENGTH_POINT };
}

/* `count` words with spaces between. */
static struct atom *
words_make(struct arena *arena, size_t count)
{
	struct atom *atoms = arena_array(arena, struct atom, count * 2);

	for (size_t i = 0; i < count; i++) {
		atoms[2 * i] = word;
		atoms[2 * i + 1] = space;
	}
	return atoms;
}

static void
linebreak_gives_one_line_for_nothing(void **state)
{
	struct stand *stand = *state;
	const struct measure measure = measure_of(100);
	size_t count;
	const struct line_break *breaks =
		linebreak_fit(stand->arena, NULL, 0, &measure, &count);

	assert_int_equal(count, 1);
	assert_int_equal(breaks[0].atom, 0);
}

static void
linebreak_fills_lines_with_what_fits(void **state)
{
	struct stand *stand = *state;
	const struct atom *atoms = words_make(stand->arena, 9);
	/* Three words and two spaces are 96 pt. */
	const struct measure measure = measure_of(96);
	size_t count;
	const struct line_break *breaks =
		linebreak_fit(stand->arena, atoms, 17, &measure, &count);

	assert_int_equal(count, 3);
	assert_int_equal(breaks[0].atom, 5);
	assert_int_equal(breaks[1].atom, 11);
	assert_int_equal(breaks[2].atom, 17);
	assert_false(breaks[0].overfull);
}

/* First fit would set three words on the first line and leave one alone on the
 * second; total fit gives one of them away. */
static void
linebreak_looks_ahead(void **state)
{
	struct stand *stand = *state;
	struct atom *atoms = words_make(stand->arena, 6);
	struct measure measure = measure_of(99);
	size_t count;
	const struct line_break *breaks;

	atoms[6].width = 50 * LENGTH_POINT;
	atoms[8].width = 60 * LENGTH_POINT;
	measure.ragged = 60 * LENGTH_POINT;
	breaks = linebreak_fit(stand->arena, atoms, 11, &measure, &count);
	assert_int_equal(count, 3);
	assert_int_equal(breaks[0].atom, 3);
	assert_int_equal(breaks[1].atom, 7);
}

static void
linebreak_breaks_where_it_must(void **state)
{
	struct stand *stand = *state;
	const struct atom atoms[] = { word, forced, word };
	const struct measure measure = measure_of(200);
	size_t count;
	const struct line_break *breaks =
		linebreak_fit(stand->arena, atoms, 3, &measure, &count);

	assert_int_equal(count, 2);
	assert_int_equal(breaks[0].atom, 1);
	assert_int_equal(breaks[1].atom, 3);
}

static void
linebreak_keeps_an_empty_line_between_two_forced_breaks(void **state)
{
	struct stand *stand = *state;
	const struct atom atoms[] = { word, forced, forced, word };
	const struct measure measure = measure_of(200);
	size_t count;

	linebreak_fit(stand->arena, atoms, 4, &measure, &count);
	assert_int_equal(count, 3);
}

static void
linebreak_takes_a_hyphen_only_when_it_must(void **state)
{
	struct stand *stand = *state;
	/* A word in two halves at the end of the line. */
	struct atom atoms[] = { word, space, word, space, word, hyphen, word, space,
		word };
	struct measure measure = measure_of(63);
	size_t count;
	const struct line_break *breaks =
		linebreak_fit(stand->arena, atoms, 9, &measure, &count);

	assert_int_equal(breaks[0].atom, 3);
	assert_int_equal(breaks[1].atom, 7);
	measure = measure_of(99);
	breaks = linebreak_fit(stand->arena, atoms, 9, &measure, &count);
	assert_int_equal(breaks[0].atom, 5);
	assert_false(breaks[0].overfull);
}

static void
linebreak_marks_what_nothing_can_save(void **state)
{
	struct stand *stand = *state;
	struct atom atoms[] = { word, space, word, space, word };
	const struct measure measure = measure_of(40);
	size_t count;
	const struct line_break *breaks;

	atoms[2].width = 80 * LENGTH_POINT;
	breaks = linebreak_fit(stand->arena, atoms, 5, &measure, &count);
	assert_int_equal(count, 3);
	assert_false(breaks[0].overfull);
	assert_true(breaks[1].overfull);
	assert_false(breaks[2].overfull);
}

static void
linebreak_pulls_up_a_runt(void **state)
{
	struct stand *stand = *state;
	struct atom *atoms = words_make(stand->arena, 7);
	struct measure measure = measure_of(102);
	size_t count;
	const struct line_break *breaks;

	/* Two full lines would leave "a" alone on the third. */
	atoms[12].width = 5 * LENGTH_POINT;
	measure.ragged = 60 * LENGTH_POINT;
	breaks = linebreak_fit(stand->arena, atoms, 13, &measure, &count);
	assert_int_equal(count, 3);
	assert_true(breaks[1].atom < 11);
}

static void
linebreak_makes_the_first_line_shorter_by_its_indent(void **state)
{
	struct stand *stand = *state;
	const struct atom *atoms = words_make(stand->arena, 5);
	struct measure measure = measure_of(96);
	size_t count;
	const struct line_break *breaks;

	measure.first_indent = 33 * LENGTH_POINT;
	breaks = linebreak_fit(stand->arena, atoms, 9, &measure, &count);
	assert_int_equal(breaks[0].atom, 3);
}

static void
linebreak_makes_more_or_fewer_lines_when_it_can(void **state)
{
	struct stand *stand = *state;
	struct atom *atoms = words_make(stand->arena, 40);
	struct measure measure = measure_of(300);
	size_t count;

	for (size_t i = 1; i < 80; i += 2)
		atoms[i] = (struct atom){ ATOM_GLUE, .width = SPACE,
			.stretch = 4 * SPACE, .shrink = SPACE };
	linebreak_fit(stand->arena, atoms, 79, &measure, &count);
	assert_int_equal(count, 5);
	measure.looseness = 1;
	linebreak_fit(stand->arena, atoms, 79, &measure, &count);
	assert_int_equal(count, 6);
	measure.looseness = -1;
	linebreak_fit(stand->arena, atoms, 79, &measure, &count);
	assert_int_equal(count, 4);
	measure.looseness = 20;
	linebreak_fit(stand->arena, atoms, 79, &measure, &count);
	assert_int_equal(count, 6);
}

static void
linebreak_lets_ends_stand_out_as_far_as_they_may(void **state)
{
	struct stand *stand = *state;
	struct atom *atoms = words_make(stand->arena, 6);
	const struct measure measure = measure_of(94);
	size_t count;
	const struct line_break *breaks;

	atoms[4].trail = 2 * LENGTH_POINT;
	atoms[10].trail = 2 * LENGTH_POINT;
	for (size_t i = 1; i < 12; i += 2)
		atoms[i].shrink = 0;
	breaks = linebreak_fit(stand->arena, atoms, 11, &measure, &count);
	assert_int_equal(count, 2);
	assert_int_equal(breaks[0].atom, 5);
	assert_false(breaks[0].overfull);
}

static void
linebreak_badness_is_tex_s(void **state)
{
	(void)state;
	assert_int_equal(linebreak_badness(0, 10), 0);
	assert_int_equal(linebreak_badness(10, 0), 10000);
	assert_int_equal(linebreak_badness(10, 10), 100);
	assert_int_equal(linebreak_badness(5, 10), 12);
	assert_int_equal(linebreak_badness(20, 10), 800);
	assert_int_equal(linebreak_badness(1000, 10), 10000);
}

/* Every break is legal and they rise, whatever the widths. */
static void
linebreak_comes_to_the_end_for_any_widths(void **state)
{
	struct stand *stand = *state;
	uint32_t seed = 1;

	for (int round = 0; round < 300; round++) {
		size_t words = 1 + (size_t)round % 40, count, last = 0;
		struct atom *atoms = words_make(stand->arena, words);
		struct measure measure = measure_of(20 + round % 90);
		const struct line_break *breaks;

		for (size_t i = 0; i < words; i++) {
			seed = seed * 1664525 + 1013904223;
			atoms[2 * i].width = (length)(seed >> 16) % (60 * LENGTH_POINT);
		}
		measure.ragged = round % 2 ? 40 * LENGTH_POINT : 0;
		breaks = linebreak_fit(
			stand->arena, atoms, words * 2 - 1, &measure, &count);
		assert_true(count > 0);
		for (size_t i = 0; i < count; i++) {
			assert_true(breaks[i].atom > last);
			last = breaks[i].atom;
		}
		assert_int_equal(last, words * 2 - 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(linebreak_gives_one_line_for_nothing),
		STAND_TEST(linebreak_fills_lines_with_what_fits),
		STAND_TEST(linebreak_looks_ahead),
		STAND_TEST(linebreak_breaks_where_it_must),
		STAND_TEST(linebreak_keeps_an_empty_line_between_two_forced_breaks),
		STAND_TEST(linebreak_takes_a_hyphen_only_when_it_must),
		STAND_TEST(linebreak_marks_what_nothing_can_save),
		STAND_TEST(linebreak_pulls_up_a_runt),
		STAND_TEST(linebreak_makes_the_first_line_shorter_by_its_indent),
		STAND_TEST(linebreak_makes_more_or_fewer_lines_when_it_can),
		STAND_TEST(linebreak_lets_ends_stand_out_as_far_as_they_may),
		STAND_TEST(linebreak_badness_is_tex_s),
		STAND_TEST(linebreak_comes_to_the_end_for_any_widths),
	};

	return cmocka_run_group_tests_name("linebreak", tests, NULL, NULL);
}
