/* keyname.h - what a key of a record may look like.
 *
 * A key becomes the name of an element: letters A to Z, digits, - . and _, a
 * letter first.
 */
#ifndef READ_KEYNAME_H
#define READ_KEYNAME_H

#include "base/diag.h"

/* False has said why not. */
bool keyname_check(struct diag_list *, struct place at, struct text key);

#endif
