/* value.h - what an element says, in the language of the edition. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct _xmlNode;

struct value {
	struct text text;
	struct place from; /* where it was typed; all zero for what was computed */
	const struct _xmlNode *node; /* that holds it, or NULL */
};

/* The text of an element, attribute or text.  Of a group whose keys are languages
 * the one of `language`, else the first.  False for any other group and for lists. */
bool value_of(struct arena *, const struct _xmlNode *, struct text language,
	struct value *ret_value);

/* True for a group whose keys are languages. */
bool value_is_translated(const struct _xmlNode *);

#endif
