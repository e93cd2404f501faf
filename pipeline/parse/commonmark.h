/* commonmark.h - trees that cmark reads, in an arena.
 *
 * They are many small pieces, made one after the other and dropped together, and count
 * as the run's memory.  cmark hands nothing to those who give it memory, so each thread
 * has one place for it at a time.
 */
#ifndef PARSE_COMMONMARK_H
#define PARSE_COMMONMARK_H

#include "base/text.h"

struct arena;
struct cmark_node;

/* All trees of this thread are read into an arena of their own until they are dropped;
 * should the run end before, it closes with `scratch`. */
void commonmark_begin(struct arena *scratch);

/* The document that a text is.  The text must last until it is read. */
struct cmark_node *commonmark_read(struct text);

/* No tree that was read since the beginning may be looked at from here on. */
void commonmark_drop(void);

#endif
