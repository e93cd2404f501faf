#include "model/relay.h"

#include <threads.h>

#include "base/arena.h"
#include "stand.h"

enum { PAGES = 200 };

/* The thread that makes pages: each is as wide as its number. */
struct making {
	struct relay *relay;
	struct arena *arena;
	struct pages *pages;
	bool fails;
};

static int
making_run(void *thing)
{
	struct making *making = thing;

	for (length i = 0; i < PAGES; i++) {
		struct leaf leaf = { .page = { .width = i },
			.arena = arena_beside(making->arena) };

		leaf.page.items = arena_make(leaf.arena, struct item);
		leaf.page.items->x = i;
		leaf.page.count = 1;
		relay_give(making->relay, &leaf);
	}
	relay_end(making->relay, making->fails ? NULL : making->pages);
	return 0;
}

static const struct pages *
taken(struct stand *stand, struct making *making)
{
	const struct pages *whole;
	struct leaf leaf;
	thrd_t thread;
	length count = 0;

	making->arena = stand->arena;
	making->relay = relay_make(stand->arena);
	making->pages = pages_make(stand->arena);
	assert_int_equal(thrd_create(&thread, making_run, making), thrd_success);
	for (; relay_take(making->relay, &leaf); count++) {
		assert_int_equal(leaf.page.width, count);
		assert_int_equal(leaf.page.items->x, count);
		arena_close(leaf.arena);
	}
	whole = relay_whole(making->relay);
	thrd_join(thread, NULL);
	assert_int_equal(count, PAGES);
	return whole;
}

static void
relay_brings_pages_in_order_then_the_whole(void **state)
{
	struct making making = { .fails = false };
	const struct pages *whole = taken(*state, &making);

	assert_ptr_equal(whole, making.pages);
}

static void
relay_brings_no_whole_that_could_not_be_made(void **state)
{
	struct making making = { .fails = true };

	assert_null(taken(*state, &making));
}

static void
relay_shows_a_page_of_the_whole(void **state)
{
	struct stand *stand = *state;
	struct pages *pages = pages_make(stand->arena);
	struct leaf leaf;

	pages_add_page(pages, 1, 2);
	pages_add_page(pages, 3, 4);
	leaf = relay_leaf(pages, 1);
	assert_int_equal(leaf.page.width, 3);
	assert_ptr_equal(leaf.tags, pages->tags);
	assert_null(leaf.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(relay_brings_pages_in_order_then_the_whole),
		STAND_TEST(relay_brings_no_whole_that_could_not_be_made),
		STAND_TEST(relay_shows_a_page_of_the_whole),
	};

	return cmocka_run_group_tests_name("relay", tests, NULL, NULL);
}
