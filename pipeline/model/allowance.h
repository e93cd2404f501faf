/* allowance.h - faults that a person looked at and lets stand, with the reason.
 *
 * In YAML it is a comment, "# plgs: allow V512 -- reason", at the end of the line of a
 * key or on the line above it.  In records XML it is a processing instruction under
 * <file>: <?allow CODE PLACE LINE REASON?>, where LINE is that of the key.
 */
#ifndef MODEL_ALLOWANCE_H
#define MODEL_ALLOWANCE_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct _xmlNode;

/* Allowances of one file; those beyond are not looked at, so their faults are told. */
#define ALLOWANCE_MOST 500

struct allowance {
	struct text code;
	struct text reason; /* empty where none is given */
	struct place at;    /* of the comment */
	uint32_t line;      /* that it is about */
};

/* Adds a copy under a file; the arena is that of its records. */
void allowance_add(struct arena *, struct _xmlNode *file, const struct allowance *);

/* True for a file that has any. */
bool allowance_is_in(const struct _xmlNode *file);

/* The one after `node` under a file, the first where `node` is NULL; NULL beyond the
 * last.  *ret_allowance is kept in the arena. */
const struct _xmlNode *allowance_next(struct arena *, const struct _xmlNode *file,
	const struct _xmlNode *node, struct allowance *ret_allowance);

/* The instructions under a file. */
void allowance_print(const struct _xmlNode *file, struct buffer *);

#endif
