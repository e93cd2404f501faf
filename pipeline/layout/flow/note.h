/* note.h - notes: hung on the line of their mark until the pages are made, or set below
 * the table or within the call-out that they belong to.
 */
#ifndef LAYOUT_NOTE_H
#define LAYOUT_NOTE_H

#include "base/text.h"
#include "layout/flow/column.h"

struct arena;
struct document;
struct flow;
struct node;
struct note_index;

/* The notes of a document, to be found by their names; NULL where there are none. */
struct note_index *notes_index(struct arena *, const struct document *);

/* Hangs the notes of the foot whose marks stand on the line that was added last, and
 * that hang nowhere yet, on that line. */
void notes_hang(struct flow *);

/* Sets the notes of a table or a call-out; their tags go below `tag`. */
void notes_flow(struct flow *, struct node *parent, struct column, uint32_t tag);

/* The name of the destination that the mark of a note leads to. */
struct text note_name(struct arena *, struct text id);

/* The name of the destination that leads back from there; false where the name is not
 * one of a note. */
bool note_back(struct arena *, struct text name, struct text *ret_name);

#endif
