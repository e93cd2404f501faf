/* atoms.h - runs of text as what the line breaker works with: words and parts of words,
 * the space between them, and the places where a line may end.
 */
#ifndef LAYOUT_ATOMS_H
#define LAYOUT_ATOMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/text.h"
#include "layout/inline/script.h"

struct atom;
struct run_list;
struct setting;
struct shaped;

/* How the lines of a paragraph are to be. */
struct paragraph_form {
	length width;        /* of the lines */
	length first_indent; /* the first line begins that much further in */
	bool justified;
	bool hyphenated;
	bool verbatim; /* a line is broken only where it is full, and spaces count */
	bool pinned;   /* begins where the column does, whichever way its text runs */
};

/* What an atom stands for in the text. */
struct piece {
	size_t from, to; /* bytes of the whole text */
	uint32_t run;    /* index */
	uint32_t face;
	uint16_t script;
	uint8_t level;  /* of embedding, UAX #9: odd runs from right to left */
	bool hyphen;    /* a break here shows a hyphen */
	bool divisible; /* the word that may be divided, not divided yet */
	uint32_t chunk; /* pieces of one chunk were shaped as one; 0: no letters */
	struct shaped *shaped; /* that one; of white space: a space in its look */
};

struct atom_list {
	struct setting *setting;
	const struct run_list *runs;
	const struct paragraph_form *form;
	struct text text;       /* all runs, one after the other */
	size_t *starts;         /* of each run in the text, and the end of the last */
	length ascent, descent; /* of the largest face that a run asks for */
	bool rtl;               /* its lines run from right to left */
	const uint8_t *levels;  /* of each byte; NULL: all 0 */
	struct atom *atoms;     /* these two run side by side */
	struct piece *pieces;
	size_t count, room; /* of both */
	uint32_t chunks;
};

/* In the rough; the arguments are borrowed.  A character that no font has is L102. */
struct atom_list atoms_make(
	struct setting *, const struct run_list *, const struct paragraph_form *);

/* Words that may be divided are left whole at first, since few need be; this divides
 * them. */
void atoms_divide(struct atom_list *);

/* Adds to the end of a list. */
void atoms_add(struct atom_list *, struct atom, struct piece);

/* The glyphs of words in the look of a piece. */
struct shaped *atoms_shape_as(
	const struct atom_list *, const struct piece *, struct text words);

#endif
