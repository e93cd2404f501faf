#include "keyset.h"

#include "base/arena.h"

struct key {
	uint64_t hash;
	size_t start, size; /* bytes of `names` */
	struct place at;
	uint32_t generation; /* the slot is free where it is not the set's */
};

struct keyset {
	struct arena *arena;
	struct key *slots;
	size_t count, room; /* room is a power of two */
	uint32_t generation;
	struct buffer names;
};

enum { FIRST_ROOM = 32 };

struct keyset *
keyset_make(struct arena *arena)
{
	struct keyset *set = arena_make(arena, struct keyset);

	set->arena = arena;
	set->names = buffer_make(arena);
	set->room = FIRST_ROOM;
	set->slots = arena_array(arena, struct key, FIRST_ROOM);
	set->generation = 1;
	return set;
}

void
keyset_clear(struct keyset *set)
{
	set->count = 0;
	set->names.size = 0;
	set->generation++;
}

static bool
key_is(const struct keyset *set, const struct key *key, uint64_t hash, struct text name)
{
	return key->hash == hash &&
	       text_equal(text_slice(buffer_text(&set->names), key->start,
				  key->start + key->size),
		       name);
}

/* The slot of a name, or the free slot where it belongs. */
static struct key *
slot_find(struct keyset *set, uint64_t hash, struct text name)
{
	size_t index = (size_t)hash & (set->room - 1);

	while (set->slots[index].generation == set->generation &&
		!key_is(set, &set->slots[index], hash, name))
		index = (index + 1) & (set->room - 1);
	return &set->slots[index];
}

static void
slots_double(struct keyset *set)
{
	struct key *old = set->slots;
	size_t old_room = set->room;

	set->room *= 2;
	set->slots = arena_array(set->arena, struct key, set->room);
	for (size_t i = 0; i < old_room; i++) {
		size_t index = (size_t)old[i].hash & (set->room - 1);

		if (old[i].generation != set->generation)
			continue;
		while (set->slots[index].generation == set->generation)
			index = (index + 1) & (set->room - 1);
		set->slots[index] = old[i];
	}
}

const struct place *
keyset_add(struct keyset *set, struct text name, struct place at)
{
	uint64_t hash = text_hash(name);
	struct key *slot = slot_find(set, hash, name);

	if (slot->generation == set->generation)
		return &slot->at;
	*slot = (struct key){ .hash = hash,
		.start = set->names.size,
		.size = name.size,
		.at = at,
		.generation = set->generation };
	buffer_add(&set->names, name);
	if (++set->count * 2 > set->room)
		slots_double(set);
	return NULL;
}
