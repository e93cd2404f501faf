#include "relay.h"

#include <threads.h>

#include "base/arena.h"

enum { WAITING_MOST = 64 };

struct relay {
	mtx_t lock;
	cnd_t changed;
	struct leaf waiting[WAITING_MOST]; /* a ring */
	size_t first, count;
	bool ended;
	const struct pages *whole;
};

static void
relay_close(void *thing)
{
	struct relay *relay = thing;

	cnd_destroy(&relay->changed);
	mtx_destroy(&relay->lock);
}

struct relay *
relay_make(struct arena *arena)
{
	struct relay *relay = arena_make(arena, struct relay);

	if (mtx_init(&relay->lock, mtx_plain) != thrd_success)
		arena_exhaust(arena);
	if (cnd_init(&relay->changed) != thrd_success)
		arena_exhaust(arena);
	arena_adopt(arena, relay_close, relay);
	return relay;
}

struct leaf
relay_leaf(const struct pages *pages, size_t index)
{
	return (struct leaf){ .page = pages->pages[index],
		.tags = pages->tags,
		.faces = pages->faces,
		.face_count = pages->face_count };
}

void
relay_give(struct relay *relay, const struct leaf *leaf)
{
	mtx_lock(&relay->lock);
	while (relay->count == WAITING_MOST)
		cnd_wait(&relay->changed, &relay->lock);
	relay->waiting[(relay->first + relay->count++) % WAITING_MOST] = *leaf;
	cnd_broadcast(&relay->changed);
	mtx_unlock(&relay->lock);
}

void
relay_end(struct relay *relay, const struct pages *pages)
{
	mtx_lock(&relay->lock);
	relay->ended = true;
	relay->whole = pages;
	cnd_broadcast(&relay->changed);
	mtx_unlock(&relay->lock);
}

bool
relay_take(struct relay *relay, struct leaf *ret_leaf)
{
	bool any;

	mtx_lock(&relay->lock);
	while (relay->count == 0 && !relay->ended)
		cnd_wait(&relay->changed, &relay->lock);
	any = relay->count > 0;
	if (any) {
		*ret_leaf = relay->waiting[relay->first];
		relay->first = (relay->first + 1) % WAITING_MOST;
		relay->count--;
		cnd_broadcast(&relay->changed);
	}
	mtx_unlock(&relay->lock);
	return any;
}

const struct pages *
relay_whole(const struct relay *relay)
{
	return relay->whole;
}
