/* expand.h - a template's tree filled with records. */
#ifndef COMPOSE_EXPAND_H
#define COMPOSE_EXPAND_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct part;
struct prose;
struct queries;
struct _xmlNode;

/* Adds the parts to the prose, with `node` as the context of their paths.  `language`
 * decides in which order sort puts things.  False when diagnostics say which values
 * are missing or do not fit. */
bool expand_parts(struct arena *, struct diag_list *, struct queries *,
	struct text language, const struct part *, struct _xmlNode *node,
	struct prose *);

#endif
