#include "base/lines.h"
#include "model/records.h"
#include "read/yaml.h"
#include "stand.h"

/* The root element of a file with these bytes. */
static struct _xmlNode *
converted(struct stand *stand, struct text bytes, bool whole)
{
	struct records *records = records_make(stand->arena, TEXT(""));
	struct _xmlNode *file = records_add_file(records, TEXT("x.yaml"));
	struct yaml *yaml = yaml_make(stand->arena, records, stand->diags);

	struct lines lines = lines_make(stand->arena, bytes);

	assert_int_equal(yaml_convert(yaml, file, TEXT("x.yaml"), &lines, NULL), whole);
	return records_first(file);
}

static void
yaml_names_the_root_after_the_schema(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root =
		converted(stand, TEXT("schema: 'plgs-style/1'\n"), true);

	assert_text(records_value(records_child(root, "schema")), "plgs-style/1");
	assert_ptr_equal(records_child(root, "schema"), records_first(root));
}

static void
yaml_places_an_item_at_its_dash(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = converted(
		stand, TEXT("schema: plgs-style/1\nlist:\n  -  text\n  - [x]\n"), true);
	struct _xmlNode *item = records_first(records_child(root, "list"));
	const struct origin *origin = records_origin(item);

	assert_int_equal(origin->key.line, 3);
	assert_int_equal(origin->key.column, 3);
	assert_int_equal(origin->value.column, 6);
	assert_int_equal(origin->value.end, 10);
	origin = records_origin(records_first(records_next(item)));
	assert_int_equal(origin->key.column, 6);
	assert_int_equal(origin->value.column, 6);
}

static void
yaml_trims_a_block_text_to_its_first_line(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = converted(stand,
		TEXT("schema: plgs-style/1\nnote: |\n  one\n  two\n\n\nx: y\n"), true);
	struct _xmlNode *note = records_child(root, "note");

	assert_text(records_value(note), "one\ntwo");
	assert_int_equal(records_origin(note)->value.line, 2);
	assert_int_equal(records_origin(note)->value.column, 7);
	assert_int_equal(records_origin(note)->value.end, 8);
}

static void
yaml_goes_on_after_a_fault_in_the_structure(void **state)
{
	struct stand *stand = *state;

	converted(stand,
		TEXT("schema: plgs-style/1\na: *b\na: c\nd e: f\ng: \"\\u0000\"\n"),
		false);
	assert_int_equal(stand->diags->errors, 4);
}

static void
yaml_leaves_what_it_read_before_a_syntax_error(void **state)
{
	struct stand *stand = *state;
	struct _xmlNode *root = converted(
		stand, TEXT("schema: plgs-report/1\nstyle: a.yaml\nx: @y\n"), false);

	assert_diag(stand, DIAG_R206);
	assert_text(records_value(records_child(root, "style")), "a.yaml");
}

static void
yaml_gives_up_after_a_hundred_faults(void **state)
{
	struct stand *stand = *state;
	struct buffer bytes = buffer_make(stand->arena);

	buffer_string(&bytes, "schema: plgs-style/1\n");
	for (int i = 0; i < 1000; i++)
		buffer_string(&bytes, "same: x\n");
	converted(stand, buffer_text(&bytes), false);
	assert_int_equal(stand->diags->errors, 101);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(yaml_names_the_root_after_the_schema),
		STAND_TEST(yaml_places_an_item_at_its_dash),
		STAND_TEST(yaml_trims_a_block_text_to_its_first_line),
		STAND_TEST(yaml_goes_on_after_a_fault_in_the_structure),
		STAND_TEST(yaml_leaves_what_it_read_before_a_syntax_error),
		STAND_TEST(yaml_gives_up_after_a_hundred_faults),
	};

	return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
