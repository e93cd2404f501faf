/* disguise.h - values that look right and are not.
 *
 * A letter of another script, a curved quote, a long dash, a digit that is not
 * European, a blank that nobody sees: text copied from elsewhere brings them, and a
 * code, a date or a number cannot hold them.
 */
#ifndef VALIDATE_DISGUISE_H
#define VALIDATE_DISGUISE_H

#include <stdbool.h>

#include "base/text.h"

struct _xmlNode;
struct arena;
struct judge;
struct type;

struct disguise {
	struct text plain; /* the value in the characters it seems to have */
	struct text label; /* names the first other one; empty where there is none */
};

struct disguise disguise_of(struct arena *, struct text value);

/* Names what is strange about a value in the diagnostic that was added last, and says
 * to write it plainly.  False, and nothing said, where it would not fit its type then.
 */
bool disguise_tell(struct judge *, const struct _xmlNode *, const struct type *);

/* The same of a value to which something was said already. */
void disguise_label(struct judge *, struct disguise);

#endif
