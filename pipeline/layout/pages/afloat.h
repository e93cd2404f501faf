/* afloat.h - how many floats a page holds, and where on it they stand.
 */
#ifndef LAYOUT_AFLOAT_H
#define LAYOUT_AFLOAT_H

#include <stddef.h>
#include <stdint.h>

struct paging;

/* The floats from `first` up to, not including, `end`: what they take from a page with
 * text on it. */
int64_t afloat_height(const struct paging *, size_t first, size_t end);

/* The floats after those that fill a page without text; one at least is on it.
 * `ret_left` is what stays empty, less than 0 where that one is too tall. */
size_t afloat_page(const struct paging *, size_t first, size_t end, int64_t *ret_left);

/* Floats that are not out when the page ends that ends before `to`: what that costs. */
int64_t afloat_cost(const struct paging *, size_t first, size_t to);

/* Of the floats from `first` up to `end` on a page from item `start` up to `to`, those
 * before what is returned stand at its top. */
size_t afloat_tops(
	const struct paging *, size_t first, size_t end, size_t start, size_t to);

#endif
