/* group.h - the same fault in many places, told once.
 *
 * Diagnostics are alike when they have a code, a help and a sentence in common, less
 * the name of the record in it.  Text shows the first few of them whole and lists the
 * places of the rest, a letter shows one; data lists every one.
 */
#ifndef REPORT_GROUP_H
#define REPORT_GROUP_H

#include "base/diag.h"

struct arena;

enum {
	GROUP_SHOWN = 3, /* diagnostics of a group that are shown whole, at a screen */
	GROUP_LISTED = 200 /* places that are listed after them */
};

struct group {
	const struct diag *last;   /* the last one that is shown whole */
	const struct diag **rest;  /* those after it, in order */
	size_t shown, count, room; /* count: of the rest */
};

struct group_list {
	const struct diag *items; /* whose groups these are */
	size_t shown;             /* of each group, whole */
	struct group **of;        /* by index of the diagnostic */
	size_t count;
};

struct group_list group_make(
	struct arena *, const struct diag *items, size_t count, size_t shown);

/* The group of a diagnostic. */
const struct group *group_find(const struct group_list *, const struct diag *);

/* True for a diagnostic that is only listed, after the last shown one of its group. */
bool group_hides(const struct group_list *, const struct diag *);

#endif
