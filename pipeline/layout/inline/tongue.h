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

struct tongue {
	struct tongue *next;
	struct text language;          /* BCP 47 */
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

/* Whether it is a language or a variety of it: "pt" holds for "pt-BR". */
bool tongue_is(const struct tongue *, const char *language);

/* Where lines of a text in that tongue may break. */
struct segmenter *tongue_segmenter(struct tongue_set *, const struct tongue *);

#endif
