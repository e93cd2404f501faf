/* section.h - names and numbers of headings, and the title of a plain text. */
#ifndef PARSE_SECTION_H
#define PARSE_SECTION_H

#include "base/text.h"

struct arena;
struct diag_list;
struct document;

/* Gives each heading and each table or figure with a caption an id that nothing else
 * has: the one that its author wrote as `{#id}`, or one made of its words or its
 * number.  In a section with a number the first heading of level 1 bears it and the
 * headings of level 2 count from 1.  A document without a title is called like its
 * first heading of level 1, one without a language is in English. */
void section_name(struct arena *, struct diag_list *, struct document *);

/* A text as an id: ASCII letters in lower case, digits and the letters of other
 * scripts stay, what stands between them becomes one '-'. */
struct text section_slug(struct arena *, struct text);

#endif
