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

/* The name of a record of it. */
struct text registry_name(const struct registry *, const struct _xmlNode *record);

/* The records of a kind, in the order of reading. */
struct _xmlNode **registry_list(
	const struct registry *, struct arena *, struct text kind, size_t *ret_count);

#endif
