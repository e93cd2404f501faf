/* caption.h - what is known of a table when all of its cells have been read.
 */
#ifndef PARSE_CAPTION_H
#define PARSE_CAPTION_H

#include "base/text.h"

struct document;

#define CAPTION_SIGN TEXT("Table:")

/* A paragraph `Table: …` right before or after a table becomes its caption.  A first
 * cell that is bold as a whole is the head of its row. */
void captions_take(struct document *);

#endif
