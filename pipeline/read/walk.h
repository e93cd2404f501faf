/* walk.h - a look over YAML that keeps nothing: how far it can be read.
 */
#ifndef READ_WALK_H
#define READ_WALK_H

#include "read/events.h"
#include "read/mistake.h"

struct walk {
	bool whole;             /* read to its end */
	bool too_deep;          /* left where it nests deeper than may be */
	bool is_text;           /* a single text, neither group nor list */
	size_t nodes;           /* keys and entries */
	struct mistake mistake; /* unless whole or too deep; its words are static */
};

struct walk walk_source(struct arena *, const struct source *);

#endif
