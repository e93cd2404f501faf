/* countries.h - which countries a document speaks of, and where. */
#ifndef PARSE_COUNTRIES_H
#define PARSE_COUNTRIES_H

#include <stdbool.h>

struct arena;
struct document;
struct job;

/* Fills the index of countries, if the document has one: an entry for each country that
 * has a call-out, or whose name stands in a heading.  A call-out is spoken of from its
 * beginning to its end, and so is what stands below a heading with one name; a heading
 * with several is a mention itself.  Names are those of schemas/codelists, in the
 * language of the document or in English.  False: a diagnostic says which list cannot
 * be read. */
bool countries_index(struct job *, struct arena *, struct document *);

#endif
