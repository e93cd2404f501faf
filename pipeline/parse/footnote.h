/* footnote.h - notes: `[^name]` in the text and `[^name]: …` anywhere in it.
 *
 * More paragraphs of a note follow it indented by four spaces.
 */
#ifndef PARSE_FOOTNOTE_H
#define PARSE_FOOTNOTE_H

#include <stdbool.h>

#include "base/diag.h"

struct arena;
struct cmark_node;
struct conversion;
struct document;
struct node;

/* Adds words that are still masked to what is open: texts and the marks of notes. */
void footnote_text(struct conversion *, struct place, struct text masked);

/* What in a paragraph that has been read are notes leaves it, and stands after it. */
void footnote_define(struct arena *, struct node *paragraph);

/* True when a block of code was the rest of the note before it. */
bool footnote_continue(struct conversion *, struct cmark_node *code);

#endif
