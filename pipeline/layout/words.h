/* words.h - the few words that layout itself puts on a page, in many languages.
 */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include "base/text.h"

enum word {
	WORD_CONTENTS,
	WORD_FIGURES,
	WORD_TABLES,
	WORD_TABLE,
	WORD_FIGURE,
	WORD_SECTION,
	WORD_PAGE,
	WORD_PAGES, /* so many: behind the number */
	WORD_COMMA, /* between the items of a list */
	WORD_NOTE,
	WORD_BACK,   /* from a note to its mark */
	WORD_SOURCE, /* of the values of a chart, with its colon */
	WORD_DRAFT,
	WORD_SINCE,   /* changes since another document: before its name */
	WORD_CHANGED, /* before what has changed */
	WORD_REMOVED, /* before what stands behind something that is gone */
	WORDS
};

/* In the language, which is BCP 47, or in English. */
struct text words_find(struct text language, enum word);

#endif
