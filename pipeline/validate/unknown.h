/* unknown.h - keys that the schema does not know: a file of little else is told so
 * once.
 */
#ifndef VALIDATE_UNKNOWN_H
#define VALIDATE_UNKNOWN_H

#include "base/diag.h"

/* Of one file so many are told one by one. */
enum { UNKNOWN_TOLD = 1000 };

/* Those of a portion. */
struct unknown {
	size_t count;
	struct place at; /* of the first one beyond UNKNOWN_TOLD */
};

/* Those of a file, as far as its portions were taken. */
struct unknown_tally {
	struct text path;
	size_t count;
	struct place at; /* of the first that is not told; its line is 0 before */
};

/* Takes the next portion, of that file, and leaves in its diagnostics as many as may
 * be told.  What there is to say of the file before goes to `all`, which keeps what the
 * tally needs. */
void unknown_take(struct unknown_tally *, struct diag_list *all, struct text path,
	struct diag_list *portion, const struct unknown *);

/* Says how many were not told, after the last portion of a file. */
void unknown_close(struct unknown_tally *, struct diag_list *all);

#endif
