/* saying.h - a value as it is said in the text: its marks escaped, and where it has no
 * translation into the language of the edition marked with the language that it is in.
 */
#ifndef COMPOSE_SAYING_H
#define COMPOSE_SAYING_H

#include "base/diag.h"

struct prose;
struct speaker;
struct value;

/* Adds the value, which is not empty, for a tag at `at`; notes a gap of the edition. */
void saying_add(
	struct speaker *, struct prose *, const struct value *, struct place at);

#endif
