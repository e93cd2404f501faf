/* prose.h - Markdown in the making, with a source map of where it came from.
 *
 * Outside code fences there is never more than one empty line in a row, however many
 * a template leaves behind.
 */
#ifndef COMPOSE_PROSE_H
#define COMPOSE_PROSE_H

#include "base/diag.h"

struct arena;
struct sourcemap;

struct prose {
	struct buffer buffer;
	struct sourcemap *map;
	uint32_t line, column; /* of the next rune */
	size_t line_start;     /* offset of the line in the buffer */
	size_t value_start;    /* offset of the value just added, or past the end */
	bool after_empty;      /* the line before is empty, or there is none */
	char fence;            /* of the open code block: '`', '~' or 0 */
	size_t fence_size;
	/* Called where a block has ended, outside of fences; or NULL. */
	void (*gap)(void *owner, struct prose *);
	void *owner;
};

struct prose prose_make(struct arena *);

/* Adds Markdown that runs along with its source. */
void prose_run(struct prose *, struct text, struct place);

/* Adds Markdown without line ends that came from one value. */
void prose_fix(struct prose *, struct text, struct place);

/* Where in the Markdown the next value stands. */
enum stance {
	STANCE_TEXT,
	STANCE_QUOTED, /* behind the word that opens a fence, in the title of a link */
	STANCE_FENCED, /* on a line of the fence */
};

enum stance prose_stance(const struct prose *);

/* Ends the line, and the block with an empty line. */
void prose_end_line(struct prose *);
void prose_end_block(struct prose *);

/* All of it and its map. */
struct text prose_finish(struct prose *);

#endif
