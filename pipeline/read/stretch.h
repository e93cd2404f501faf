/* stretch.h - the lines of a file that can be read by themselves.
 *
 * A record stands below a dash in the list of a key of the file, or below the key
 * itself.  What is wrong in one stretch does not hide the next.
 */
#ifndef READ_STRETCH_H
#define READ_STRETCH_H

#include <stdbool.h>
#include <stddef.h>

struct mended;

struct stretch {
	size_t first, last; /* lines */
	size_t block;       /* the last line that can be read on to without a key */
	bool is_entry;      /* begins with a dash */
};

/* The stretch that a line is in; `count` is the number of lines in the file. */
struct stretch stretch_around(const struct mended *, size_t count, size_t line);

/* The keys and entries that the lines first..last seem to have. */
size_t stretch_nodes(const struct mended *, size_t first, size_t last);

#endif
