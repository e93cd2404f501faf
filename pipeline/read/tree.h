/* tree.h - the events of a file as elements: groups, lists and texts.
 *
 * Each reader takes the current event as its first and leaves the last one of what it
 * read as the current one.  False means that the file cannot be read further: every
 * group and list that was open then is marked as one of which something is lost.
 */
#ifndef READ_TREE_H
#define READ_TREE_H

#include "base/diag.h"
#include "model/records.h"
#include "read/bounds.h"
#include "read/events.h"

struct keyset;

struct tree {
	struct arena *arena;
	struct records *records;
	struct diag_list *diags;
	struct keyset *keys[BOUND_DEPTH + 1]; /* one for each depth, made when needed */

	/* The file being read. */
	struct source source;
	struct events *events;
	struct event event; /* the current one */
	size_t nodes, errors_before;
	bool stuck; /* libyaml can read no further */
};

/* A key, copied out of its event. */
struct name {
	char bytes[BOUND_KEY_BYTES];
	size_t size;
	struct place at;
	bool lost; /* its value is read for the faults in it alone */
};

/* The key of a value that nobody can ask for. */
struct name tree_unknown(struct place at);

/* Steps to the next event; false when the file cannot be read further. */
bool tree_next(struct tree *);

/* The name that the current event is as a key. */
void tree_key(struct tree *, struct name *ret_name);

/* The empty set of the keys of a group at this depth. */
struct keyset *tree_keys(struct tree *, size_t depth);

/* A new element for a group or a list. */
struct _xmlNode *tree_branch(struct tree *, struct _xmlNode *parent,
	const struct name *, struct place value, enum shape);

/* A value in an element at this depth. */
bool tree_value(
	struct tree *, struct _xmlNode *parent, const struct name *, size_t depth);

/* The pair whose key is the current event. */
bool tree_pair(struct tree *, struct _xmlNode *map, struct keyset *, size_t depth);

/* The pairs of a group after the current event, and its end. */
bool tree_map(struct tree *, struct _xmlNode *map, struct keyset *, size_t depth);

/* Marks what is left out of a group or a list where reading stops; always false. */
bool tree_stop(struct tree *, struct _xmlNode *parent, const char *name);

#endif
