/* braces.h - a text in braces that a colon cuts in two.
 *
 * {en: Solar: the beginning} is the most common mistake of all: people write titles so.
 */
#ifndef READ_BRACES_H
#define READ_BRACES_H

#include "base/text.h"

/* Where the text begins and ends that has to be put in quotes; it holds neither quotes
 * nor backslashes.  False where the line has no such text, or where it is not certain
 * where it ends. */
bool braces_find(struct text line, size_t *ret_start, size_t *ret_end);

#endif
