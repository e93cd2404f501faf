/* gaps.h - texts of records that an edition prints in another language than its own.
 *
 * They are told as one warning for the edition, with a place for each record.
 */
#ifndef MODEL_GAPS_H
#define MODEL_GAPS_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct gaps;
struct _xmlNode;

/* All lies in the arena.  `language` is that of the edition. */
struct gaps *gaps_make(struct arena *, struct text language);

/* Notes a text, once: the element that holds it in the language that is printed, below
 * the one whose keys are languages. */
void gaps_add(struct gaps *, const struct _xmlNode *text);

/* Adds those of another edition in the same language. */
void gaps_append(struct gaps *, const struct gaps *from);

/* Tells G109 at the place where the edition was asked for, if there is any gap. */
void gaps_tell(struct gaps *, struct diag_list *, struct place edition);

/* The language that a value was printed in, where it is not the edition's; else empty.
 * `node` holds the value and may be NULL or of any kind. */
struct text gaps_language(const struct _xmlNode *node, struct text edition);

#endif
