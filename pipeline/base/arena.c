#include "arena.h"

#include <assert.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 64 * 1024, ROOM_LEAST = 64, ALIGN = _Alignof(max_align_t) };

struct block {
	struct block *next;
	size_t used, size; /* bytes of `data` */
	max_align_t data[];
};

struct closer {
	struct closer *next;
	void (*close)(void *);
	void *thing;
};

struct arena {
	struct budget *budget;
	struct block *blocks; /* the newest first */
	struct block *spare;  /* a zeroed one, for those who rewind again and again */
	struct closer *closers;
	bool marked; /* what came after a mark comes before it in the list */
};

void
arena_exhaust(struct arena *arena)
{
	arena->budget->exhausted(arena->budget->context);
	abort();
}

struct arena *
arena_open(struct budget *budget)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena) {
		budget->exhausted(budget->context);
		abort();
	}
	arena->budget = budget;
	return arena;
}

struct arena *
arena_beside(const struct arena *arena)
{
	return arena_open(arena->budget);
}

static void
closers_run(struct arena *arena)
{
	while (arena->closers) {
		struct closer *closer = arena->closers;

		arena->closers = closer->next;
		closer->close(closer->thing);
	}
}

static void
block_free(struct arena *arena, struct block *block)
{
	arena->budget->left += block->size;
	free(block);
}

void
arena_close(struct arena *arena)
{
	if (!arena)
		return;
	closers_run(arena);
	while (arena->blocks) {
		struct block *block = arena->blocks;

		arena->blocks = block->next;
		block_free(arena, block);
	}
	if (arena->spare)
		block_free(arena, arena->spare);
	free(arena);
}

void
arena_reset(struct arena *arena)
{
	struct block *kept = NULL;

	closers_run(arena);
	while (arena->blocks) {
		struct block *block = arena->blocks;

		arena->blocks = block->next;
		if (!kept || block->size > kept->size) {
			struct block *smaller = kept;

			kept = block;
			block = smaller;
		}
		if (block)
			block_free(arena, block);
	}
	if (kept) {
		memset(kept->data, 0, kept->used);
		kept->used = 0;
		kept->next = NULL;
		arena->blocks = kept;
	}
}

struct arena_mark
arena_mark(struct arena *arena)
{
	arena->marked = true;
	return (struct arena_mark){ arena->blocks,
		arena->blocks ? arena->blocks->used : 0 };
}

/* Keeps the larger of the block and the spare one, empty. */
static void
block_spare(struct arena *arena, struct block *block)
{
	if (arena->spare && arena->spare->size >= block->size) {
		block_free(arena, block);
		return;
	}
	if (arena->spare)
		block_free(arena, arena->spare);
	memset(block->data, 0, block->used);
	block->used = 0;
	arena->spare = block;
}

void
arena_rewind(struct arena *arena, struct arena_mark mark)
{
	while (arena->blocks != mark.block) {
		struct block *block = arena->blocks;

		arena->blocks = block->next;
		block_spare(arena, block);
	}
	if (mark.block) {
		memset((char *)mark.block->data + mark.used, 0,
			mark.block->used - mark.used);
		mark.block->used = mark.used;
	}
}

/* Other threads may draw on the budget at the same time. */
static void
budget_draw(struct arena *arena, size_t size)
{
	size_t left = arena->budget->left;

	do
		if (size > left)
			arena_exhaust(arena);
	while (!atomic_compare_exchange_weak(&arena->budget->left, &left, left - size));
}

/* A block that one long thing fills comes second: small ones still fit into the first.
 */
static void
block_enter(struct arena *arena, struct block *block)
{
	struct block **link = &arena->blocks;

	if (*link && block->size > BLOCK_BYTES && !arena->marked)
		link = &(*link)->next;
	block->next = *link;
	*link = block;
}

/* Seldom called, and kept apart so that those who call it stay small. */
static __attribute__((noinline, cold)) struct block *
block_open(struct arena *arena, size_t size)
{
	struct block *block = arena->spare;

	if (block && block->size >= size) {
		arena->spare = NULL;
		block->next = arena->blocks;
		arena->blocks = block;
		return block;
	}
	if (size < BLOCK_BYTES)
		size = BLOCK_BYTES;
	if (size > SIZE_MAX - sizeof *block)
		arena_exhaust(arena);
	budget_draw(arena, size);
	block = calloc(1, sizeof *block + size);
	if (!block)
		arena_exhaust(arena);
	block->size = size;
	block_enter(arena, block);
	return block;
}

