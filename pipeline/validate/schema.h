/* schema.h - the XSD files as a schema that libxml2 checks values by.
 */
#ifndef VALIDATE_SCHEMA_H
#define VALIDATE_SCHEMA_H

#include <stdbool.h>

struct _xmlDoc;
struct _xmlSchema;
struct job;

struct schema {
	struct _xmlDoc *tree; /* without includes; in the job's scratch */
	struct _xmlSchema *compiled;
};

/* Opens the schemas of the job.  False, with nothing open, has said why. */
bool schema_open(struct job *, struct schema *ret_schema);
void schema_close(struct schema *);

#endif
