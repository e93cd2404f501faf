#include "stand.h"
#include "validate/unknown.h"

/* A portion of x.yaml or another file with so many unknown keys from a line on, and one
 * fault of another sort. */
static struct diag_list *
portion(struct stand *stand, const char *path, uint32_t line, size_t count,
	struct unknown *ret_unknown)
{
	struct diag_list *diags = diag_list_make(stand->arena);
	struct place at = { .file = text_of(path), .line = line, .column = 1 };

	*ret_unknown = (struct unknown){ .count = count };
	diag_add(diags, DIAG_V202, at, "a key is missing");
	for (size_t i = 0; i < count; i++, at.line++)
		if (i < UNKNOWN_TOLD)
			diag_add(diags, DIAG_V201, at, "unknown");
		else if (i == UNKNOWN_TOLD)
			ret_unknown->at = at;
	return diags;
}

static size_t
taken(struct stand *stand, struct unknown_tally *tally, const char *path, uint32_t line,
	size_t count)
{
	struct unknown unknown;
	struct diag_list *diags = portion(stand, path, line, count, &unknown);

	unknown_take(tally, stand->diags, text_of(path), diags, &unknown);
	return diags->count;
}

static void
unknown_leaves_a_few_as_they_are(void **state)
{
	struct stand *stand = *state;
	struct unknown_tally tally = { .count = 0 };

	assert_int_equal(taken(stand, &tally, "x.yaml", 1, 400), 401);
	assert_int_equal(taken(stand, &tally, "x.yaml", 401, 600), 601);
	unknown_close(&tally, stand->diags);
	assert_int_equal(stand->diags->count, 0);
}

static void
unknown_counts_over_the_portions_of_a_file(void **state)
{
	struct stand *stand = *state;
	struct unknown_tally tally = { .count = 0 };

	assert_int_equal(taken(stand, &tally, "x.yaml", 1, 700), 701);
	assert_int_equal(taken(stand, &tally, "x.yaml", 701, 1500), 301);
	assert_int_equal(taken(stand, &tally, "x.yaml", 2201, 10), 1);
	assert_int_equal(stand->diags->count, 0);
	unknown_close(&tally, stand->diags);
	assert_int_equal(stand->diags->count, 1);
	assert_text(
		stand->diags->items[0].says, "1210 more keys of this file are unknown");
	assert_int_equal(stand->diags->items[0].at.line, 1001);
}

static void
unknown_begins_anew_with_another_file(void **state)
{
	struct stand *stand = *state;
	struct unknown_tally tally = { .count = 0 };

	assert_int_equal(taken(stand, &tally, "x.yaml", 1, 1001), 1001);
	assert_int_equal(taken(stand, &tally, "y.yaml", 1, 1000), 1001);
	unknown_close(&tally, stand->diags);
	assert_int_equal(stand->diags->count, 1);
	assert_text(stand->diags->items[0].says, "1 more key of this file is unknown");
	assert_text(stand->diags->items[0].at.file, "x.yaml");
	assert_int_equal(stand->diags->items[0].at.line, 1001);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(unknown_leaves_a_few_as_they_are),
		STAND_TEST(unknown_counts_over_the_portions_of_a_file),
		STAND_TEST(unknown_begins_anew_with_another_file),
	};

	return cmocka_run_group_tests_name("unknown", tests, NULL, NULL);
}
