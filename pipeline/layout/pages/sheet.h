/* sheet.h - what stands on a page.
 */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"

struct flow_item;
struct paging;
struct state;

/* The flow's items from `from` up to, not including, `to`. */
struct sheet {
	size_t from, to;
	bool turned;                   /* the page lies on its side */
	bool ends;                     /* nothing follows its text */
	size_t foot_from, foot_to;     /* the same of the flow's foot */
	size_t float_from, float_to;   /* the same of its floats */
	size_t float_tops;             /* those before this stand above the text */
	const struct columns *columns; /* that it begins in, or NULL */
	size_t *column_ends; /* of all columns but the last, passage by passage */
	size_t column_count, column_room;
	length slack, spaces; /* what its white space grows by, and how high that is */
};

/* What an item of the text grows by: white space takes its part of the slack. */
length sheet_stretch(const struct sheet *, const struct flow_item *);

/* The pages that lead to a state, which is NULL for a flow of nothing; then those of
 * notes that are left.  Says what is taller than its page.  In the rough. */
struct sheet *sheets_collect(
	const struct paging *, const struct state *last, size_t *ret_count);

#endif
