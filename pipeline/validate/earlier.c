#include "earlier.h"

#include <stddef.h>

#include "base/arena.h"

enum { FIRST_ROOM = 1024, MOST = 8 /* of a key */ };

struct earlier {
	struct arena *arena;
	struct met **slots;
	size_t room, count; /* room is a power of two */
};

struct earlier *
earlier_open(struct arena *arena)
{
	struct earlier *earlier = arena_make(arena, struct earlier);

	earlier->arena = arena;
	earlier->room = FIRST_ROOM;
	earlier->slots = arena_array(arena, struct met *, FIRST_ROOM);
	return earlier;
}

/* Each chain keeps its order. */
static void
earlier_widen(struct earlier *earlier)
{
	size_t room = 2 * earlier->room;
	struct met **slots = arena_array(earlier->arena, struct met *, room);
	struct met ***ends = arena_array(earlier->arena, struct met **, room);

	for (size_t i = 0; i < room; i++)
		ends[i] = &slots[i];
	for (size_t i = 0; i < earlier->room; i++)
		for (struct met *met = earlier->slots[i], *next; met; met = next) {
			size_t slot = met->hash & (room - 1);

			next = met->next;
			met->next = NULL;
			*ends[slot] = met;
			ends[slot] = &met->next;
		}
	earlier->slots = slots;
	earlier->room = room;
}

/* The oldest of the key, out of its chain, where there are as many as are kept. */
static struct met *
oldest_take(struct met **link, uint64_t hash)
{
	struct met **oldest = NULL, *met;
	size_t count = 0;

	for (; *link; link = &(*link)->next)
		if ((*link)->hash == hash && ++count == MOST)
			oldest = link;
	if (!oldest)
		return NULL;
	met = *oldest;
	*oldest = met->next;
	return met;
}

void
earlier_add(struct earlier *earlier, const struct met *from)
{
	struct met **slot = &earlier->slots[from->hash & (earlier->room - 1)];
	struct met *met = oldest_take(slot, from->hash);

	if (!met) {
		met = arena_make(earlier->arena, struct met);
		if (++earlier->count > earlier->room) {
			earlier_widen(earlier);
			slot = &earlier->slots[from->hash & (earlier->room - 1)];
		}
	}
	*met = *from;
	met->next = *slot;
	*slot = met;
}

static const struct met *
met_find(const struct met *met, uint64_t hash)
{
	while (met && met->hash != hash)
		met = met->next;
	return met;
}

const struct met *
earlier_find(const struct earlier *earlier, uint64_t hash)
{
	return met_find(earlier->slots[hash & (earlier->room - 1)], hash);
}

const struct met *
earlier_next(const struct met *met)
{
	return met_find(met->next, met->hash);
}
