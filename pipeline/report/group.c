#include "group.h"

#include <string.h>

#include "base/arena.h"

/* One slot of the table that finds a diagnostic's group. */
struct slot {
	const struct diag *first; /* NULL where the slot is free */
	struct group *group;
	uint64_t hash;
};

static bool
is_name_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* Where a name stands in a sentence, not as a part of another; size where it does
 * not. */
static size_t
name_find(struct text says, struct text name)
{
	for (size_t i = 0, end; name.size && i + name.size <= says.size; i++) {
		end = i + name.size;
		if (memcmp(says.at + i, name.at, name.size) == 0 &&
			(i == 0 || !is_name_byte(says.at[i - 1])) &&
			(end == says.size || !is_name_byte(says.at[end])))
			return i;
	}
	return says.size;
}

/* The sentence before and after the record's name: "milestone az-nuf-2", or "az-nuf-2"
 * alone. */
static void
says_split(const struct diag *diag, struct text *ret_before, struct text *ret_after)
{
	struct text says = diag->says, name = diag->record;
	size_t at = name_find(says, name);

	if (at == says.size) {
		size_t blank = text_find(name, ' ', 0);

		name = text_slice(name, blank + (blank < name.size), name.size);
		at = name_find(says, name);
	}
	*ret_before = text_slice(says, 0, at);
	*ret_after = at == says.size ? TEXT("")
				     : text_slice(says, at + name.size, says.size);
}

static bool
is_alike(const struct diag *a, const struct diag *b)
{
	struct text a_before, a_after, b_before, b_after;

	if (a->entry != b->entry || !text_equal(a->help, b->help))
		return false;
	says_split(a, &a_before, &a_after);
	says_split(b, &b_before, &b_after);
	return text_equal(a_before, b_before) && text_equal(a_after, b_after);
}

static uint64_t
diag_hash(const struct diag *diag)
{
	struct text before, after;

	says_split(diag, &before, &after);
	return text_hash(before) * 31 + text_hash(after) + (uint64_t)diag->code;
}

static struct group *
group_open(
	struct arena *arena, struct slot *slots, size_t room, const struct diag *diag)
{
	uint64_t hash = diag_hash(diag);
	size_t i = (size_t)(hash ^ hash >> 32) & (room - 1);

	while (slots[i].first &&
		(slots[i].hash != hash || !is_alike(slots[i].first, diag)))
		i = (i + 1) & (room - 1);
	if (!slots[i].first)
		slots[i] = (struct slot){ .first = diag,
			.group = arena_make(arena, struct group),
			.hash = hash };
	return slots[i].group;
}

static void
group_take(
	struct arena *arena, struct group *group, const struct diag *diag, size_t shown)
{
	if (group->shown < shown) {
		group->shown++;
		group->last = diag;
		return;
	}
	group->rest = arena_room(
		arena, group->rest, group->count, &group->room, sizeof *group->rest);
	group->rest[group->count++] = diag;
}

struct group_list
group_make(struct arena *arena, const struct diag *items, size_t count, size_t shown)
{
	struct group_list list = { .items = items, .count = count, .shown = shown };
	struct slot *slots;
	size_t room = 16;

	while (room < count * 2)
		room *= 2;
	slots = arena_array(arena, struct slot, room);
	list.of = arena_array(arena, struct group *, count + 1);
	for (size_t i = 0; i < count; i++) {
		list.of[i] = group_open(arena, slots, room, &items[i]);
		group_take(arena, list.of[i], &items[i], shown);
	}
	return list;
}

const struct group *
group_find(const struct group_list *list, const struct diag *diag)
{
	return list->of[diag - list->items];
}

/* Where some are shown, one more is as short whole as it is in a list. */
bool
group_hides(const struct group_list *list, const struct diag *diag)
{
	const struct group *group = group_find(list, diag);

	if (group->count == 1 && list->shown > 1)
		return false;
	for (size_t low = 0, high = group->count; low < high;) {
		size_t middle = low + (high - low) / 2;

		if (group->rest[middle] == diag)
			return true;
		if (group->rest[middle] < diag)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}
