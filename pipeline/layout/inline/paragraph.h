/* paragraph.h - runs of text as lines of glyphs.
 */
#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

#include <stddef.h>

struct line;
struct paragraph_form;
struct run_list;
struct setting;

/* Sets the runs; there is at least one line.  Lines are in the ink
 * of the pages. */
struct line *paragraph_set(struct setting *, const struct run_list *,
	const struct paragraph_form *, size_t *ret_count);

#endif
