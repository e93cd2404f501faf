/* visible.h - texts of which nothing can be seen, and texts that turn round what stands
 * behind them.  Both have the shape that their schema asks for, and neither may be
 * printed: a name that is not there, a sentence in the wrong order. */
#ifndef VALIDATE_VISIBLE_H
#define VALIDATE_VISIBLE_H

#include <stdbool.h>

struct _xmlNode;
struct judge;

/* False: a diagnostic says why. */
bool visible_check(struct judge *, const struct _xmlNode *);

#endif
