/* expand.h - a template's tree filled with records. */
#ifndef COMPOSE_EXPAND_H
#define COMPOSE_EXPAND_H

#include <stdbool.h>

struct part;
struct prose;
struct queries;
struct speaker;
struct _xmlNode;

/* Adds the parts to the prose, with `node` as the context of their paths.  False when
 * diagnostics say which values are missing or do not fit. */
bool expand_parts(struct speaker *, struct queries *, const struct part *,
	struct _xmlNode *node, struct prose *);

#endif
