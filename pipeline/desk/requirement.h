/* requirement.h - what a map asks for beyond its schema: "date body document|policy".
 *
 * model/fields.h says how this is written.
 */
#ifndef DESK_REQUIREMENT_H
#define DESK_REQUIREMENT_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct field;
struct type;

/* Whether a blank record should have the field because of `requires`, where the field
 * `there` (or NULL) is in it anyway.  *ret_instead is what may be given instead of it
 * ("policy or scheme"), empty where nothing. */
bool requirement_names(struct arena *, struct text requires, const struct type *map,
	const struct field *, const struct field *there, struct text *ret_instead);

/* "It needs date, body; it should have document or policy."; empty where nothing is
 * asked for. */
struct text requirement_sentence(
	struct arena *, struct text requires, struct text expects);

#endif
