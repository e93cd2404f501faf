/* literal.h - the words that cmark gives, as a document holds them.
 */
#ifndef PARSE_LITERAL_H
#define PARSE_LITERAL_H

#include "base/text.h"

struct arena;

/* A copy in which signs of notes are as they were typed, line ends are LF, and U+FFFD
 * stands for what a reference like `&#1;` made and no XML can hold. */
struct text literal_keep(struct arena *, struct text literal);

#endif
