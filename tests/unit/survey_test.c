#include "read/survey.h"

#include "stand.h"

/* What a survey finds, as "1-5 +6-9 10-12": the lines of the head and, with a plus,
 * those of the entries. */
static struct text
found(struct stand *stand, const char *text, size_t least, size_t block)
{
	struct surveying *surveying = survey_start(stand->arena, least);
	struct buffer told = buffer_make(stand->arena);
	struct text bytes = text_of(text), rest = TEXT("");
	struct survey survey;
	size_t at = 0, item = 0;

	while (at + rest.size < bytes.size || rest.size == 0) {
		size_t end = at + rest.size + block;

		rest = survey_add(surveying,
			text_slice(bytes, at, end < bytes.size ? end : bytes.size));
		at = end < bytes.size ? end - rest.size : bytes.size - rest.size;
		if (end >= bytes.size)
			break;
	}
	survey = survey_end(surveying, rest);
	for (size_t i = 0; i < survey.head_count; i++) {
		const struct slab *slab = &survey.head[i];

		buffer_format(&told, "%s%u-%u", told.size ? " " : "",
			(unsigned)slab->line, (unsigned)slab->last);
		for (; item < survey.item_count &&
			(i + 1 == survey.head_count ||
				survey.items[item].from < survey.head[i + 1].from);
			item++)
			buffer_format(&told, " +%u-%u",
				(unsigned)survey.items[item].line,
				(unsigned)survey.items[item].last);
	}
	return buffer_text(&told);
}

static const char submission[] = "schema: plgs-submission/1\n" /* 1 */
				 "country: AZ\n"
				 "milestones:\n"
				 "  - id: a\n"
				 "    kind: x\n" /* 5 */
				 "  - id: b\n"
				 "    note: |\n"
				 "      - no entry\n"
				 "  # of the next\n"
				 "  - id: c\n" /* 10 */
				 "\n"
				 "  - id: d\n"
				 "contact: x\n";

static void
survey_leaves_the_first_entry_with_the_head(void **state)
{
	assert_text(found(*state, submission, 1, 1000), "1-5 +6-8 +9-10 +11-12 13-13");
}

static void
survey_joins_entries_up_to_a_size(void **state)
{
	assert_text(found(*state, submission, 30, 1000), "1-5 +6-8 +9-12 13-13");
	assert_text(found(*state, submission, 1000, 1000), "1-5 +6-12 13-13");
}

static void
survey_does_not_depend_on_the_blocks(void **state)
{
	for (size_t block = 1; block < 40; block++)
		assert_text(found(*state, submission, 1, block),
			"1-5 +6-8 +9-10 +11-12 13-13");
}

static void
survey_takes_lists_at_the_first_column(void **state)
{
	assert_text(found(*state, "a: 1\nb:\n- x\n- y\n- z", 1, 1000), "1-3 +4-4 +5-5");
}

static void
survey_finds_each_list(void **state)
{
	assert_text(found(*state, "a:\n - x\n - y\nb: # two\n - z\n - w\n", 1, 1000),
		"1-2 +3-3 4-5 +6-6");
}

static void
survey_goes_on_after_a_tab(void **state)
{
	assert_text(found(*state, "a:\n - x: 1\n\ty: 2\n - z\n\tw: 3\n - v\n", 1, 1000),
		"1-3 +4-5 +6-6");
}

static void
survey_takes_nothing_else_for_a_list(void **state)
{
	assert_text(found(*state, "a: [x,\n - y]\nb: |\n - z\n - w\n", 1, 1000), "1-5");
	assert_text(found(*state, "a:\n  b:\n    - z\n    - w\n", 1, 1000), "1-4");
	assert_text(found(*state, "", 1, 1000), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(survey_leaves_the_first_entry_with_the_head),
		STAND_TEST(survey_joins_entries_up_to_a_size),
		STAND_TEST(survey_does_not_depend_on_the_blocks),
		STAND_TEST(survey_takes_lists_at_the_first_column),
		STAND_TEST(survey_finds_each_list),
		STAND_TEST(survey_goes_on_after_a_tab),
		STAND_TEST(survey_takes_nothing_else_for_a_list),
	};

	return cmocka_run_group_tests_name("survey", tests, NULL, NULL);
}
