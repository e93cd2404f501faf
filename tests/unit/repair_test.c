#include "base/lines.h"
#include "model/records.h"
#include "read/bounds.h"
#include "read/yaml.h"
#include "stand.h"

/* The root element of a file of records that cannot be read as it is. */
static struct _xmlNode *
repaired(struct stand *stand, struct text bytes)
{
	struct records *records = records_make(stand->arena, TEXT(""));
	struct _xmlNode *file = records_add_file(records, TEXT("x.yaml"));
	struct yaml *yaml = yaml_make(stand->arena, records, stand->diags);
	struct lines lines = lines_make(stand->arena, bytes);

	assert_false(yaml_convert(yaml, file, TEXT("x.yaml"), &lines, NULL));
	return records_first(file);
}

/* An entry of the list x, from 1. */
static struct _xmlNode *
entry(struct _xmlNode *root, int number)
{
	struct _xmlNode *item = records_first(records_child(root, "x"));

	while (--number)
		item = records_next(item);
	return item;
}

static void
blames(struct stand *stand, size_t index, enum diag_code code, uint32_t line)
{
	assert_true(index < stand->diags->count);
	assert_int_equal(stand->diags->items[index].code, code);
	assert_int_equal(stand->diags->items[index].at.line, line);
}

static void
repair_reads_the_records_after_a_mistake(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(stand,
		TEXT("schema: plgs-style/1\nx:\n  - a: b: c\n    d: e\n  - a: @f\n"
		     "    d:g\n  - h: i\ny: z\n"));

	assert_int_equal(stand->diags->count, 3);
	blames(stand, 0, DIAG_R203, 3);
	blames(stand, 1, DIAG_R206, 5);
	blames(stand, 2, DIAG_R204, 6);
	assert_text(records_value(records_child(entry(root, 1), "a")), "b: c");
	assert_text(records_value(records_child(entry(root, 2), "a")), "@f");
	assert_text(records_value(records_child(entry(root, 2), "d")), "g");
	assert_text(records_value(records_child(entry(root, 3), "h")), "i");
	assert_text(records_value(records_child(root, "y")), "z");
}

static void
repair_keeps_the_places_that_were_typed(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root =
		repaired(stand, TEXT("schema: plgs-style/1\nx: [a, b\nc:d\n"));
	const struct origin *origin = records_origin(entry(root, 2));

	assert_int_equal(origin->value.line, 2);
	assert_int_equal(origin->value.column, 8);
	assert_int_equal(origin->value.end, 9);
	origin = records_origin(records_child(root, "c"));
	assert_int_equal(origin->value.column, 3);
	assert_int_equal(origin->value.end, 4);
}

static void
repair_finds_what_one_mistake_hid(void **state)
{
	struct stand *stand = *state;

	repaired(stand, TEXT("schema: plgs-style/1\nx: \"a\nb: c\nb: d\n"));
	assert_int_equal(stand->diags->count, 2);
	blames(stand, 0, DIAG_R201, 2);
	blames(stand, 1, DIAG_R305, 4);
}

static void
repair_gives_up_one_record_and_reads_the_next(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(stand,
		TEXT("schema: plgs-style/1\nx:\n- a: [{\n  }]: b\n  ? ]\n- c: d\n"));
	struct _xmlNode *lost = entry(root, 1);

	assert_int_equal(records_origin(lost)->shape, SHAPE_LOST);
	assert_int_equal(records_origin(lost)->value.line, 3);
	assert_text(records_value(records_child(entry(root, 2), "c")), "d");
	assert_false(records_lacks(root));
}

static void
repair_says_where_a_key_may_have_been_lost(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(
		stand, TEXT("schema: plgs-style/1\nx:\n- a: b\n  no key\n  c: d\n"));

	assert_true(records_lacks(entry(root, 1)));
	assert_text(records_value(records_child(entry(root, 1), "a")), "b");
	assert_text(records_value(records_child(entry(root, 1), "c")), "d");
}

static void
repair_loses_a_text_and_the_keys_below_it(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(stand,
		TEXT("schema: plgs-style/1\nx:\n- a: text\n    b: c\n\n    d: e\n"
		     "  f: g\n"));

	assert_int_equal(stand->diags->count, 1);
	blames(stand, 0, DIAG_R205, 4);
	assert_int_equal(
		records_origin(records_child(entry(root, 1), "a"))->shape, SHAPE_LOST);
	assert_true(records_lacks(entry(root, 1)));
	assert_text(records_value(records_child(entry(root, 1), "f")), "g");
}

/* So many records with a mistake in each. */
static struct text
mistaken(struct stand *stand, int count)
{
	struct buffer bytes = buffer_make(stand->arena);

	buffer_string(&bytes, "schema: plgs-style/1\nx:\n");
	for (int i = 0; i < count; i++)
		buffer_string(&bytes, "- a: @b\n  c: d\n");
	return buffer_text(&bytes);
}

static void
repair_mends_as_many_mistakes_as_may_be(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(stand, mistaken(stand, BOUND_MISTAKES));

	assert_int_equal(stand->diags->count, BOUND_MISTAKES);
	assert_text(
		records_value(records_child(entry(root, BOUND_MISTAKES), "a")), "@b");
}

static void
repair_says_that_there_are_more(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = repaired(stand, mistaken(stand, BOUND_MISTAKES + 1));
	struct _xmlNode *last = entry(root, BOUND_MISTAKES + 1);

	assert_int_equal(stand->diags->count, BOUND_MISTAKES + 1);
	blames(stand, BOUND_MISTAKES, DIAG_R313, 3 + 2 * BOUND_MISTAKES);
	assert_int_equal(records_origin(last)->shape, SHAPE_LOST);
}

static void
repair_hides_a_mend_that_does_not_help(void **state)
{
	struct stand *stand = *state;
	struct buffer bytes = buffer_make(stand->arena);
	struct _xmlNode *root;

	buffer_string(&bytes, "schema: plgs-style/1\nx: @");
	buffer_fill(&bytes, 'a', BOUND_LINE_BYTES + 1);
	root = repaired(stand, buffer_text(&bytes));
	assert_diag(stand, DIAG_R206);
	assert_null(stand->diags->items[0].fix);
	assert_int_equal(records_origin(records_child(root, "x"))->shape, SHAPE_LOST);
	assert_text(stand->diags->items[0].help,
		"compare the line with those beside it; a text with : # [ ] { } or "
		"quotes in it belongs in quotes");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(repair_reads_the_records_after_a_mistake),
		STAND_TEST(repair_keeps_the_places_that_were_typed),
		STAND_TEST(repair_finds_what_one_mistake_hid),
		STAND_TEST(repair_gives_up_one_record_and_reads_the_next),
		STAND_TEST(repair_says_where_a_key_may_have_been_lost),
		STAND_TEST(repair_loses_a_text_and_the_keys_below_it),
		STAND_TEST(repair_mends_as_many_mistakes_as_may_be),
		STAND_TEST(repair_says_that_there_are_more),
		STAND_TEST(repair_hides_a_mend_that_does_not_help),
	};

	return cmocka_run_group_tests_name("repair", tests, NULL, NULL);
}
