/* conversion.h - what the files of parse share while a text becomes a document.
 */
#ifndef PARSE_CONVERSION_H
#define PARSE_CONVERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct cmark_node;
struct diag_list;
struct document;
struct files;
struct fragment_list;
struct node;
struct positions;

struct conversion {
	struct arena *arena; /* of the document */
	struct arena *scratch;
	struct diag_list *diags;
	struct files *files;
	struct positions *positions;
	struct document *document;
	struct text source; /* the whole, signs of notes masked */
	struct node *open;  /* new nodes go to its end */
	size_t depth;
	bool indexed;                    /* an index is wanted */
	bool listed[3];                  /* by enum node_listed: they are, somewhere */
	struct fragment_list *fragments; /* what is read after this */
	bool in_cell;                    /* what is read stands in a cell of a table */
	struct cmark_node *lead; /* the text that a fragment's sign was cut off */
};

/* Adds a block to what is open, in a section of its own if nothing is. */
void conversion_add(struct conversion *, struct node *);

#endif
