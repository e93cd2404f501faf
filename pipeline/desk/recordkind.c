#include "recordkind.h"

#include "base/arena.h"
#include "base/suggest.h"
#include "model/fields.h"

struct listing {
	struct arena *arena;
	struct recordkind *items;
	size_t count, room;
};

/* "expression_of_interest" and "Expression-of-Interest" are the same. */
static bool
name_same(struct text a, struct text b)
{
	for (size_t i = 0; i < a.size && i < b.size; i++) {
		char left = a.at[i] == '_' ? '-' : a.at[i];
		char right = b.at[i] == '_' ? '-' : b.at[i];

		if (left != right)
			return false;
	}
	return a.size == b.size;
}

static const struct recordkind *
listing_find(const struct listing *listing, struct text name)
{
	for (size_t i = 0; i < listing->count; i++)
		if (name_same(listing->items[i].name, name))
			return &listing->items[i];
	return NULL;
}

static void
listing_add(struct listing *listing, const struct recordkind *kind)
{
	if (kind->name.size == 0 || listing_find(listing, kind->name))
		return;
	listing->items = arena_room(listing->arena, listing->items, listing->count,
		&listing->room, sizeof *listing->items);
	listing->items[listing->count++] = *kind;
}

/* A record is called as what its identity names, else like its type. */
static struct text
record_name(const struct field *record)
{
	const struct field *identity = record->type->identity;

	return identity ? identity->identifies : record->type->name;
}

static void
lists_add(struct listing *listing, const struct field *root)
{
	for (size_t i = 0; i < root->type->count; i++) {
		const struct field *list = &root->type->fields[i];
		struct recordkind kind = { .root = root, .list = list };

		if (list->type->kind != TYPE_LIST || list->type->count == 0 ||
			list->type->fields[0].type->kind != TYPE_MAP)
			continue;
		kind.record = &list->type->fields[0];
		kind.name = record_name(kind.record);
		listing_add(listing, &kind);
	}
}

static struct listing
listing_make(struct arena *arena, const struct fields *fields)
{
	struct listing listing = { .arena = arena };
	const struct field *root;

	for (size_t i = 0; (root = fields_root_at(fields, i)); i++)
		if (root->type->kind == TYPE_MAP)
			listing_add(&listing,
				&(struct recordkind){ root->name, root, NULL, root });
	for (size_t i = 0; (root = fields_root_at(fields, i)); i++)
		if (root->type->kind == TYPE_MAP)
			lists_add(&listing, root);
	return listing;
}

struct recordkind *
recordkind_list(struct arena *arena, const struct fields *fields, size_t *ret_count)
{
	struct listing listing = listing_make(arena, fields);

	*ret_count = listing.count;
	return listing.items;
}

const struct recordkind *
recordkind_find(struct arena *arena, const struct fields *fields, struct text name)
{
	struct listing listing = listing_make(arena, fields);

	return listing_find(&listing, name);
}

struct text
recordkind_missing(struct arena *arena, const struct fields *fields, struct text name)
{
	struct listing listing = listing_make(arena, fields);
	struct suggest suggest = suggest_start(name);
	struct buffer why = buffer_make(arena);

	for (size_t i = 0; i < listing.count; i++)
		suggest_offer(&suggest, listing.items[i].name);
	if (name.size)
		buffer_format(&why, "there is no record \"%.*s\"; ", TEXT_ARG(name));
	if (suggest.nearest.size)
		buffer_format(
			&why, "did you mean \"%.*s\"?", TEXT_ARG(suggest.nearest));
	else
		buffer_string(&why, "there are ");
	for (size_t i = 0; i < listing.count && suggest.nearest.size == 0; i++)
		buffer_format(
			&why, "%s%.*s", i ? ", " : "", TEXT_ARG(listing.items[i].name));
	return buffer_text(&why);
}
