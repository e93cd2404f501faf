/* guard.h - what cmark is not asked to read.
 *
 * cmark 0.30 takes time that grows with the square of the text for lists and
 * quotes nested thousands deep and for thousands of pictures that are begun and
 * not ended.  No text for people has either.
 */
#ifndef PARSE_GUARD_H
#define PARSE_GUARD_H

#include <stdbool.h>

#include "base/text.h"

struct diag_list;
struct positions;

/* False when a diagnostic says what is wrong with the text: bytes that are no
 * UTF-8 or that XML cannot hold, size, nesting. */
bool guard_check(struct diag_list *, struct positions *);

enum { GUARD_DEPTH = 64 }; /* lists and quotes inside each other */

#endif
