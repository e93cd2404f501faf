/* pipetable.h - tables drawn with pipes.
 *
 *	| Country | Approved | Share |
 *	|---------|:--------:|------:|
 *	| Kenya   | 2016     |  31.5 |
 *
 * The second line makes the table; its colons align the columns.  A pipe within a cell
 * is written `\|`.  A cell that holds nothing but `<` joins the cell to its left, one
 * that holds nothing but `^` the cell above.  Several lines of heads may stand above.
 */
#ifndef PARSE_PIPETABLE_H
#define PARSE_PIPETABLE_H

#include <stdbool.h>

enum { TABLE_COLUMNS = 250 }; /* that a table may have */

struct cmark_node;
struct conversion;

/* True when a paragraph was a table: it has been added to what is open, and its cells
 * are fragments. */
bool pipetable_take(struct conversion *, struct cmark_node *paragraph);

#endif
