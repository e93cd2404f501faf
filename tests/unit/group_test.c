#include "report/group.h"

#include "stand.h"

/* A diagnostic in the record m1, m2, … */
static void
fault_add(struct stand *stand, uint32_t line, const char *help)
{
	struct diag *diag = diag_add(stand->diags, DIAG_V201,
		(struct place){ TEXT("a.yaml"), line, 1, 2 },
		"unknown key in milestone m%u here", (unsigned)line);

	diag->record = text_format(stand->arena, "milestone m%u", (unsigned)line);
	diag_help(stand->diags, "%s", help);
}

static struct group_list
groups_of(struct stand *stand)
{
	return group_make(
		stand->arena, stand->diags->items, stand->diags->count, GROUP_SHOWN);
}

static void
group_takes_what_differs_in_the_record_alone(void **state)
{
	struct stand *stand = *state;
	struct group_list groups;

	for (uint32_t line = 1; line <= 6; line++)
		fault_add(stand, line, "mend it");
	fault_add(stand, 7, "mend it otherwise");
	groups = groups_of(stand);
	assert_int_equal(groups.of[0]->shown, GROUP_SHOWN);
	assert_int_equal(groups.of[0]->count, 3);
	assert_ptr_equal(groups.of[0]->last, &stand->diags->items[2]);
	assert_ptr_equal(group_find(&groups, &stand->diags->items[5]), groups.of[0]);
	assert_int_equal(groups.of[6]->shown, 1);
}

static void
group_hides_all_after_the_first_few(void **state)
{
	struct stand *stand = *state;
	struct group_list groups;

	for (uint32_t line = 1; line <= 6; line++)
		fault_add(stand, line, "mend it");
	groups = groups_of(stand);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(group_hides(&groups, &stand->diags->items[i]), i >= 3);
}

static void
group_knows_the_record_by_its_id_alone(void **state)
{
	static const char *const ids[] = { "m", "n", "summary" };
	struct stand *stand = *state;
	struct group_list groups;

	for (uint32_t i = 0; i < 3; i++) {
		struct diag *diag = diag_add(stand->diags, DIAG_V202,
			(struct place){ TEXT("a.yaml"), i + 1, 1, 2 },
			"the summary of %s is missing", ids[i]);

		diag->record = text_format(stand->arena, "milestone %s", ids[i]);
	}
	groups = groups_of(stand);
	assert_ptr_equal(groups.of[0], groups.of[1]);
	assert_ptr_not_equal(groups.of[0], groups.of[2]);
}

static void
group_hides_a_single_one_only_from_a_letter(void **state)
{
	struct stand *stand = *state;
	struct group_list groups;

	for (uint32_t line = 1; line <= 4; line++)
		fault_add(stand, line, "mend it");
	groups = groups_of(stand);
	assert_false(group_hides(&groups, &stand->diags->items[3]));
	groups = group_make(stand->arena, stand->diags->items, stand->diags->count, 1);
	assert_false(group_hides(&groups, &stand->diags->items[0]));
	assert_true(group_hides(&groups, &stand->diags->items[1]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(group_takes_what_differs_in_the_record_alone),
		STAND_TEST(group_hides_all_after_the_first_few),
		STAND_TEST(group_knows_the_record_by_its_id_alone),
		STAND_TEST(group_hides_a_single_one_only_from_a_letter),
	};

	return cmocka_run_group_tests_name("group", tests, NULL, NULL);
}
