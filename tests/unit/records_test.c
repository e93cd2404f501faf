#include "model/records.h"

#include <string.h>

#include "stand.h"

static struct records *
parsed(struct stand *stand, const char *xml)
{
	struct records *records = NULL;

	if (!records_parse(
		    stand->arena, stand->diags, TEXT("stdin"), text_of(xml), &records))
		fail_msg("refused: %.*s", TEXT_ARG(stand->diags->items[0].says));
	return records;
}

static struct text
printed(struct stand *stand, const struct records *records)
{
	struct buffer buffer = buffer_make(stand->arena);

	records_print(records, &buffer);
	return buffer_text(&buffer);
}

/* <records><file path="a.yaml"><submission><title>…, with places. */
static struct records *
sample(struct stand *stand, const char *title)
{
	struct records *records = records_make(stand->arena, TEXT("reports/a & b"));
	struct _xmlNode *file = records_add_file(records, TEXT("a<b>.yaml")), *root;
	struct origin origin = { .value = { TEXT("a<b>.yaml"), 1, 1, 0 },
		.shape = SHAPE_MAP };

	root = records_add(records, file, TEXT("submission"), TEXT(""), &origin);
	origin = (struct origin){ { TEXT("a<b>.yaml"), 2, 1, 6 },
		{ TEXT("a<b>.yaml"), 2, 8, 20 }, SHAPE_SCALAR };
	records_add(records, root, TEXT("title"), text_of(title), &origin);
	return records;
}

static void
records_print_in_the_text_form(void **state)
{
	struct stand *stand = *state;

	assert_text(printed(stand, sample(stand, "A \"title\" & <more>")),
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<records report=\"reports/a &amp; b\">\n"
		" <file path=\"a&lt;b&gt;.yaml\">\n"
		"  <submission><?at - 1:1 map?>\n"
		"   <title><?at 2:1-6 2:8-20 scalar?>A &quot;title&quot; &amp; "
		"&lt;more&gt;</title>\n"
		"  </submission>\n"
		" </file>\n"
		"</records>\n");
}

static void
records_read_back_what_they_print(void **state)
{
	static const char *const values[] = { "", " ", "\n", "a\nb\n", "  a\tb  ",
		"a\r\nb", "]]>", "<!-- no -->", "<?at 1:1 2:2 map?>", "&amp;",
		"\xc3\xa9\xf0\x9f\x98\x80", "\xe1\x9e\x80\xe1\x9f\x92\xe1\x9e\x81",
		"'\"" };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct text once = printed(stand, sample(stand, values[i]));
		struct records *back = parsed(stand, text_string(stand->arena, once));
		const struct _xmlNode *root = records_root(back, "submission");

		assert_text(records_value(records_child(root, "title")), values[i]);
		assert_true(text_equal(printed(stand, back), once));
	}
}

static void
records_keep_places_through_the_text_form(void **state)
{
	struct stand *stand = *state;
	struct text once = printed(stand, sample(stand, "x"));
	const struct records *back = parsed(stand, text_string(stand->arena, once));
	const struct _xmlNode *root = records_root(back, "submission");
	const struct origin *origin = records_origin(records_child(root, "title"));

	assert_text(origin->key.file, "a<b>.yaml");
	assert_int_equal(origin->key.line, 2);
	assert_int_equal(origin->key.end, 6);
	assert_int_equal(origin->value.column, 8);
	assert_int_equal(origin->value.end, 20);
	assert_int_equal(origin->shape, SHAPE_SCALAR);
	assert_int_equal(records_origin(root)->shape, SHAPE_MAP);
	assert_int_equal(records_origin(root)->key.line, 0);
	assert_text(records_path(root), "a<b>.yaml");
	assert_text(back->report, "reports/a & b");
}

static void
records_of_other_tools_need_no_places(void **state)
{
	struct stand *stand = *state;
	const struct records *records = parsed(stand,
		"<records><file path='a'><submission>\n <list><item>1</item></list>\n"
		" <map><a>x<!-- a comment "
		"-->y<![CDATA[<z>]]></a></map><none/></submission></file>"
		"</records>");
	const struct _xmlNode *root = records_root(records, "submission");

	assert_int_equal(
		records_origin(records_child(root, "list"))->shape, SHAPE_LIST);
	assert_int_equal(records_origin(records_child(root, "map"))->shape, SHAPE_MAP);
	assert_int_equal(
		records_origin(records_child(root, "none"))->shape, SHAPE_SCALAR);
	assert_int_equal(records_origin(records_child(root, "none"))->value.line, 0);
	assert_text(
		records_value(records_child(records_child(root, "map"), "a")), "xy<z>");
}

static void
records_copy_keeps_values_and_places(void **state)
{
	struct stand *stand = *state;
	struct arena *arena = arena_open(&stand->budget);
	struct records *records = records_make(arena, TEXT("reports/a")), *copy;
	struct origin origin = { .value = { TEXT("a.yaml"), 1, 1, 0 },
		.shape = SHAPE_MAP };
	struct _xmlNode *file = records_add_file(records, TEXT("a.yaml"));
	struct text before;

	records_add(records, records_add(records, file, TEXT("a"), TEXT(""), &origin),
		TEXT("b"), TEXT("c"), &origin);
	before = printed(stand, records);
	copy = records_copy(stand->arena, records);
	arena_close(arena);
	assert_true(text_equal(printed(stand, copy), before));
	assert_text(records_origin(records_root(copy, "a"))->value.file, "a.yaml");
}

