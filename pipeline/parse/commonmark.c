#include "commonmark.h"

/* cmark's short names for its nodes are our names for ours. */
#define CMARK_NO_SHORT_NAMES
#include <cmark.h>
#include <stddef.h>

#include "base/arena.h"

static _Thread_local struct arena *trees;

/* Before what cmark gets stands how much it is, for when that is to grow. */
union head {
	size_t size; /* bytes, with the head */
	max_align_t align;
};

static void *
memory_take(size_t count, size_t size)
{
	union head *head;

	if (size && count > (SIZE_MAX - sizeof *head) / size)
		arena_exhaust(trees);
	head = arena_take(trees, sizeof *head + count * size);
	head->size = sizeof *head + count * size;
	return head + 1;
}

static void *
memory_grow(void *old, size_t size)
{
	union head *head = old;

	if (!old)
		return memory_take(1, size);
	if (size > SIZE_MAX - sizeof *head)
		arena_exhaust(trees);
	head--;
	size += sizeof *head;
	if (size <= head->size)
		return old;
	head = arena_grow(trees, head, head->size, size);
	head->size = size;
	return head + 1;
}

static void
memory_free(void *thing)
{
	(void)thing;
}

static cmark_mem memory = { memory_take, memory_grow, memory_free };

void
commonmark_begin(struct arena *scratch)
{
	trees = arena_beside(scratch);
	arena_enclose(scratch, trees);
}

struct cmark_node *
commonmark_read(struct text text)
{
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);

	cmark_parser_feed(parser, text.at, text.size);
	return cmark_parser_finish(parser);
}

void
commonmark_drop(void)
{
	arena_reset(trees);
	trees = NULL;
}