static size_t
size_round(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX - ALIGN)
		arena_exhaust(arena);
	return (size + ALIGN - 1) / ALIGN * ALIGN;
}

static void *
block_fill(struct block *block, size_t size)
{
	char *start = (char *)block->data + block->used;

	block->used += size;
	return start;
}

void *
arena_take(struct arena *arena, size_t size)
{
	struct block *block = arena->blocks;

	size = size_round(arena, size);
	if (!block || size > block->size - block->used)
		block = block_open(arena, size);
	return block_fill(block, size);
}

void *
arena_keep(struct arena *arena, const void *from, size_t size)
{
	void *copy = arena_take(arena, size);

	if (size)
		memcpy(copy, from, size);
	return copy;
}

/* The last thing taken from the newest block can grow where it stands. */
static bool
grow_in_place(struct arena *arena, const char *old, size_t old_size, size_t size)
{
	struct block *block = arena->blocks;
	size_t taken = (old_size + ALIGN - 1) / ALIGN * ALIGN;
	size_t start;

	if (!block || !old || taken > block->used)
		return false;
	start = block->used - taken;
	if (old != (char *)block->data + start || size > SIZE_MAX - ALIGN)
		return false;
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	if (size > block->size - start)
		return false;
	block->used = start + size;
	return true;
}

void *
arena_grow(struct arena *arena, void *old, size_t old_size, size_t size)
{
	void *grown;

	assert(size >= old_size);
	if (grow_in_place(arena, old, old_size, size))
		return old;
	grown = arena_take(arena, size);
	if (old_size)
		memcpy(grown, old, old_size);
	return grown;
}

/* Gives the block of a long thing back, which fills it, unless it is that one. */
static void
alone_drop(
	struct arena *arena, const void *thing, size_t size, const struct block *kept)
{
	struct block **link = &arena->blocks, *block;

	while (*link && (const void *)(*link)->data != thing)
		link = &(*link)->next;
	block = *link;
	if (!block || block == kept || block->used - size >= ALIGN)
		return;
	*link = block->next;
	block_free(arena, block);
}

static void *
long_regrow(struct arena *arena, void *old, size_t old_size, size_t size)
{
	struct block *block;
	void *grown;

	if (old_size < BLOCK_BYTES)
		return arena_grow(arena, old, old_size, size);
	if (grow_in_place(arena, old, old_size, size))
		return old;
	block = block_open(arena, size_round(arena, size));
	grown = block_fill(block, size_round(arena, size));
	memcpy(grown, old, old_size);
	alone_drop(arena, old, old_size, block);
	return grown;
}

/* Seldom called, as block_open. */
static __attribute__((noinline, cold)) void *
room_double(
	struct arena *arena, void *items, size_t count, size_t *room, size_t item_size)
{
	size_t wanted = *room ? *room * 2 : 8;

	if (wanted > SIZE_MAX / item_size)
		arena_exhaust(arena);
	items = arena_grow(arena, items, count * item_size, wanted * item_size);
	*room = wanted;
	return items;
}

void *
arena_room(
	struct arena *arena, void *items, size_t count, size_t *room, size_t item_size)
{
	if (count < *room)
		return items;
	return room_double(arena, items, count, room, item_size);
}

void *
arena_reach(
	struct arena *arena, void *items, size_t index, size_t *room, size_t item_size)
{
	size_t wanted = index < ROOM_LEAST ? ROOM_LEAST : index;

	if (index < *room)
		return items;
	if (wanted > SIZE_MAX / 2 / item_size)
		arena_exhaust(arena);
	wanted *= 2;
	items = long_regrow(arena, items, *room * item_size, wanted * item_size);
	*room = wanted;
	return items;
}

static void
inner_close(void *inner)
{
	arena_close(inner);
}

void
arena_enclose(struct arena *arena, struct arena *inner)
{
	arena_adopt(arena, inner_close, inner);
}

void
arena_trim(void)
{
	malloc_trim(0);
}

void
arena_adopt(struct arena *arena, void (*close)(void *), void *thing)
{
	struct closer *closer = arena_make(arena, struct closer);

	closer->close = close;
	closer->thing = thing;
	closer->next = arena->closers;
	arena->closers = closer;
}
