/* requirement.h - what a map asks for beyond its schema: "date body document|policy".
 *
 * Names stand with blanks between them, a|b is one of the two, a/b a field further
 * down.
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

/* "date, body, document or policy". */
struct text requirement_words(struct arena *, struct text requires);

#endif
