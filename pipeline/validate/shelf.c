#include "shelf.h"

#include <libxml/tree.h>
#include <string.h>
#include <threads.h>

#include "base/arena.h"
#include "model/records.h"

enum {
	SLOTS = 4096,   /* of records that were brought back */
	BROUGHT = 1024, /* of them that are kept from one round to the next */
};

struct held {
	xmlNode *file;       /* NULL for one that was dropped */
	struct arena *arena; /* NULL for one that is not ours */
	bool stays;
};

/* A record that was brought back. */
struct brought {
	struct brought *next; /* in its slot */
	struct spot spot;
};

struct shelf {
	struct arena *arena;
	struct shelf_setup setup;
	struct held *held; /* by the number of the portion */
	size_t count, room;
	size_t dropped;    /* portions, from the first on, less those that stay */
	size_t stay_bytes; /* of these */
	mtx_t lock;        /* around what was brought */
	struct brought *slots[SLOTS];
	struct arena *bringing; /* of all that was brought */
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
	memset(shelf->slots, 0, sizeof shelf->slots);
	shelf->brought = 0;
	arena_close(shelf->bringing);
	shelf->bringing = NULL;
}

static void
portion_drop(struct shelf *shelf)
{
	struct held *held = &shelf->held[shelf->dropped++];

	if (held->stays)
		return;
	held->file = NULL;
	arena_close(held->arena);
	held->arena = NULL;
}

void
shelf_close(struct shelf *shelf)
{
	brought_drop(shelf);
	for (size_t i = 0; i < shelf->count; i++)
		arena_close(shelf->held[i].arena);
	mtx_destroy(&shelf->lock);
}

void
shelf_enter(struct shelf *shelf, struct _xmlNode *file)
{
	shelf->held = arena_room(shelf->arena, shelf->held, shelf->count, &shelf->room,
		sizeof *shelf->held);
	shelf->held[shelf->count++] = (struct held){ .file = file };
}

void
shelf_add(struct shelf *shelf, uint32_t portion, struct arena *arena, size_t bytes,
	bool stays)
{
	struct held *held = &shelf->held[portion];

	held->arena = arena;
	held->stays = stays && shelf->stay_bytes + bytes <= shelf->setup.room;
	if (held->stays)
		shelf->stay_bytes += bytes;
}

void
shelf_trim(struct shelf *shelf)
{
	if (shelf->brought > BROUGHT)
		brought_drop(shelf);
	while (shelf->dropped < shelf->count && shelf->held[shelf->dropped].arena)
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
file_find(const xmlNode *file, const struct spot *spot)
{
	xmlNode *root = records_first(file);

	return root ? node_find(root, spot) : NULL;
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
	const struct records *records;
	struct brought *brought;

	if (!shelf->bringing)
		shelf->bringing = arena_beside(shelf->arena);
	brought = arena_make(shelf->bringing, struct brought);
	records = shelf->setup.bring(
		shelf->setup.owner, spot->portion, spot->line, shelf->bringing);
	*brought = (struct brought){ .next = *slot, .spot = *spot };
	brought->spot.node = file_find(records_file(records), spot);
	*slot = brought;
	shelf->brought++;
	return brought;
}

static xmlNode *
brought_ask(struct shelf *shelf, const struct spot *spot)
{
	struct brought **slot = slot_find(shelf, spot), *brought;

	mtx_lock(&shelf->lock);
	brought = brought_find(*slot, spot);
	if (!brought)
		brought = brought_add(shelf, slot, spot);
	mtx_unlock(&shelf->lock);
	return brought->spot.node;
}

struct _xmlNode *
shelf_find(struct shelf *shelf, const struct spot *spot)
{
	const xmlNode *file = shelf->held[spot->portion].file;

	/* Only shelf_trim drops, while nobody asks. */
	if (!file)
		return brought_ask(shelf, spot);
	return spot->node ? spot->node : file_find(file, spot);
}
