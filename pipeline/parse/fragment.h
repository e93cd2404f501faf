/* fragment.h - stretches of Markdown that are read by themselves: the cells of a table,
 * what stands in a fence.
 *
 * cmark knows neither, so they are gathered while the text around them is converted and
 * read after it, all at once: each as a quote of its own in a text put together for
 * this, so that none can run into the next.
 */
#ifndef PARSE_FRAGMENT_H
#define PARSE_FRAGMENT_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct node;
struct origin;
struct positions;

struct fragment {
	struct node *into; /* what is read becomes its children */
	bool inlines;      /* it is the text of one paragraph; else it is blocks */
	size_t depth;      /* of the tree around it */
};

/* The sign before the first line of inlines: nothing else can begin with it, and what
 * follows is read as at the start of a line. */
#define FRAGMENT_SIGN TEXT("| ")

struct fragment_list {
	struct fragment *items;
	size_t count, room;
	struct buffer text;     /* what cmark is to read: quote after quote */
	struct origin *origins; /* of its lines */
	size_t lines, line_room;
};

struct fragment_list fragments_make(struct arena *);

/* Begins a fragment; one line follows at least. */
void fragment_open(struct fragment_list *, struct fragment);

/* The lines of a text, the first of which stands at the line and the offset, in bytes,
 * of what is read now; all begin at that offset. */
void fragment_lines(struct fragment_list *, const struct positions *, struct text whole,
	int line, size_t offset);

/* A line that stands at the line and the offset, in bytes, of what is read now. */
void fragment_line(struct fragment_list *, const struct positions *, struct text words,
	int line, size_t offset);

#endif
