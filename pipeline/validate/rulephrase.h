/* rulephrase.h - phrases of a list of the rules, looked for in a text. */
#ifndef VALIDATE_RULEPHRASE_H
#define VALIDATE_RULEPHRASE_H

#include "base/text.h"

struct phrases;
struct rulebook;

/* The list of that name, or NULL. */
const struct phrases *rulephrase_list(const struct rulebook *, struct text name);

/* The phrase of the list that stands first in the text, borrowed from the list; empty
 * where there is none. */
struct text rulephrase_first(const struct phrases *, struct text);

#endif
