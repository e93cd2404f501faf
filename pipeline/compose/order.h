/* order.h - the things of a round in the order in which they are printed. */
#ifndef COMPOSE_ORDER_H
#define COMPOSE_ORDER_H

#include <stdbool.h>

#include "model/query.h"

struct UCollator;
struct arena;
struct round;

/* One turn of a round: a thing, or the things of a group. */
struct turn {
	struct _xmlNode *node;      /* of a group its first */
	struct query_nodes members; /* of a group */
	struct text key;            /* of a group: what they have in common */
	bool is_group;
};

struct turns {
	struct turn *items;
	size_t count;
};

/* A collator for the language; the arena closes it. */
struct UCollator *order_collator(struct arena *, struct text language);

/* What things are put in order with. */
struct order {
	struct arena *arena;
	struct queries *queries;
	struct UCollator *collator;
	/* Told before a turn is asked for its key. */
	void (*enter)(void *owner, struct turn *);
	void *owner;
};

/* Groups the nodes where the round says so, in the order in which the groups come up.
 */
bool order_turns(const struct order *, const struct round *, struct query_nodes,
	struct turns *ret_turns);

/* Sorts the turns by the keys of the round: numbers by their size where all are
 * numbers, else as the language does.  A thing without a key comes first, equal ones
 * stay as they are. */
bool order_sort(const struct order *, const struct round *, struct turns);

#endif
