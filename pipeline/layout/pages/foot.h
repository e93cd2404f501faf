/* foot.h - how much of the notes stands at the foot of a page.
 *
 * Items of the foot are counted from the start of all.
 */
#ifndef LAYOUT_FOOT_H
#define LAYOUT_FOOT_H

#include <stddef.h>
#include <stdint.h>

struct paging;

/* The items of the foot that fit into `room` if the first of them is `from`; never more
 * than `to`. */
size_t foot_fill(const struct paging *, size_t from, size_t to, int64_t room);

/* The notes of the lines before `to`, in items of the foot. */
size_t foot_owed(const struct paging *, size_t to);

/* The least that must stand on a page of the items from one to the other so that its
 * last note begins there. */
size_t foot_least(const struct paging *, size_t from, size_t to);

#endif
