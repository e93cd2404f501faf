/* owner.h - which record a diagnostic is about.
 *
 * Faults are found by many steps, in read too, and all know the place.  So the records
 * are looked up by place, once, when everything has been said.
 */
#ifndef VALIDATE_OWNER_H
#define VALIDATE_OWNER_H

#include <stddef.h>

struct judge;
struct records;

/* Gives the diagnostics from..to, which are sorted, the record that they stand in and
 * its title. */
void owner_name(struct judge *, const struct records *, size_t from, size_t to);

#endif
