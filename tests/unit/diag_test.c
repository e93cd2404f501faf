#include "base/diag.h"

#include <string.h>

#include "stand.h"

static struct text
printed(struct stand *stand, struct place at)
{
	struct buffer buffer = buffer_make(stand->arena);

	place_print_whole(&buffer, at);
	return buffer_text(&buffer);
}

static void
place_prints_what_is_known(void **state)
{
	struct stand *stand = *state;

	assert_text(printed(stand, (struct place){ TEXT("a.yaml"), 41, 3, 9 }),
		"a.yaml:41:3-9");
	assert_text(printed(stand, (struct place){ TEXT("a.yaml"), 41, 3, 0 }),
		"a.yaml:41:3");
	assert_text(printed(stand, (struct place){ TEXT("a.yaml"), 41, 3, 3 }),
		"a.yaml:41:3");
	assert_text(printed(stand, (struct place){ TEXT("a.yaml"), 41, 0, 0 }),
		"a.yaml:41");
	assert_text(
		printed(stand, (struct place){ TEXT("a.yaml"), 0, 0, 0 }), "a.yaml");
}

static void
place_reads_back_what_it_prints(void **state)
{
	static const char *const files[] = { "a.yaml", "in/a-b 7.yaml", "C:\\a.yaml",
		"2023", "a:7", "reports/annual-2023", "-", "\xc3\xa9.yaml" };
	struct stand *stand = *state;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		for (uint32_t end = 0; end <= UINT32_MAX - 100; end += UINT32_MAX / 7) {
			struct place at = { text_of(files[i]), 12, 5, end }, back;

			assert_true(
				place_parse(printed(stand, at), TEXT("other"), &back));
			assert_text(back.file, files[i]);
			assert_int_equal(back.line, 12);
			assert_int_equal(back.column, 5);
			assert_int_equal(back.end, end > 5 ? end : 0);
		}
	}
}

static void
place_borrows_the_file_where_it_has_none(void **state)
{
	struct place at = { 0 };

	(void)state;
	assert_true(place_parse(TEXT("41:3-9"), TEXT("a.yaml"), &at));
	assert_text(at.file, "a.yaml");
	assert_int_equal(at.line, 41);
	assert_int_equal(at.column, 3);
	assert_int_equal(at.end, 9);
	assert_true(place_parse(TEXT("7"), TEXT("a.yaml"), &at));
	assert_int_equal(at.line, 7);
	assert_int_equal(at.column, 0);
	assert_int_equal(at.end, 0);
}

static void
place_refuses_what_has_no_line(void **state)
{
	static const char *const wrong[] = { "", "-", ":", "a.yaml", "annual-2023",
		"a:b", "a.yaml:", "a.yaml:4294967296", "a.yaml:12345678901234567890" };
	struct place at = { .line = 4711 };

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		if (place_parse(text_of(wrong[i]), TEXT("f"), &at))
			fail_msg("\"%s\" was taken for a place", wrong[i]);
		assert_int_equal(at.line, 4711);
	}
}

static void
diag_entry_tells_about_every_code(void **state)
{
	(void)state;
	for (enum diag_code code = 0; code < DIAG_CODES; code++) {
		const struct diag_entry *entry = diag_entry(code);

		assert_int_equal(strlen(entry->code), 4);
		assert_ptr_equal(diag_entry_find(text_of(entry->code)), entry);
		assert_true(strlen(entry->title) > 0 && strlen(entry->title) <= 60);
		assert_int_equal(entry->meaning[strlen(entry->meaning) - 1], '.');
		assert_true(strlen(entry->mend) > 0);
	}
}

static void
diag_entry_is_found_in_either_case(void **state)
{
	(void)state;
	assert_int_equal(diag_entry_find(TEXT("f101")) - diag_entry(0), DIAG_F101);
	assert_null(diag_entry_find(TEXT("")));
	assert_null(diag_entry_find(TEXT("F1011")));
	assert_null(diag_entry_find(TEXT("X999")));
}

static void
diag_keeps_all_its_texts(void **state)
{
	struct stand *stand = *state;
	char file[] = "a.yaml", word[] = "word";

	diag_add(stand->diags, DIAG_F101, (struct place){ text_of(file), 1, 2, 3 },
		"says %s", word);
	diag_label(stand->diags, "label %s", word);
	diag_help(stand->diags, "help %s", word);
	diag_other(stand->diags, (struct place){ text_of(file), 4, 5, 6 }, "first %s",
		word);
	diag_other(stand->diags, (struct place){ text_of(file), 7, 8, 9 }, "second %s",
		word);
	memset(file, 'x', sizeof file - 1);
	memset(word, 'x', sizeof word - 1);
	assert_text(stand->diags->items[0].at.file, "a.yaml");
	assert_text(stand->diags->items[0].says, "says word");
	assert_text(stand->diags->items[0].label, "label word");
	assert_text(stand->diags->items[0].help, "help word");
	assert_text(stand->diags->items[0].labels->says, "first word");
	assert_text(stand->diags->items[0].labels->at.file, "a.yaml");
	assert_text(stand->diags->items[0].labels->next->says, "second word");
	assert_null(stand->diags->items[0].labels->next->next);
}

