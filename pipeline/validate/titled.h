/* titled.h - the title of a record in the place of its name.
 *
 * Names have no blanks, so that a reference with a blank is most often a title.
 */
#ifndef VALIDATE_TITLED_H
#define VALIDATE_TITLED_H

#include <stdbool.h>

#include "base/text.h"

struct _xmlNode;
struct judge;

struct titled {
	struct text words;
	struct text id;  /* of the record whose title is nearest; empty where none is */
	size_t mistakes; /* between the two */
	size_t equal;    /* records that have just this title */
};

/* Can this be no name, but a title? */
bool titled_is(struct text);

struct titled titled_start(struct text words);

/* Looks at the titles of a record in all languages; the id is borrowed. */
void titled_offer(struct titled *, const struct _xmlNode *record, struct text id);

/* Complains of the reference. */
void titled_complain(struct judge *, const struct _xmlNode *reference, struct text kind,
	const struct titled *);

#endif
