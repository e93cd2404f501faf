/* choices.h - the values that a field may have: those of its enumeration, or the codes
 * of the list that it names.
 */
#ifndef DESK_CHOICES_H
#define DESK_CHOICES_H

#include <stdbool.h>
#include <stddef.h>

struct choice;
struct desk;
struct type;

struct choices {
	const struct choice *items;
	size_t count;
	bool open; /* others may be right too, or the same written otherwise */
};

/* None where every value is right.  A list that cannot be read has been told of, and
 * counts as none. */
struct choices choices_of(const struct desk *, const struct type *);

#endif
