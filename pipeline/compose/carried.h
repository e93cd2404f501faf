/* carried.h - the numbers and dates that records carry.
 *
 * All that stands in a value counts: a number in the summary of a record is carried
 * too.
 */
#ifndef COMPOSE_CARRIED_H
#define COMPOSE_CARRIED_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct mention;
struct months;
struct records;
struct _xmlNode;

struct carried;

/* Gathers them once; what it gives is borrowed from the records. */
struct carried *carried_make(
	struct arena *, const struct records *, const struct months *);

/* True where a value has just this number, or a date that says no less. */
bool carried_has(const struct carried *, const struct mention *);

/* The value with the nearest number or date, or NULL where there is none. */
const struct _xmlNode *carried_nearest(const struct carried *, const struct mention *);

#endif
