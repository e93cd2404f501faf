/* notehome.h - where notes stand in the document, and what they are called.
 */
#ifndef PARSE_NOTEHOME_H
#define PARSE_NOTEHOME_H

struct arena;
struct diag_list;
struct document;

/* Takes every note to the end of what its marks stand in, in the order of the marks: of
 * a table or a call-out, where letters call it, or of a section, where numbers do.  A
 * note with marks in several of them belongs to the section.  What has no mark, no
 * note, or two notes of its name is said. */
void notehome_find(
	struct arena *, struct arena *scratch, struct diag_list *, struct document *);

#endif
