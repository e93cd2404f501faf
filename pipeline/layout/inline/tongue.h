/* tongue.h - what setting words in one language takes: where they may be divided, where
 * lines may break, and which way they run.
 */
#ifndef LAYOUT_TONGUE_H
#define LAYOUT_TONGUE_H

#include <stdbool.h>

#include "base/text.h"

struct hyphenator;
struct job;
struct segmenter;

/* What a language does with the ends of lines and the space before marks, as bits. */
enum tongue_custom {
	TONGUE_CLOSE_MARKS = 1, /* high marks after a space, as in French */
	TONGUE_SHORT_WORDS =
		2, /* words of one letter go with the next, as in Russian */
	TONGUE_REPEATED_MARK =
		4, /* a hyphen is repeated on the next line: Portuguese */
};

struct tongue {
	struct tongue *next;
	struct text language; /* BCP 47 */
	unsigned customs;
	bool rtl;                      /* its lines run from right to left */
	struct hyphenator *hyphenator; /* NULL: it has no patterns */
	struct segmenter *segmenter;   /* NULL: nothing was broken in it yet */
};

/* The tongues of a document, each made when it is first asked for. */
struct tongue_set;

struct tongue_set *tongue_set_open(struct job *);
void tongue_set_close(struct tongue_set *);

/* An empty language is English. */
const struct tongue *tongue_find(struct tongue_set *, struct text language);

/* The customs of a language; those of "pt" hold for "pt-BR". */
unsigned tongue_customs(struct text language);

/* Where lines of a text in that tongue may break. */
struct segmenter *tongue_segmenter(struct tongue_set *, const struct tongue *);

#endif
