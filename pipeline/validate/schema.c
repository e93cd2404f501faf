#include "schema.h"

#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/xsd.h"
#include "stage.h"

static void
cannot_use(struct job *job, const char *why)
{
	struct place at = { .file = files_within(job->scratch, job->schemas,
				    TEXT("milestone.xsd")) };

	diag_add(job->diags, DIAG_V101, at, "the schema cannot be used: %s", why);
	diag_help(job->diags,
		"the schemas come with plgs; install it again, or undo the last "
		"change to them");
}

/* Keeps the first thing that libxml2 says against the schema. */
static void
complaint_keep(void *context, xmlError *error)
{
	struct job *job = context;
	struct text why =
		text_trim(text_of(error->message ? error->message : "unknown"));

	cannot_use(job, text_string(job->scratch, why));
}

static struct _xmlSchema *
tree_compile(struct job *job, xmlDoc *tree)
{
	xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(tree);
	size_t before = job->diags->errors;
	xmlSchema *compiled;

	if (!parser)
		arena_exhaust(job->scratch);
	xmlSchemaSetParserStructuredErrors(parser, complaint_keep, job);
	compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	if (compiled && job->diags->errors == before)
		return compiled;
	if (job->diags->errors == before)
		cannot_use(job, "libxml2 refuses it");
	xmlSchemaFree(compiled);
	return NULL;
}

bool
schema_open(struct job *job, struct schema *ret_schema)
{
	struct schema schema;

	if (!xsd_open(job->scratch, job->diags, job->files, job->schemas, &schema.tree))
		return false;
	schema.compiled = tree_compile(job, schema.tree);
	if (!schema.compiled)
		return false;
	*ret_schema = schema;
	return true;
}

void
schema_close(struct schema *schema)
{
	xmlSchemaFree(schema->compiled);
}
