/* convert.h - from cmark's nodes to the document tree. */
#ifndef PARSE_CONVERT_H
#define PARSE_CONVERT_H

#include <stdbool.h>

struct arena;
struct job;
struct document;
struct positions;

/* Reads the Markdown and makes the document's blocks in `arena`, under one section
 * for each `<?section?>`, or one for all where there is none.  Facts about the whole
 * are noted, comments dropped.  False when a diagnostic of error severity says what
 * cannot be printed. */
bool convert_markdown(
	struct arena *, struct job *, struct positions *, struct document *);

#endif
