/* scan.h - a look at the bytes of a file before libyaml sees them.
 *
 * What an editor does not show, or what libyaml would blame on the wrong line, is
 * found here: other encodings, invisible and damaged characters, tabs in the
 * indentation, directives.
 */
#ifndef READ_SCAN_H
#define READ_SCAN_H

#include "base/diag.h"

struct arena;
struct lines;
struct mended;

/* True when libyaml may read the bytes; false has said why, for every line. */
bool scan_bytes(struct diag_list *, struct text path, struct text bytes);

/* Puts something readable in the place of all that the scan refuses, where it can:
 * false for a file that is not even nearly text. */
bool scan_mend(struct arena *, const struct lines *, struct mended *);

/* The same for a value whose characters were written as escapes: "\u0000". */
bool scan_value(struct diag_list *, struct place at, struct text value);

#endif
