#include "read/keyset.h"
#include "stand.h"

static struct place
line(uint32_t number)
{
	return (struct place){ .line = number };
}

static void
keyset_knows_the_place_of_the_first(void **state)
{
	struct stand *stand = *state;
	struct keyset *set = keyset_make(stand->arena);

	assert_null(keyset_add(set, TEXT("id"), line(3)));
	assert_null(keyset_add(set, TEXT("title"), line(4)));
	assert_int_equal(keyset_add(set, TEXT("id"), line(5))->line, 3);
	assert_int_equal(keyset_add(set, TEXT("id"), line(6))->line, 3);
}

static void
keyset_forgets_when_it_is_cleared(void **state)
{
	struct stand *stand = *state;
	struct keyset *set = keyset_make(stand->arena);

	assert_null(keyset_add(set, TEXT("id"), line(3)));
	keyset_clear(set);
	assert_null(keyset_add(set, TEXT("id"), line(9)));
	assert_int_equal(keyset_add(set, TEXT("id"), line(10))->line, 9);
}

static void
keyset_grows_without_losing_a_name(void **state)
{
	struct stand *stand = *state;
	struct keyset *set = keyset_make(stand->arena);

	for (uint32_t i = 1; i < 5000; i++)
		assert_null(keyset_add(set,
			text_format(stand->arena, "key-%u", (unsigned)i), line(i)));
	for (uint32_t i = 1; i < 5000; i++)
		assert_int_equal(
			keyset_add(set,
				text_format(stand->arena, "key-%u", (unsigned)i),
				line(0))
				->line,
			i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(keyset_knows_the_place_of_the_first),
		STAND_TEST(keyset_forgets_when_it_is_cleared),
		STAND_TEST(keyset_grows_without_losing_a_name),
	};

	return cmocka_run_group_tests_name("keyset", tests, NULL, NULL);
}