static void
records_mark_what_was_lost(void **state)
{
	struct stand *stand = *state;
	struct records *records = sample(stand, "x"), *copy;
	struct _xmlNode *root = records_root(records, "submission"), *found;
	struct place at = { TEXT("a<b>.yaml"), 5, 2, 0 };

	assert_false(records_lacks(root));
	records_add_lost(records, root, TEXT("country"), at);
	assert_false(records_lacks(root));
	records_add_lost(records, root, TEXT("unknown"), at);
	copy = parsed(stand, text_string(stand->arena, printed(stand, records)));
	found = records_child(records_root(copy, "submission"), "country");
	assert_int_equal(records_origin(found)->shape, SHAPE_LOST);
	assert_int_equal(records_origin(found)->value.line, 5);
	assert_true(records_lacks(records_root(copy, "submission")));
}

static void
records_of_a_file_can_be_taken_out(void **state)
{
	struct stand *stand = *state;
	struct records *records = sample(stand, "x");
	struct _xmlNode *file = records_root(records, "submission");

	records_add_lost(records, file, TEXT("unknown"), (struct place){ 0 });
	records_clear_file(file);
	assert_null(records_first(file));
}

static void
records_know_their_neighbours(void **state)
{
	struct stand *stand = *state;
	const struct records *records =
		parsed(stand, "<records><file path='a'><report/></file><file "
			      "path='b'><style><x/> <y/></style>"
			      "</file></records>");
	const struct _xmlNode *style = records_root(records, "style");

	assert_text(records_path(style), "b");
	assert_ptr_equal(records_first(style), records_child(style, "x"));
	assert_ptr_equal(records_next(records_first(style)), records_child(style, "y"));
	assert_null(records_next(records_child(style, "y")));
	assert_null(records_root(records, "submission"));
	assert_null(records_child(style, "z"));
	assert_null(records_child(NULL, "z"));
	assert_null(records_first(NULL));
	assert_text(records_value(NULL), "");
	assert_int_equal(records_origin(NULL)->value.line, 0);
}

/* A file with that many elements inside each other. */
static struct text
nested(struct stand *stand, int depth)
{
	struct buffer buffer = buffer_make(stand->arena);

	buffer_string(&buffer, "<records><file path='a'>");
	for (int i = 0; i < depth; i++)
		buffer_string(&buffer, "<a>");
	for (int i = 0; i < depth; i++)
		buffer_string(&buffer, "</a>");
	buffer_string(&buffer, "</file></records>");
	return buffer_text(&buffer);
}

static void
records_may_be_deep_but_not_bottomless(void **state)
{
	struct stand *stand = *state;
	struct records *records = NULL;

	assert_true(records_parse(stand->arena, stand->diags, TEXT("stdin"),
		nested(stand, 200), &records));
	assert_false(records_parse(stand->arena, stand->diags, TEXT("stdin"),
		nested(stand, 20000), &records));
	assert_diag(stand, DIAG_G102);
}

static void
records_refuse_other_streams(void **state)
{
	static const char *const wrong[] = { "", "no xml", "<records>", "<document/>",
		"<records/><records/>", "<records>\x01</records>",
		"<records>\xff</records>",
		"<!DOCTYPE records [<!ENTITY a 'b'>]><records>&a;</records>",
		"<!DOCTYPE records SYSTEM '/etc/passwd'><records>&a;</records>" };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct records *records = NULL;

		stand->diags->count = 0;
		if (records_parse(stand->arena, stand->diags, TEXT("stdin"),
			    text_of(wrong[i]), &records))
			fail_msg("taken: %s", wrong[i]);
		assert_diag(stand, DIAG_G102);
		assert_null(records);
	}
}

/* Ten entities that each say the one before it ten times: 10 GB where they are
 * believed, also inside an attribute. */
static void
records_refuse_entities_that_explode(void **state)
{
	struct stand *stand = *state;
	struct buffer buffer = buffer_make(stand->arena);
	struct records *records = NULL;

	buffer_string(&buffer, "<!DOCTYPE records [<!ENTITY a 'aaaaaaaaaa'>");
	for (char name = 'b'; name <= 'j'; name++) {
		buffer_format(&buffer, "<!ENTITY %c '", name);
		for (int i = 0; i < 10; i++)
			buffer_format(&buffer, "&%c;", name - 1);
		buffer_string(&buffer, "'>");
	}
	buffer_string(&buffer, "]><records report='&j;'/>");
	assert_false(records_parse(stand->arena, stand->diags, TEXT("stdin"),
		buffer_text(&buffer), &records));
	assert_diag(stand, DIAG_G102);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(records_print_in_the_text_form),
		STAND_TEST(records_read_back_what_they_print),
		STAND_TEST(records_keep_places_through_the_text_form),
		STAND_TEST(records_of_other_tools_need_no_places),
		STAND_TEST(records_copy_keeps_values_and_places),
		STAND_TEST(records_mark_what_was_lost),
		STAND_TEST(records_of_a_file_can_be_taken_out),
		STAND_TEST(records_know_their_neighbours),
		STAND_TEST(records_may_be_deep_but_not_bottomless),
		STAND_TEST(records_refuse_other_streams),
		STAND_TEST(records_refuse_entities_that_explode),
	};

	return cmocka_run_group_tests_name("records", tests, NULL, NULL);
}
