#include "walk.h"

#include "read/bounds.h"

/* The lists and groups that are open. */
struct open {
	bool is_map[BOUND_DEPTH + 2];
	bool key[BOUND_DEPTH + 2]; /* of a group: a key comes next */
	size_t depth;
};

/* Counts a key or an entry; a value was counted with its key. */
static void
node_count(struct walk *walk, struct open *open)
{
	size_t depth = open->depth;

	walk->nodes += depth && (!open->is_map[depth] || open->key[depth]);
	open->key[depth] = !open->key[depth];
}

static void
branch_open(struct open *open, bool is_map)
{
	open->depth++;
	open->is_map[open->depth] = open->key[open->depth] = is_map;
}

/* Takes one event; false at the end. */
static bool
event_walk(struct walk *walk, struct open *open, enum event_kind kind)
{
	switch (kind) {
	case EVENT_NONE:
		return false;
	case EVENT_STREAM_END:
		walk->whole = true;
		return false;
	case EVENT_STREAM:
	case EVENT_DOCUMENT:
	case EVENT_DOCUMENT_END:
		return true;
	case EVENT_ALIAS:
	case EVENT_LOST:
	case EVENT_SCALAR:
		walk->is_text |= open->depth == 0;
		node_count(walk, open);
		return true;
	case EVENT_LIST:
	case EVENT_MAP:
		node_count(walk, open);
		branch_open(open, kind == EVENT_MAP);
		walk->too_deep = open->depth > BOUND_DEPTH;
		return !walk->too_deep;
	case EVENT_LIST_END:
	case EVENT_MAP_END:
		open->depth--;
		return true;
	}
	return false;
}

struct walk
walk_source(struct arena *arena, const struct source *source)
{
	struct events *events = events_open(arena, source);
	struct open open = { .depth = 0 };
	struct walk walk = { .whole = false };

	while (event_walk(&walk, &open, events_next(events).kind))
		continue;
	if (!walk.whole && !walk.too_deep)
		walk.mistake = events_mistake(events);
	events_close(events);
	return walk;
}
