#include "terrain.h"

#include "base/arena.h"
#include "model/fields.h"

enum {
	MOST_SPOTS = 4000, /* of one reach; beyond that nothing is known */
	DEEPEST = 12,      /* fields inside each other */
};

const struct reach terrain_any = { .is_any = true };
const struct reach terrain_computed = { .is_value = true };
static const struct ground document = { .kind = GROUND_DOCUMENT };
const struct ground terrain_records = { .kind = GROUND_RECORDS, .up = &document };
const struct ground terrain_file = { .kind = GROUND_FILE, .up = &terrain_records };

struct reach *
terrain_make(struct arena *arena)
{
	return arena_make(arena, struct reach);
}

void
terrain_add(struct arena *arena, struct reach *reach, const struct ground *spot)
{
	for (size_t i = reach->count; i > 0 && reach->count - i < 8; i--) {
		const struct ground *other = reach->spots[i - 1];

		if (other == spot ||
			(other->field == spot->field && other->kind == spot->kind &&
				other->up == spot->up))
			return;
	}
	if (reach->count == MOST_SPOTS)
		reach->is_any = true;
	if (reach->is_any)
		return;
	reach->spots = arena_room(arena, reach->spots, reach->count, &reach->room,
		sizeof(struct ground *));
	reach->spots[reach->count++] = spot;
}

void
terrain_add_field(struct arena *arena, struct reach *reach, const struct field *field,
	const struct ground *up)
{
	struct ground *spot = arena_make(arena, struct ground);

	*spot = (struct ground){ GROUND_FIELD, field, up };
	terrain_add(arena, reach, spot);
}

/* True for the name of a step, which is empty for any. */
static bool
is_called(struct text name, struct text step)
{
	return step.size == 0 || text_equal(name, step);
}

static void
roots_add(const struct terrain *terrain, struct reach *reach, struct text step)
{
	const struct field *root;

	for (size_t i = 0; (root = fields_root_at(terrain->fields, i)); i++)
		if (root->type->kind == TYPE_MAP && is_called(root->name, step))
			terrain_add_field(terrain->arena, reach, root, &terrain_file);
}

static void
terrain_children(const struct terrain *terrain, struct reach *reach,
	const struct ground *spot, struct text step)
{
	const struct type *type;

	switch (spot->kind) {
	case GROUND_DOCUMENT:
		if (is_called(TEXT("records"), step))
			terrain_add(terrain->arena, reach, &terrain_records);
		break;
	case GROUND_RECORDS:
		if (is_called(TEXT("file"), step))
			terrain_add(terrain->arena, reach, &terrain_file);
		break;
	case GROUND_FILE:
		roots_add(terrain, reach, step);
		break;
	case GROUND_FIELD:
		type = spot->field->type;
		for (size_t i = 0; i < type->count; i++)
			if (is_called(type->fields[i].name, step))
				terrain_add_field(
					terrain->arena, reach, &type->fields[i], spot);
		break;
	}
}

struct text
terrain_name(const struct ground *spot)
{
	return spot->kind == GROUND_FIELD     ? spot->field->name
	       : spot->kind == GROUND_FILE    ? TEXT("file")
	       : spot->kind == GROUND_RECORDS ? TEXT("records")
					      : TEXT("");
}

/* The spot and all below it. */
static void
below_add(const struct terrain *terrain, struct reach *reach, const struct ground *spot,
	size_t depth)
{
	struct reach children = { 0 };

	terrain_add(terrain->arena, reach, spot);
	if (depth == DEEPEST || reach->is_any)
		return;
	terrain_children(terrain, &children, spot, TEXT(""));
	for (size_t i = 0; i < children.count; i++)
		below_add(terrain, reach, children.spots[i], depth + 1);
}

const struct reach *
terrain_below(struct terrain *terrain, const struct reach *from)
{
	struct reach *reach = terrain_make(terrain->arena);
	bool whole = from->count == 1 && from->spots[0]->kind == GROUND_DOCUMENT;

	if (!terrain->fields || from->is_any || from->is_value)
		return &terrain_any;
	if (whole && terrain->everything)
		return terrain->everything;
	for (size_t i = 0; i < from->count; i++)
		below_add(terrain, reach, from->spots[i], 0);
	if (whole)
		terrain->everything = reach;
	return reach;
}

const struct reach *
terrain_top(struct terrain *terrain)
{
	struct reach *reach = terrain_make(terrain->arena);

	terrain_add(terrain->arena, reach, &document);
	return reach;
}

/* The records of a kind. */
const struct reach *
terrain_kind(struct terrain *terrain, struct text kind)
{
	const struct reach *all = terrain_below(terrain, terrain_top(terrain));
	struct reach *found = terrain_make(terrain->arena);

	if (all->is_any)
		return &terrain_any;
	for (size_t i = 0; i < all->count; i++) {
		const struct field *field = all->spots[i]->field;

		if (field && text_equal(field->identifies, kind))
			terrain_add(terrain->arena, found, all->spots[i]->up);
	}
	return found;
}

/* The name of a record or a group: that of its type, else of its field. */
struct text
terrain_title(const struct ground *spot)
{
	if (spot->kind != GROUND_FIELD)
		return terrain_name(spot);
	return spot->field->type->name.size && spot->field->type->kind != TYPE_VALUE
		       ? spot->field->type->name
		       : spot->field->name;
}

static void
upwards_add(const struct terrain *terrain, struct reach *reach,
	const struct ground *spot, struct text axis, struct text name)
{
	if (text_starts(axis, TEXT("parent"))) {
		if (spot->up && is_called(terrain_name(spot->up), name))
			terrain_add(terrain->arena, reach, spot->up);
		return;
	}
	if (!text_is(axis, "ancestor-or-self"))
		spot = spot->up;
	for (; spot; spot = spot->up)
		if (is_called(terrain_name(spot), name))
			terrain_add(terrain->arena, reach, spot);
}

void
terrain_axis(struct terrain *terrain, struct reach *reach, const struct ground *spot,
	struct text axis, struct text name)
{
	struct reach all = { 0 };

	if (axis.size == 0 || text_is(axis, "child")) {
		terrain_children(terrain, reach, spot, name);
	} else if (text_is(axis, "self")) {
		if (is_called(terrain_name(spot), name))
			terrain_add(terrain->arena, reach, spot);
	} else if (text_ends(axis, TEXT("-sibling"))) {
		if (spot->up)
			terrain_children(terrain, reach, spot->up, name);
	} else if (text_starts(axis, TEXT("descendant"))) {
		below_add(terrain, &all, spot, 0);
		for (size_t i = text_is(axis, "descendant"); i < all.count; i++)
			if (is_called(terrain_name(all.spots[i]), name))
				terrain_add(terrain->arena, reach, all.spots[i]);
	} else if (text_is(axis, "parent") || text_starts(axis, TEXT("ancestor"))) {
		upwards_add(terrain, reach, spot, axis, name);
	} else {
		reach->is_any = true;
	}
}
