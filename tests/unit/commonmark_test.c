#include "parse/commonmark.h"

#include <setjmp.h>
#include <string.h>

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/arena.h"
#include "stand.h"

static void
commonmark_grows_what_it_reads(void **state)
{
	struct stand *stand = *state;
	size_t size = 300000;
	char *words = arena_take(stand->arena, size);
	cmark_node *root, *text;

	memset(words, 'w', size);
	for (size_t i = 0; i < size; i += 100)
		words[i] = '\n';
	commonmark_begin(stand->arena);
	root = commonmark_read((struct text){ words, size });
	text = cmark_node_first_child(cmark_node_first_child(root));
	for (size_t i = 1; i < size / 100; i++) {
		assert_int_equal(strlen(cmark_node_get_literal(text)), 99);
		text = cmark_node_next(cmark_node_next(text));
	}
	commonmark_drop();
}

static void
jump(void *context)
{
	longjmp(*(jmp_buf *)context, 1);
}

static void
commonmark_ends_the_run_at_its_limit(void **state)
{
	jmp_buf back;
	struct budget budget = { (size_t)1 << 20, jump, &back };
	struct arena *arena = arena_open(&budget);
	struct buffer text = buffer_make(((struct stand *)*state)->arena);
	volatile bool ended = true;

	for (int i = 0; i < 20000; i++)
		buffer_add(&text, TEXT("*a* "));
	if (setjmp(back) == 0) {
		commonmark_begin(arena);
		commonmark_read(buffer_text(&text));
		ended = false;
	}
	arena_close(arena);
	assert_true(ended);
	assert_int_equal(budget.left, (size_t)1 << 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAND_TEST(commonmark_grows_what_it_reads),
		STAND_TEST(commonmark_ends_the_run_at_its_limit),
	};

	return cmocka_run_group_tests_name("commonmark", tests, NULL, NULL);
}
