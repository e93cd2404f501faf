/* linefix.h - the line as it should be, as the help and the fix of the diagnostic that
 * was added last.
 */
#ifndef READ_LINEFIX_H
#define READ_LINEFIX_H

#include "base/text.h"

struct diag_list;
struct lines;

/* A longer line is not repeated in a help. */
#define LINEFIX_SHOWN 120

/* A fix that puts a sign at the end of the line; none where its text may go on below
 * it, or a comment may stand there. */
void linefix_end(struct diag_list *, const struct lines *, char sign);

/* Suggests the line with its text in quotes. */
void linefix_quote(struct diag_list *, struct text line);

#endif
