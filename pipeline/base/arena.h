/* arena.h - memory that is given back all at once.
 *
 * An arena hands out zeroed memory and frees it as a whole.  It never returns
 * NULL: when memory or the budget runs out, the budget's `exhausted` is called
 * and does not come back.  Several arenas may draw on one budget, in several threads;
 * an arena itself serves one thread at a time.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct budget {
	_Atomic size_t left;       /* bytes that may still be taken */
	void (*exhausted)(void *); /* must not return */
	void *context;             /* handed to `exhausted` */
};

struct arena;

/* The budget is borrowed and must outlive the arena. */
struct arena *arena_open(struct budget *budget);

/* Another arena on the budget of this one. */
struct arena *arena_beside(const struct arena *);

/* Runs the closers, last first, and frees all memory.  NULL is accepted. */
void arena_close(struct arena *);

/* Like closing and opening again, but keeps the largest block. */
void arena_reset(struct arena *);

/* How far an arena is filled. */
struct arena_mark {
	struct block *block;
	size_t used;
};

struct arena_mark arena_mark(struct arena *);

/* Gives back what was taken since; nothing may have been adopted since.  Of what was
 * taken before, nothing may have grown in place since. */
void arena_rewind(struct arena *, struct arena_mark);

/* `size` zeroed bytes, aligned for any type. */
void *arena_take(struct arena *, size_t size);

/* A copy of `size` bytes. */
void *arena_keep(struct arena *, const void *from, size_t size);

/* `size` bytes that begin with the `old_size` bytes of `old`, in place where
 * that is possible; the new bytes are zero.  `old` may be NULL. */
void *arena_grow(struct arena *, void *old, size_t old_size, size_t size);

/* Room for one more item in a growing array: returns the array, moved where
 * needed, and doubles *room (in items) when `count` has reached it. */
void *arena_room(
	struct arena *, void *items, size_t count, size_t *room, size_t item_size);

/* Room for the item of that index in a long array, new ones zero, that nobody else
 * points into and that is older than no mark: what it leaves when it moves is given
 * back. */
void *arena_reach(
	struct arena *, void *items, size_t index, size_t *room, size_t item_size);

/* Calls close(thing) when the arena closes or is reset. */
void arena_adopt(struct arena *, void (*close)(void *), void *thing);

/* Closes another arena with this one. */
void arena_enclose(struct arena *, struct arena *inner);

/* Gives what was freed so far back to the system.  The C library keeps it for the
 * thread that freed it, where another may need it. */
void arena_trim(void);

/* Ends the run through the budget: for memory that a library could not get. */
_Noreturn void arena_exhaust(struct arena *);

#define arena_make(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                \
	((type *)arena_take((arena), sizeof(type) * (count)))

#endif
