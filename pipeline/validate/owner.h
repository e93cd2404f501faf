/* owner.h - which record a diagnostic is about.
 *
 * Faults are found by many steps, in read too, and all know the place.  So the records
 * are looked up by place, once, when everything has been said.
 */
#ifndef VALIDATE_OWNER_H
#define VALIDATE_OWNER_H

#include <stddef.h>

struct _xmlNode;
struct judge;

/* Gives those of the diagnostics from..to, which are sorted, that are about a file the
 * record that they stand in and its title. */
void owner_name(struct judge *, const struct _xmlNode *file, size_t from, size_t to);

/* The same for the diagnostic that was added last, and is about an element. */
void owner_set(struct judge *, const struct _xmlNode *);

#endif
