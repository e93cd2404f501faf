/* vocabulary.h - the names that the schemas know: fields, and what identifies what.
 *
 * The XSD files are read as plain XML.  Where there is no folder of schemas nothing
 * is known, and no name can be called wrong.
 */
#ifndef COMPOSE_VOCABULARY_H
#define COMPOSE_VOCABULARY_H

#include <stdbool.h>

#include "base/text.h"

struct arena;
struct job;
struct vocabulary;
struct _xmlNode;

bool vocabulary_read(struct job *, struct arena *, struct vocabulary **ret_vocabulary);

/* True for the name of any field, and for all names where nothing is known. */
bool vocabulary_has(const struct vocabulary *, struct text name);

/* The known name that is most like `name`; empty where none is near. */
struct text vocabulary_nearest(const struct vocabulary *, struct text name);

/* A field's declaration: that of a whole file, or of a field within another; NULL
 * where it is not known. */
const struct _xmlNode *vocabulary_file(const struct vocabulary *, const char *name);
const struct _xmlNode *vocabulary_field(
	const struct vocabulary *, const struct _xmlNode *within, const char *name);

/* The kind of record that the field names ("event"); empty where it names none. */
struct text vocabulary_identifies(const struct _xmlNode *field);

/* The one of `count` texts that is most like `name`; empty where none is near. */
struct text vocabulary_nearest_of(
	const struct text *names, size_t count, struct text name);

#endif
