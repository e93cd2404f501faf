#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "stand.h"

static bool
is_zero(const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

static void
arena_hands_out_zeroed_aligned_memory(void **state)
{
	struct stand *stand = *state;

	for (size_t size = 0; size < 300; size++) {
		char *taken = arena_take(stand->arena, size);

		assert_true(is_zero(taken, size));
		assert_int_equal((uintptr_t)taken % _Alignof(max_align_t), 0);
		memset(taken, 0xff, size);
	}
}

static void
arena_hands_out_zeroed_memory_after_a_reset(void **state)
{
	struct stand *stand = *state;

	memset(arena_take(stand->arena, 200000), 0xff, 200000);
	memset(arena_take(stand->arena, 100), 0xff, 100);
	arena_reset(stand->arena);
	assert_true(is_zero(arena_take(stand->arena, 200000), 200000));
	assert_true(is_zero(arena_take(stand->arena, 1000), 1000));
}

static void
arena_rewinds_to_a_mark(void **state)
{
	struct stand *stand = *state;
	char *before = arena_keep(stand->arena, "before", 7);
	struct arena_mark mark = arena_mark(stand->arena);
	char *first = arena_take(stand->arena, 100);
	size_t left = 0;

	for (int round = 0; round < 3; round++) {
		arena_rewind(stand->arena, mark);
		if (round == 1)
			left = stand->budget.left;
		assert_ptr_equal(arena_take(stand->arena, 100), first);
		assert_true(is_zero(first, 100));
		memset(first, 0xff, 100);
		for (size_t size = 1000; size < 300000; size *= 2) {
			char *taken = arena_take(stand->arena, size);

			assert_true(is_zero(taken, size));
			memset(taken, 0xff, size);
		}
	}
	arena_rewind(stand->arena, mark);
	assert_int_equal(stand->budget.left, left);
	assert_string_equal(before, "before");
}

static void
arena_fills_a_block_beside_what_is_long(void **state)
{
	struct stand *stand = *state;
	struct arena *arena = arena_beside(stand->arena);
	char *first = arena_take(arena, 64);

	memset(arena_take(arena, 200000), 0xff, 200000);
	assert_ptr_equal(arena_take(arena, 64), first + 64);
	/* What comes after a mark goes with it. */
	for (int round = 0; round < 3; round++) {
		struct arena_mark mark = arena_mark(arena);
		char *taken = arena_take(arena, 200000);

		assert_true(is_zero(taken, 200000));
		memset(taken, 0xff, 200000);
		arena_take(arena, 64);
		arena_rewind(arena, mark);
	}
	assert_ptr_equal(arena_take(arena, 64), first + 128);
	arena_close(arena);
}

static void
arena_gives_back_what_moves(void **state)
{
	enum { ITEMS = 400000 };
	struct stand *stand = *state;
	uint64_t *items = NULL;
	size_t room = 0, left = stand->budget.left;

	for (size_t i = 0; i < ITEMS; i++) {
		items = arena_reach(stand->arena, items, i, &room, sizeof *items);
		assert_true(i < room);
		assert_int_equal(items[i], 0);
		items[i] = i + 1;
		/* Something small stands behind it. */
		if (i % 1000 == 0)
			arena_take(stand->arena, 16);
	}
	for (size_t i = 0; i < ITEMS; i++)
		assert_int_equal(items[i], i + 1);
	assert_true(room < 2 * ITEMS + 64);
	assert_true(left - stand->budget.left < room * sizeof *items + 400000);
}

/* What shares its block with others is not given back. */
static void
arena_reaches_past_what_others_need(void **state)
{
	struct stand *stand = *state;
	size_t room = 0;
	char *items = arena_reach(stand->arena, NULL, 0, &room, 1), *beside;

	strcpy(items, "items");
	beside = arena_keep(stand->arena, "beside", 7);
	items = arena_reach(stand->arena, items, 100000, &room, 1);
	arena_reach(stand->arena, items, 300000, &room, 1);
	assert_string_equal(beside, "beside");
}

static void
arena_keeps_a_copy(void **state)
{
	struct stand *stand = *state;
	char from[] = "kept";
	const char *copy = arena_keep(stand->arena, from, sizeof from);

	from[0] = 'w';
	assert_string_equal(copy, "kept");
}

static void
arena_grows_the_last_piece_in_place(void **state)
{
	struct stand *stand = *state;
	char *first = arena_take(stand->arena, 10);

	memcpy(first, "0123456789", 10);
	assert_ptr_equal(arena_grow(stand->arena, first, 10, 5000), first);
	assert_memory_equal(first, "0123456789", 10);
	assert_true(is_zero(first + 10, 4990));
}

static void
arena_moves_a_piece_that_cannot_grow(void **state)
{
	struct stand *stand = *state;
	char *first = arena_take(stand->arena, 16), *grown;

	memcpy(first, "0123456789abcdef", 16);
	arena_take(stand->arena, 1);
	grown = arena_grow(stand->arena, first, 16, 100000);
	assert_ptr_not_equal(grown, first);
	assert_memory_equal(grown, "0123456789abcdef", 16);
	assert_true(is_zero(grown + 16, 100000 - 16));
}

static void
arena_grows_nothing_into_something(void **state)
{
	struct stand *stand = *state;

	assert_true(is_zero(arena_grow(stand->arena, NULL, 0, 64), 64));
}

static void
arena_room_keeps_the_items(void **state)
{
	struct stand *stand = *state;
	uint32_t *items = NULL;
	size_t room = 0;

	for (uint32_t i = 0; i < 10000; i++) {
		items = arena_room(stand->arena, items, i, &room, sizeof *items);
		items[i] = i;
		if (i % 1000 == 0)
			arena_take(stand->arena, 1);
	}
	for (uint32_t i = 0; i < 10000; i++)
		assert_int_equal(items[i], i);
	assert_true(room >= 10000);
}

static char closed[8];

static void
close_note(void *name)
{
	strcat(closed, name);
}

static void
arena_closes_what_it_adopted_last_first(void **state)
{
	struct stand *stand = *state;
	struct arena *arena = arena_open(&stand->budget);
	char a[] = "a", b[] = "b", c[] = "c";

	closed[0] = 0;
	arena_adopt(arena, close_note, a);
	arena_adopt(arena, close_note, b);
	arena_reset(arena);
	assert_string_equal(closed, "ba");
	arena_adopt(arena, close_note, c);
	arena_close(arena);
	assert_string_equal(closed, "bac");
}

static void
arena_gives_its_budget_back(void **state)
{
	struct stand *stand = *state;
	size_t before = stand->budget.left;
	struct arena *arena = arena_open(&stand->budget);

	arena_take(arena, 1);
	arena_take(arena, 1000000);
	assert_true(stand->budget.left <= before - 1000000);
	arena_close(arena);
	assert_int_equal(stand->budget.left, before);
	arena_close(NULL);
}

/* What `exhausted` jumps back to. */
struct escape {
	jmp_buf back;
	bool called;
};

static void
escape_take(void *context)
{
	struct escape *escape = context;

	escape->called = true;
	longjmp(escape->back, 1);
}

static void
arena_asks_the_budget_before_it_takes(void **state)
{
	struct escape escape = { .called = false };
	struct budget budget = { 100000, escape_take, &escape };
	struct arena *arena = arena_open(&budget);
	void *volatile taken = NULL;

	(void)state;
	if (!setjmp(escape.back))
		taken = arena_take(arena, 100001);
	assert_null(taken);
	assert_true(escape.called);
	assert_int_equal(budget.left, 100000);
	arena_close(arena);
}

static void
arena_refuses_sizes_that_wrap(void **state)
{
	struct escape escape = { .called = false };
	struct budget budget = { SIZE_MAX, escape_take, &escape };
	struct arena *arena = arena_open(&budget);

	(void)state;
	if (!setjmp(escape.back))
		arena_take(arena, SIZE_MAX - 1);
	assert_true(escape.called);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(arena_hands_out_zeroed_aligned_memory),
		STAND_TEST(arena_hands_out_zeroed_memory_after_a_reset),
		STAND_TEST(arena_rewinds_to_a_mark),
		STAND_TEST(arena_fills_a_block_beside_what_is_long),
		STAND_TEST(arena_gives_back_what_moves),
		STAND_TEST(arena_reaches_past_what_others_need),
		STAND_TEST(arena_keeps_a_copy),
		STAND_TEST(arena_grows_the_last_piece_in_place),
		STAND_TEST(arena_moves_a_piece_that_cannot_grow),
		STAND_TEST(arena_grows_nothing_into_something),
		STAND_TEST(arena_room_keeps_the_items),
		STAND_TEST(arena_closes_what_it_adopted_last_first),
		STAND_TEST(arena_gives_its_budget_back),
		STAND_TEST(arena_asks_the_budget_before_it_takes),
		STAND_TEST(arena_refuses_sizes_that_wrap),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
