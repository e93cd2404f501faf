/* difference.h - what was changed in a file whose lines stay the same in number. */
#ifndef DIFFERENCE_H
#define DIFFERENCE_H

#include "base/text.h"

/* A unified diff that patch and git take. */
void difference_print(
	struct buffer *, struct text path, struct text before, struct text after);

/* "a.yaml:7: cuntry: AZ -> country: AZ" for each line that changed, safe for a
 * terminal; how many. */
size_t difference_tell(
	struct buffer *, struct text path, struct text before, struct text after);

#endif
