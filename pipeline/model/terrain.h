/* terrain.h - the sorts of places that there are in records, as the schemas tell, and
 * the ways from one to another: what model/reach.h walks on.
 */
#ifndef MODEL_TERRAIN_H
#define MODEL_TERRAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct field;
struct fields;

enum ground_kind {
	GROUND_DOCUMENT,
	GROUND_RECORDS,
	GROUND_FILE,
	GROUND_FIELD,
};

/* One sort of place in the records. */
struct ground {
	enum ground_kind kind;
	const struct field *field; /* of GROUND_FIELD */
	const struct ground *up;
};

/* Where an expression may lead. */
struct reach {
	bool is_any;   /* nothing is known of it */
	bool is_value; /* to a text, a number or a truth */
	const struct ground **spots;
	size_t count, room;
};

/* The schemas. */
struct terrain {
	struct arena *arena;
	const struct fields *fields;    /* NULL: nothing is known */
	const struct reach *everything; /* once it was asked for */
};

extern const struct reach terrain_any, terrain_computed;
extern const struct ground terrain_records, terrain_file;

struct reach *terrain_make(struct arena *);
void terrain_add(struct arena *, struct reach *, const struct ground *);
void terrain_add_field(
	struct arena *, struct reach *, const struct field *, const struct ground *up);

/* Above all records, and all spots that are below those of a reach, or in it. */
const struct reach *terrain_top(struct terrain *);
const struct reach *terrain_below(struct terrain *, const struct reach *from);

/* The records of a kind. */
const struct reach *terrain_kind(struct terrain *, struct text kind);

/* Adds where one of XPath's axes leads from a spot; `name` is empty for any, `axis` for
 * the children. */
void terrain_axis(struct terrain *, struct reach *, const struct ground *,
	struct text axis, struct text name);

/* The name of the element; and what people call it, by its type. */
struct text terrain_name(const struct ground *);
struct text terrain_title(const struct ground *);

#endif
