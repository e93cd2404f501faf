#include "model/sourcemap.h"
#include "stand.h"

static struct place
place(const char *file, uint32_t line, uint32_t column, uint32_t end)
{
	return (struct place){ text_of(file), line, column, end };
}

static struct text
printed(struct arena *arena, const char *prose, const struct sourcemap *map)
{
	struct buffer buffer = buffer_make(arena);

	buffer_string(&buffer, prose);
	sourcemap_print(map, &buffer);
	return buffer_text(&buffer);
}

static void
sourcemap_knows_nothing_before_its_first_entry(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct place from;

	assert_int_equal(sourcemap_find(map, 1, 1, &from), SOURCE_NONE);
	sourcemap_add(map, 2, 5, SOURCE_RUNNING, place("a.md", 1, 1, 0));
	assert_int_equal(sourcemap_find(map, 2, 4, &from), SOURCE_NONE);
	assert_int_equal(sourcemap_find(map, 2, 5, &from), SOURCE_RUNNING);
}

static void
sourcemap_lets_running_text_advance(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct place from;

	sourcemap_add(map, 2, 5, SOURCE_RUNNING, place("a.md", 10, 3, 0));
	assert_int_equal(sourcemap_find(map, 2, 9, &from), SOURCE_RUNNING);
	assert_int_equal(from.line, 10);
	assert_int_equal(from.column, 7);
	assert_int_equal(sourcemap_find(map, 4, 2, &from), SOURCE_RUNNING);
	assert_int_equal(from.line, 12);
	assert_int_equal(from.column, 2);
}

static void
sourcemap_holds_fixed_text_at_its_value(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct place from;

	sourcemap_add(map, 1, 1, SOURCE_FIXED, place("a.yaml", 12, 14, 30));
	assert_int_equal(sourcemap_find(map, 1, 9, &from), SOURCE_FIXED);
	assert_int_equal(from.column, 14);
	assert_int_equal(from.end, 30);
}

static void
sourcemap_adds_only_what_is_new(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);

	sourcemap_add(map, 1, 1, SOURCE_RUNNING, place("a.md", 3, 1, 0));
	sourcemap_add(map, 2, 1, SOURCE_RUNNING, place("a.md", 4, 1, 0));
	assert_int_equal(map->count, 1);
	sourcemap_add(map, 3, 1, SOURCE_RUNNING, place("a.md", 6, 1, 0));
	assert_int_equal(map->count, 2);
	sourcemap_add(map, 3, 1, SOURCE_FIXED, place("b.yaml", 6, 1, 0));
	assert_int_equal(map->count, 2);
	assert_int_equal(map->items[1].source, SOURCE_FIXED);
}

static void
sourcemap_comes_back_from_its_text(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct text text, prose;

	sourcemap_add(map, 1, 1, SOURCE_RUNNING, place("two words.md", 3, 1, 0));
	sourcemap_add(map, 1, 4, SOURCE_FIXED, place("a.yaml", 12, 14, 30));
	sourcemap_add(map, 1, 9, SOURCE_NONE, place("", 0, 0, 0));
	text = printed(stand->arena, "Prose.\n", map);
	map = sourcemap_parse(stand->arena, text, &prose);
	assert_non_null(map);
	assert_text(prose, "Prose.\n");
	assert_int_equal(map->count, 3);
	assert_text(map->items[0].from.file, "two words.md");
	assert_int_equal(map->items[1].source, SOURCE_FIXED);
	assert_int_equal(map->items[1].from.end, 30);
	assert_int_equal(map->items[2].source, SOURCE_NONE);
	assert_true(text_equal(text, printed(stand->arena, "Prose.\n", map)));
}

static void
sourcemap_is_not_believed_after_an_edit(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct text text, prose;
	char *edited;

	sourcemap_add(map, 1, 1, SOURCE_RUNNING, place("a.md", 3, 1, 0));
	text = printed(stand->arena, "Prose.\n", map);
	edited = text_string(stand->arena, text);
	edited[0] = 'p';
	assert_null(sourcemap_parse(stand->arena, text_of(edited), &prose));
	assert_int_equal(prose.size, text.size);
	assert_null(sourcemap_parse(
		stand->arena, text_slice(text, 0, text.size - 1), &prose));
	assert_null(sourcemap_parse(stand->arena, TEXT("Prose.\n"), &prose));
}

static void
sourcemap_leaves_out_names_that_would_end_it(void **state)
{
	struct stand *stand = *state;
	struct sourcemap *map = sourcemap_make(stand->arena);
	struct text prose;

	sourcemap_add(map, 1, 1, SOURCE_FIXED, place("a?>.md", 3, 1, 0));
	sourcemap_add(map, 2, 1, SOURCE_RUNNING, place("a\nb.md", 3, 1, 0));
	map = sourcemap_parse(stand->arena, printed(stand->arena, "x\n", map), &prose);
	assert_non_null(map);
	assert_text(prose, "x\n");
	assert_int_equal(map->count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(sourcemap_knows_nothing_before_its_first_entry),
		STAND_TEST(sourcemap_lets_running_text_advance),
		STAND_TEST(sourcemap_holds_fixed_text_at_its_value),
		STAND_TEST(sourcemap_adds_only_what_is_new),
		STAND_TEST(sourcemap_comes_back_from_its_text),
		STAND_TEST(sourcemap_is_not_believed_after_an_edit),
		STAND_TEST(sourcemap_leaves_out_names_that_would_end_it),
	};

	return cmocka_run_group_tests_name("sourcemap", tests, NULL, NULL);
}
