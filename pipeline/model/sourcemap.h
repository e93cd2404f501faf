/* sourcemap.h - from places in generated Markdown to the places it came from.
 *
 * compose writes one at the very end of its Markdown, parse reads it there:
 *	<?places 0123456789abcdef
 *	12:1 reports/annual-2023/uptake.md:3:1
 *	12:34 = fixtures/annual-2023/azerbaijan.yaml:12:14-30
 *	?>
 * The number is text_hash of all bytes before it, so that a map is not believed
 * once somebody has edited the prose.  An entry holds from its line and column on,
 * up to the next one.  What runs advances with the Markdown; what is fixed (`=`)
 * came whole from one value.  An entry without a source says: not known.
 */
#ifndef MODEL_SOURCEMAP_H
#define MODEL_SOURCEMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

struct arena;

enum source {
	SOURCE_NONE,
	SOURCE_RUNNING,
	SOURCE_FIXED,
};

struct sourcemap_entry {
	uint32_t line, column; /* in the Markdown, runes */
	enum source source;
	struct place from;
};

struct sourcemap {
	struct arena *arena;
	struct sourcemap_entry *items; /* by line and column */
	size_t count, room;
};

struct sourcemap *sourcemap_make(struct arena *);

/* From `line` and `column` on.  Entries at or after that point are dropped; one
 * that says what the entry before it says anyway is not added.  The file's name is
 * borrowed. */
void sourcemap_add(struct sourcemap *, uint32_t line, uint32_t column, enum source,
	struct place from);

/* What is known of the rune at line and column; `ret_from` is set for all but
 * SOURCE_NONE. */
enum source sourcemap_find(const struct sourcemap *, uint32_t line, uint32_t column,
	struct place *ret_from);

/* Appends the map to the Markdown in the buffer. */
void sourcemap_print(const struct sourcemap *, struct buffer *);

/* The map at the end of the Markdown, and the Markdown without it.  NULL where
 * there is none or it is not to be believed; then *ret_prose is all of it. */
struct sourcemap *sourcemap_parse(
	struct arena *, struct text markdown, struct text *ret_prose);

#endif
