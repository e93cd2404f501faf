/* literal.h - the words that cmark gives, as a document holds them.
 */
#ifndef PARSE_LITERAL_H
#define PARSE_LITERAL_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* A copy in which signs of notes are as they were typed, line ends are LF, and U+FFFD
 * stands for what a reference like `&#1;` made and no XML can hold. */
struct text literal_keep(struct arena *, struct text literal);

/* The same for words from a line of a fence, which cmark has left alone: a backslash
 * before a sign of ASCII makes the sign stand for itself. */
struct text literal_words(struct arena *, struct text words);

/* True for a backslash that makes what follows it stand for itself. */
bool literal_escapes(struct text, size_t offset);

/* The offset, from `from` on, of the byte where it does not stand for itself; the size
 * where there is none. */
size_t literal_find(struct text, char byte, size_t from);

#endif
