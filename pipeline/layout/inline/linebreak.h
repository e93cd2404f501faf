/* linebreak.h - a paragraph into lines by total fit.
 *
 * After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software -
 * Practice and Experience 11 (1981), 1119-1184, with the integer arithmetic and the
 * defaults of TeX (D. E. Knuth, "TeX: The Program", 1986, parts 38 and 39).
 */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"

struct arena;

enum atom_kind {
	ATOM_BOX,     /* black: words and parts of words */
	ATOM_GLUE,    /* white: may stretch and shrink, vanishes at a break */
	ATOM_PENALTY, /* a place to break that costs something */
};

enum {
	PENALTY_NEVER = 10000,   /* and above: no break here */
	PENALTY_ALWAYS = -10000, /* and below: a break here in any case */
};

struct atom {
	enum atom_kind kind;
	bool flagged; /* a penalty with a hyphen: two in a row are ugly */
	int penalty;
	length width;           /* of a penalty: what a break here adds */
	length stretch, shrink; /* of glue */
	length lead, trail; /* how far a box, or the hyphen of a penalty, may stand out
			     * of a line that it begins, and of one that it ends */
};

/* How the lines are to be. */
struct measure {
	length width;        /* of a line */
	length first_indent; /* how much shorter the first line is */
	length ragged;       /* stretch added to each line; 0 for justified text */
	int64_t tolerance;   /* badness that a line may have: 100 is tight, 10000 any */
	length emergency;    /* stretch lent to every line when nothing else helps */
	bool tried;    /* the first pass was, by linebreak_fit_whole, and failed */
	int looseness; /* so many lines more, or fewer, than are best: as near to
			* that as the tolerance allows */
};

/* A chosen break. */
struct line_break {
	size_t atom; /* the line ends before this atom, which vanishes if it is glue */
	bool overfull; /* nothing could make it fit */
};

/* The breaks of the best way to set the atoms, in order; the last one is
 * count.  A first pass passes over flagged penalties if it can; the second takes
 * them; the third lends the emergency stretch.  There is at least one line. */
struct line_break *linebreak_fit(struct arena *, const struct atom *atoms, size_t count,
	const struct measure *, size_t *ret_count);

/* The same by the first pass alone, to which it makes no difference whether words are
 * divided yet; NULL where it finds no way. */
struct line_break *linebreak_fit_whole(struct arena *, const struct atom *atoms,
	size_t count, const struct measure *, size_t *ret_count);

/* TeX's badness, about 100 * (needed / available)^3; 10000 is the worst. */
int64_t linebreak_badness(int64_t needed, int64_t available);

#endif
