#include "shelf.h"

#include <libxml/tree.h>
#include <threads.h>

#include "base/arena.h"
#include "model/records.h"

enum {
	SLOTS = 4096,   /* of records that were brought back */
	BROUGHT = 2048, /* of them that are kept from one round to the next */
};

struct held {
	struct arena *arena; /* NULL for one that was dropped */
	size_t bytes;
};

/* A record that was brought back. */
struct brought {
	struct brought *next; /* in its slot */
	struct spot spot;
	struct arena *arena;
};

struct shelf {
	struct arena *arena;
	struct shelf_setup setup;
	struct held *held; /* by the number of the portion */
	size_t count, room;
	size_t dropped; /* portions, from the first on */
	size_t bytes;   /* of those that are kept */
	mtx_t lock;     /* around what was brought */
	struct brought *slots[SLOTS];
	size_t brought;
};

struct shelf *
shelf_open(struct arena *arena, const struct shelf_setup *setup)
{
	struct shelf *shelf = arena_make(arena, struct shelf);

	shelf->arena = arena;
	shelf->setup = *setup;
	if (mtx_init(&shelf->lock, mtx_plain) != thrd_success)
		arena_exhaust(arena);
	return shelf;
}

static void
brought_drop(struct shelf *shelf)
{
	for (size_t i = 0; i < SLOTS; i++) {
		for (struct brought *brought = shelf->slots[i]; brought;) {
			struct arena *arena = brought->arena;

			brought = brought->next;
			arena_close(arena);
		}
		shelf->slots[i] = NULL;
	}
	shelf->brought = 0;
}

static void
portion_drop(struct shelf *shelf)
{
	struct held *held = &shelf->held[shelf->dropped++];

	shelf->bytes -= held->bytes;
	arena_close(held->arena);
	held->arena = NULL;
}

void
shelf_close(struct shelf *shelf)
{
	brought_drop(shelf);
	while (shelf->dropped < shelf->count)
		portion_drop(shelf);
	mtx_destroy(&shelf->lock);
}

void
shelf_add(struct shelf *shelf, struct arena *arena, size_t bytes)
{
	shelf->held = arena_room(shelf->arena, shelf->held, shelf->count, &shelf->room,
		sizeof *shelf->held);
	shelf->held[shelf->count++] = (struct held){ .arena = arena, .bytes = bytes };
	shelf->bytes += bytes;
}

void
shelf_trim(struct shelf *shelf)
{
	if (shelf->brought > BROUGHT)
		brought_drop(shelf);
	while (shelf->bytes > shelf->setup.room && shelf->dropped < shelf->count)
		portion_drop(shelf);
}

struct spot
spot_of(uint32_t portion, struct _xmlNode *node)
{
	const struct place *at = &records_origin(node)->key;

	return (struct spot){
		.portion = portion, .line = at->line, .column = at->column, .node = node
	};
}

/* Depth first; read bounds the depth. */
static xmlNode *
node_find(xmlNode *node, const struct spot *spot)
{
	const struct place *at = &records_origin(node)->key;
	xmlNode *found = NULL;

	if (at->line == spot->line && at->column == spot->column)
		return node;
	for (xmlNode *child = records_first(node); child && !found;
		child = records_next(child))
		found = node_find(child, spot);
	return found;
}

static xmlNode *
records_find(const struct records *records, const struct spot *spot)
{
	const xmlNode *root = xmlDocGetRootElement(records->xml);
	xmlNode *found = NULL;

	for (const xmlNode *file = records_first(root); file && !found;
		file = records_next(file))
		if (records_first(file))
			found = node_find(records_first(file), spot);
	return found;
}

static struct brought **
slot_find(struct shelf *shelf, const struct spot *spot)
{
	uint64_t hash =
		((uint64_t)spot->portion << 32 | spot->line) * 11400714819323198485u;

	return &shelf->slots[(hash >> 32 ^ spot->column) % SLOTS];
}

static struct brought *
brought_find(struct brought *brought, const struct spot *spot)
{
	while (brought && (brought->spot.portion != spot->portion ||
				  brought->spot.line != spot->line ||
				  brought->spot.column != spot->column))
		brought = brought->next;
	return brought;
}

static struct brought *
brought_add(struct shelf *shelf, struct brought **slot, const struct spot *spot)
{
	struct arena *arena = arena_beside(shelf->arena);
	struct brought *brought = arena_make(arena, struct brought);
	const struct records *records = shelf->setup.bring(
		shelf->setup.owner, spot->portion, spot->line, arena);

	*brought = (struct brought){ .next = *slot, .spot = *spot, .arena = arena };
	brought->spot.node = records_find(records, spot);
	*slot = brought;
	shelf->brought++;
	return brought;
}

struct _xmlNode *
shelf_find(struct shelf *shelf, const struct spot *spot)
{
	struct brought **slot = slot_find(shelf, spot), *brought;

	/* Only shelf_trim drops, while nobody asks. */
	if (spot->portion >= shelf->dropped)
		return spot->node;
	mtx_lock(&shelf->lock);
	brought = brought_find(*slot, spot);
	if (!brought)
		brought = brought_add(shelf, slot, spot);
	mtx_unlock(&shelf->lock);
	return brought->spot.node;
}
