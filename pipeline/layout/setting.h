/* setting.h - what the files of layout work with while one document is set.
 *
 * layout.c opens and closes it.  Results go to `pages` and its arena; what is only
 * needed until the pages are made goes to `scratch`.
 */
#ifndef LAYOUT_SETTING_H
#define LAYOUT_SETTING_H

#include "base/text.h"

struct arena;
struct diag_list;
struct document;
struct face_set;
struct hyphenator;
struct pages;
struct segmenter;
struct shaper;
struct style;

struct setting {
	struct diag_list *diags;
	struct arena *scratch;
	const struct style *style;
	const struct document *document;
	struct pages *pages;
	struct face_set *faces;
	struct shaper *shaper;
	struct hyphenator *hyphenator; /* NULL: the language has no patterns */
	struct segmenter *segmenter;
	struct text *names; /* of the headings, sorted by bytes: what links lead to */
	size_t name_count;
	struct buffer missing; /* runes that no font has and that were spoken of */
};

#endif
