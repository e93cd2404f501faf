#include "desk/requirement.h"
#include "model/fields.h"
#include "stand.h"

/* A map with a key that must be there, two plain ones, a list of records, and a list of
 * what may have a name and need not. */
static const struct type plain = { .kind = TYPE_VALUE };
static struct field identity = { .type = &plain, .required = true };
static struct field nickname = { .type = &plain };
static const struct type proof = { .kind = TYPE_MAP, .identity = &nickname };
static struct field proof_item = { .type = &proof };
static const struct type proofs = {
	.kind = TYPE_LIST, .fields = &proof_item, .count = 1
};
static const struct type record = { .kind = TYPE_MAP, .identity = &identity };
static struct field item = { .type = &record };
static const struct type records = { .kind = TYPE_LIST, .fields = &item, .count = 1 };
static struct field keys[] = {
	{ .name = TEXT_CONSTANT("date"), .type = &plain, .required = true },
	{ .name = TEXT_CONSTANT("body"), .type = &plain },
	{ .name = TEXT_CONSTANT("policy"), .type = &plain },
	{ .name = TEXT_CONSTANT("milestones"), .type = &records },
	{ .name = TEXT_CONSTANT("evidence"), .type = &proofs },
};
static struct type map = { .kind = TYPE_MAP, .fields = keys, .count = 5 };

static bool
is_named(struct stand *stand, const char *requires, size_t key,
	const struct field *there)
{
	struct text instead = TEXT("");

	return requirement_names(
		stand->arena, text_of(requires), &map, &keys[key], there, &instead);
}

static void
requirement_names_the_first_of_several(void **state)
{
	struct stand *stand = *state;
	struct text instead;

	assert_true(requirement_names(
		stand->arena, TEXT("body|policy"), &map, &keys[1], NULL, &instead));
	assert_text(instead, "policy");
	assert_false(is_named(stand, "body|policy", 2, NULL));
	assert_true(is_named(stand, "policy body", 1, NULL));
	assert_true(is_named(stand, "body/name", 1, NULL));
	assert_true(is_named(stand, "body=yes", 1, NULL));
	assert_false(is_named(stand, "", 1, NULL));
	assert_false(is_named(stand, "nothing|known", 1, NULL));
}

static void
requirement_is_met_by_what_is_there_anyway(void **state)
{
	assert_false(is_named(*state, "date|body", 1, NULL));
	assert_false(is_named(*state, "policy|body", 1, &keys[2]));
	assert_false(is_named(*state, "milestones|body", 1, &keys[3]));
}

static void
requirement_passes_over_lists_of_records(void **state)
{
	assert_true(is_named(*state, "milestones|body", 1, NULL));
	assert_false(is_named(*state, "milestones|body", 3, NULL));
	assert_true(is_named(*state, "evidence|body", 4, NULL));
}

static void
requirement_is_told_in_a_sentence(void **state)
{
	struct stand *stand = *state;

	assert_text(requirement_sentence(stand->arena,
			    TEXT("date  body document|policy|x"), TEXT("")),
		"It needs date, body, document or policy or x.");
	assert_text(requirement_sentence(
			    stand->arena, TEXT("alt|decorative=yes"), TEXT("credit")),
		"It needs alt or decorative: yes; it should have credit.");
	assert_text(requirement_sentence(stand->arena, TEXT(""), TEXT("credit")),
		"It should have credit.");
	assert_text(requirement_sentence(stand->arena, TEXT(""), TEXT("")), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(requirement_names_the_first_of_several),
		STAND_TEST(requirement_is_met_by_what_is_there_anyway),
		STAND_TEST(requirement_passes_over_lists_of_records),
		STAND_TEST(requirement_is_told_in_a_sentence),
	};

	fields_seal(&map);
	return cmocka_run_group_tests_name("requirement", tests, NULL, NULL);
}
