/* registry.h - which record has which id. */
#ifndef MODEL_REGISTRY_H
#define MODEL_REGISTRY_H

#include "base/text.h"

struct arena;
struct records;
struct registry;
struct fields;
struct _xmlNode;

/* Every record with a field that identifies it.  Where the schemas say nothing, the
 * fields `id` and `iso2` do. */
struct registry *registry_make(
	struct arena *, const struct records *, const struct fields *);

/* The record of that id, and of that kind where both `kind` and the record's own are
 * known; NULL where there is none.  Of several the first that was read. */
struct _xmlNode *registry_find(
	const struct registry *, struct text kind, struct text id);

#endif
