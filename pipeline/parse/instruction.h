/* instruction.h - the processing instructions by which compose speaks to parse.
 *
 * `<?title The year in cities?>` stands alone on its line.  Values hold XML
 * references for what would end the line or the instruction.
 */
#ifndef PARSE_INSTRUCTION_H
#define PARSE_INSTRUCTION_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct document;

/* Cuts `<?name value?>`, with white space round it, into its two; false when it is
 * something else.  The value is kept in the arena, references resolved. */
bool instruction_parse(struct arena *, struct text html, struct text *ret_name,
	struct text *ret_value);

/* Notes a fact about the whole; false when `name` is no fact. */
bool instruction_apply(struct document *, struct text name, struct text value);

#endif
