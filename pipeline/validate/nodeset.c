#include "nodeset.h"

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct nodeset {
	struct arena *arena;
	const struct _xmlNode **slots;
	size_t count, room; /* room is a power of two */
};

enum { FIRST_ROOM = 64 };

struct nodeset *
nodeset_make(struct arena *arena)
{
	struct nodeset *set = arena_make(arena, struct nodeset);

	set->arena = arena;
	set->room = FIRST_ROOM;
	set->slots = arena_array(arena, const struct _xmlNode *, set->room);
	return set;
}

/* The slot of a node, or the free slot where it belongs.  Fibonacci hashing spreads
 * addresses, whose low bits are alike. */
static size_t
slot_find(const struct nodeset *set, const struct _xmlNode *node)
{
	uint64_t hash = (uint64_t)(uintptr_t)node * 11400714819323198485u;
	size_t slot = (size_t)(hash >> 20) & (set->room - 1);

	while (set->slots[slot] && set->slots[slot] != node)
		slot = (slot + 1) & (set->room - 1);
	return slot;
}

static void
room_double(struct nodeset *set)
{
	const struct _xmlNode **old = set->slots;
	size_t old_room = set->room;

	set->room *= 2;
	set->slots = arena_array(set->arena, const struct _xmlNode *, set->room);
	for (size_t i = 0; i < old_room; i++)
		if (old[i])
			set->slots[slot_find(set, old[i])] = old[i];
}

bool
nodeset_add(struct nodeset *set, const struct _xmlNode *node)
{
	size_t slot = slot_find(set, node);

	if (set->slots[slot])
		return false;
	set->slots[slot] = node;
	if (++set->count * 2 > set->room)
		room_double(set);
	return true;
}

bool
nodeset_has(const struct nodeset *set, const struct _xmlNode *node)
{
	return set->slots[slot_find(set, node)] != NULL;
}
