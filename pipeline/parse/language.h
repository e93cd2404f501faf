/* language.h - the HTML by which an author says in which language something is.
 *
 * `<span lang="km">…</span>` holds words; `<div lang="km">` and `</div>`, each between
 * blank lines, hold blocks.  Viewers of Markdown take them as they are.
 */
#ifndef PARSE_LANGUAGE_H
#define PARSE_LANGUAGE_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct diag_list;
struct document;

/* What a <div> says of the blocks that it holds: empty where it does not. */
struct division {
	struct text language;
	struct text columns; /* as many, side by side (columns.h) */
};

/* What it says is borrowed. */
bool division_opens(struct text html, struct division *ret_says);
bool division_closes(struct text html);

/* True when the HTML is one of these tags: it is obeyed, not printed. */
bool language_is_tag(struct text html);

/* Makes the words between the tags into spans and gives the blocks their language; the
 * tags go.  A tag that nothing closes counts to the end of what it stands in. */
void language_apply(struct arena *, struct diag_list *, struct document *);

#endif
