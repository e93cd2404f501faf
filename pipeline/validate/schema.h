/* schema.h - the XSD files as a schema that libxml2 checks values by.
 *
 * Keys and shapes are looked at by ourselves, so libxml2 gets one value at a time.  It
 * wants an element that is declared: for every type of a value the schema is given one,
 * whose name schema_element tells.
 */
#ifndef VALIDATE_SCHEMA_H
#define VALIDATE_SCHEMA_H

#include <stdbool.h>

#include "base/text.h"

struct _xmlDoc;
struct _xmlSchema;
struct arena;
struct fields;
struct job;

struct schema {
	const struct fields *fields;
	struct _xmlSchema *compiled;
};

/* Opens the schemas of the job; the arena must last as long as they are open.  False,
 * with nothing open, has said why. */
bool schema_open(struct job *, struct arena *, struct schema *ret_schema);
void schema_close(struct schema *);

/* The name of the element for values of a type. */
const char *schema_element(struct arena *, struct text type);

#endif
