/* escape.h - record text on its way into Markdown, so that it prints as itself. */
#ifndef COMPOSE_ESCAPE_H
#define COMPOSE_ESCAPE_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* Adds text as one line of Markdown that stands for just this text wherever a
 * template puts it: white space folded, every character that CommonMark or GitHub
 * could read as markup escaped, also where it would begin a line. */
void escape_text(struct buffer *, struct text);

/* The same for a text that is folded already and keeps its blanks at the ends. */
void escape_line(struct buffer *, struct text line);

/* The same for a line in a fence that plgs reads: what would end a value there is
 * escaped too, and nothing but backslashes does it, since a reference ends in a
 * semicolon. */
void escape_fenced(struct buffer *, struct text);

/* The same behind the word that opens a fence and in the title of a link, where nothing
 * but references does it: no backtick, no quote may stand there. */
void escape_quoted(struct buffer *, struct text);

/* Adds a text in which *emphasis*, **strong emphasis** and [links](https://…) mean what
 * they mean in Markdown, and everything else stands for itself. */
void escape_markup(struct buffer *, struct text);

/* Adds an address as the destination of a link; false, and nothing added, when it is
 * not http or https. */
bool escape_url(struct buffer *, struct text);

/* Adds the value of a processing instruction: one line, what would end it as XML
 * references. */
void escape_fact(struct buffer *, struct text);

/* The text as one line: white space at the ends gone, each other run of it one
 * space. */
struct text escape_fold(struct arena *, struct text);

#endif
