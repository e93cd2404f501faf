/* change.h - what has changed in one record.
 */
#ifndef COMPARE_CHANGE_H
#define COMPARE_CHANGE_H

#include <stddef.h>

#include "compare/comparison.h"

/* Fills in the changes of a finding that has both sides.  Of a record that goes on
 * under another id only what has a sort counts: its words are new in any case.  The
 * scratch arena is reset. */
void change_find(struct arena *, struct arena *scratch, struct finding *);

#endif
