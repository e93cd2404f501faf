#include "schema.h"

#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/fields.h"
#include "model/xml.h"
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

const char *
schema_element(struct arena *arena, struct text type)
{
	return text_string(arena, text_format(arena, "value-%.*s", TEXT_ARG(type)));
}

/* Declares an element for the values of a type. */
static void
element_declare(struct job *job, xmlNode *root, struct text type)
{
	const char *name = schema_element(job->scratch, type);
	xmlNode *element = xmlNewChild(root, root->ns, BAD_CAST "element", NULL);

	if (!element || !xmlNewProp(element, BAD_CAST "name", BAD_CAST name) ||
		!xmlNewProp(element, BAD_CAST "type",
			BAD_CAST text_string(job->scratch, type)))
		arena_exhaust(job->scratch);
}

static void
elements_declare(struct job *job, xmlDoc *tree)
{
	xmlNode *root = xmlDocGetRootElement(tree);
	const xmlNode *last = root->last;

	for (xmlNode *node = root->children; node; node = node->next) {
		if (xml_is(node, "simpleType"))
			element_declare(
				job, root, xml_attribute(job->scratch, node, "name"));
		if (node == last)
			break;
	}
}

bool
schema_open(struct job *job, struct arena *arena, struct schema *ret_schema)
{
	struct schema schema;
	xmlDoc *tree;

	if (!xsd_open(arena, job->diags, job->files, job->schemas, &tree))
		return false;
	schema.fields = fields_make(arena, tree);
	elements_declare(job, tree);
	schema.compiled = tree_compile(job, tree);
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