static void
diag_counts_by_severity(void **state)
{
	struct stand *stand = *state;

	diag_add(stand->diags, DIAG_F101, (struct place){ 0 }, "an error");
	diag_add(stand->diags, DIAG_F102, (struct place){ 0 }, "a failure");
	assert_int_equal(stand->diags->count, 2);
	assert_int_equal(stand->diags->errors, 2);
	assert_int_equal(stand->diags->failures, 1);
	assert_int_equal(stand->diags->warnings, 0);
}

static void
diag_sort_keeps_the_order_of_equals(void **state)
{
	struct stand *stand = *state;

	for (uint32_t i = 0; i < 100; i++)
		diag_add(stand->diags, DIAG_F101,
			(struct place){ i % 2 ? TEXT("a") : TEXT("b"), 9 - i % 10 / 2,
				i % 3, 0 },
			"%u", i);
	diag_sort(stand->diags, 0);
	for (size_t i = 1; i < 100; i++) {
		const struct diag *before = &stand->diags->items[i - 1],
				  *here = before + 1;
		int order = text_compare(before->at.file, here->at.file);
		int64_t said_before = 0, said_here = 0;

		if (!order)
			order = (int)before->at.line - (int)here->at.line;
		if (!order)
			order = (int)before->at.column - (int)here->at.column;
		assert_true(order <= 0);
		text_number(before->says, &said_before);
		text_number(here->says, &said_here);
		assert_true(order < 0 || said_before < said_here);
	}
}

static void
diag_sort_leaves_what_came_before(void **state)
{
	struct stand *stand = *state;

	for (uint32_t line = 4; line > 0; line--)
		diag_add(stand->diags, DIAG_F101,
			(struct place){ TEXT("a"), line, 0, 0 }, "x");
	diag_sort(stand->diags, 2);
	assert_int_equal(stand->diags->items[0].at.line, 4);
	assert_int_equal(stand->diags->items[1].at.line, 3);
	assert_int_equal(stand->diags->items[2].at.line, 1);
	assert_int_equal(stand->diags->items[3].at.line, 2);
	diag_sort(stand->diags, 4);
}

static void
diag_keeps_its_fix(void **state)
{
	struct stand *stand = *state;
	char text[] = "country";

	diag_add(stand->diags, DIAG_V201, (struct place){ TEXT("a"), 1, 1, 7 }, "x");
	assert_null(stand->diags->items[0].fix);
	diag_fix(stand->diags, (struct place){ TEXT("a"), 1, 1, 7 }, "%s", text);
	text[0] = 'X';
	assert_text(stand->diags->items[0].fix->text, "country");
	assert_int_equal(stand->diags->items[0].fix->at.end, 7);
}

static void
diag_return_takes_back_what_was_added(void **state)
{
	struct stand *stand = *state;
	struct diag_list before;

	diag_add(stand->diags, DIAG_F101, (struct place){ 0 }, "an error");
	before = *stand->diags;
	for (int i = 0; i < 100; i++)
		diag_add(stand->diags, DIAG_F102, (struct place){ 0 }, "a failure");
	diag_add(stand->diags, DIAG_L203, (struct place){ 0 }, "a warning");
	diag_return(stand->diags, &before);
	assert_int_equal(stand->diags->count, 1);
	assert_int_equal(stand->diags->errors, 1);
	assert_int_equal(stand->diags->warnings, 0);
	assert_int_equal(stand->diags->failures, 0);
	assert_text(stand->diags->items[0].says, "an error");
	stand->diags->count = 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(place_prints_what_is_known),
		STAND_TEST(place_reads_back_what_it_prints),
		STAND_TEST(place_borrows_the_file_where_it_has_none),
		STAND_TEST(place_refuses_what_has_no_line),
		STAND_TEST(diag_entry_tells_about_every_code),
		STAND_TEST(diag_entry_is_found_in_either_case),
		STAND_TEST(diag_keeps_all_its_texts),
		STAND_TEST(diag_keeps_its_fix),
		STAND_TEST(diag_counts_by_severity),
		STAND_TEST(diag_sort_keeps_the_order_of_equals),
		STAND_TEST(diag_sort_leaves_what_came_before),
		STAND_TEST(diag_return_takes_back_what_was_added),
	};

	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
