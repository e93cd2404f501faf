/* columns.h - the HTML by which an author has a passage set in columns.
 *
 * `<div columns="2">` and `</div>`, each between blank lines, hold the blocks; viewers
 * of Markdown show them one below the other.
 */
#ifndef PARSE_COLUMNS_H
#define PARSE_COLUMNS_H

struct arena;
struct diag_list;
struct document;

/* Puts the blocks between the tags into columns; the tags go.  Columns stand in a
 * section, not within anything else.  Those that nothing closes go on to the end of the
 * section. */
void columns_apply(struct arena *, struct diag_list *, struct document *);

#endif
