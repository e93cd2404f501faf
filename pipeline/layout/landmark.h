/* landmark.h - what links inside a document lead to: headings, and tables and figures
 * with a caption.
 *
 * Which page a landmark is on is known when the pages are made, too late for a text
 * that says so; then the document is set once more, with what was found.
 */
#ifndef LAYOUT_LANDMARK_H
#define LAYOUT_LANDMARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct document;
struct node;
struct pages;
struct setting;

struct landmark {
	struct text name;
	struct node *node;
	struct text folio; /* of its page, as far as is known; empty at first */
	uint32_t page;     /* its index, as far as is known */
	bool asked;        /* the folio stands in the text */
};

struct landmarks {
	struct landmark *items; /* sorted by name */
	size_t count;
	size_t figures; /* with a number */
	size_t tags;    /* that the document will have, or a few less */
	bool foretold;  /* a text, or a list before it, says on which page one is */
};

struct landmarks *landmarks_make(struct arena *, const struct document *);

/* The landmark of that name, or NULL. */
struct landmark *landmark_find(const struct landmarks *, struct text name);

/* Takes over the folios of finished pages.  True when those that stand in the text were
 * right. */
bool landmarks_settle(struct landmarks *, struct arena *, const struct pages *);

/* The number of a heading, a table or a figure, as it is printed; may be empty. */
struct text landmark_number(struct setting *, const struct node *);

/* What a link without words says about a landmark: its number, else its title; or what
 * the title of the link asks for: "number", "title" or "page". */
struct text landmark_say(struct setting *, struct landmark *, struct text wanted);

#endif
