/* setting.h - what the files of layout work with while one document is set.
 *
 * layout.c opens and closes it.  Results go to `pages` and its arena; what is only
 * needed until the pages are made goes to `scratch`, and what is only needed for the
 * block or the paragraph that is being set goes to `rough`, which is rewound after it.
 */
#ifndef LAYOUT_SETTING_H
#define LAYOUT_SETTING_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct document;
struct face_set;
struct files;
struct landmarks;
struct note_index;
struct pages;
struct placed;
struct relay;
struct shaper;
struct style;
struct tongue;
struct tongue_set;

struct setting {
	struct diag_list *diags;
	struct arena *scratch, *rough;
	struct files *files;
	const struct style *whole; /* for all languages */
	const struct style *style; /* for that of the block that is being set */
	const struct document *document;
	struct pages *pages;
	struct face_set *faces;
	struct shaper *shaper;
	struct tongue_set *tongues;
	const struct tongue *tongue; /* of the block that is being set */
	bool rtl;                    /* x is counted from the right */
	bool numbered;               /* some section of the body has a number */
	struct placed *placed;       /* room for one line */
	size_t placed_room;
	struct landmarks *landmarks; /* what links lead to */
	struct note_index *notes;    /* NULL: there are none */
	struct text proof;           /* what it is before it is released; or empty */
	bool contrast_said;          /* the colours of charts were judged */
	struct relay *relay;         /* who waits for finished pages; or NULL */
	struct buffer missing;       /* what missing.c has spoken of */
};

#endif
