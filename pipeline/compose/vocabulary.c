#include "vocabulary.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "base/suggest.h"
#include "model/xml.h"
#include "stage.h"

static const char our_space[] = "urn:plgs:schema:1";

enum { LARGEST = 4 << 20 }; /* bytes of a schema */

struct vocabulary {
	struct arena *arena;
	const xmlNode **schemas; /* root elements */
	size_t schema_count, schema_room;
	struct text *names;
	size_t name_count, name_room;
};

/* An attribute's text inside the tree. */
static const char *
attribute_of(const xmlNode *node, const char *name, const char *space)
{
	for (const xmlAttr *attribute = node->properties; attribute;
		attribute = attribute->next) {
		const char *found =
			attribute->ns ? (const char *)attribute->ns->href : NULL;

		if (strcmp((const char *)attribute->name, name) != 0 ||
			!attribute->children || !attribute->children->content)
			continue;
		if (space ? found && strcmp(found, space) == 0 : !found)
			return (const char *)attribute->children->content;
	}
	return NULL;
}

static const xmlNode *
tree_next(const xmlNode *node, const xmlNode *root)
{
	const xmlNode *child = xml_element(node->children);

	while (!child && node != root) {
		child = xml_element(node->next);
		node = node->parent;
	}
	return child;
}

static void
names_note(struct vocabulary *vocabulary, const xmlNode *root)
{
	for (const xmlNode *node = root; node; node = tree_next(node, root)) {
		const char *name = attribute_of(node, "name", NULL);

		if (!xml_is(node, "element") || !name)
			continue;
		vocabulary->names = arena_room(vocabulary->arena, vocabulary->names,
			vocabulary->name_count, &vocabulary->name_room,
			sizeof *vocabulary->names);
		vocabulary->names[vocabulary->name_count++] = text_of(name);
	}
}

static bool
schema_read(struct job *job, struct vocabulary *vocabulary, struct text path)
{
	const struct place asked = { .file = path };
	struct text bytes;
	xmlDoc *xml;

	if (!files_read(job->files, job->diags, path, asked, LARGEST, &bytes) ||
		!xml_open(vocabulary->arena, job->diags, path, bytes, "schema", &xml))
		return false;
	vocabulary->schemas = arena_room(vocabulary->arena, vocabulary->schemas,
		vocabulary->schema_count, &vocabulary->schema_room,
		sizeof *vocabulary->schemas);
	vocabulary->schemas[vocabulary->schema_count++] = xmlDocGetRootElement(xml);
	names_note(vocabulary, xmlDocGetRootElement(xml));
	return true;
}

bool
vocabulary_read(
	struct job *job, struct arena *arena, struct vocabulary **ret_vocabulary)
{
	struct vocabulary *vocabulary = arena_make(arena, struct vocabulary);
	struct text *paths = NULL;
	size_t count = 0;

	vocabulary->arena = arena;
	if (job->schemas.size &&
		!files_list(job->files, job->diags, job->schemas, (struct place){ 0 },
			TEXT(".xsd"), &paths, &count))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!schema_read(job, vocabulary, paths[i]))
			return false;
	*ret_vocabulary = vocabulary;
	return true;
}

bool
vocabulary_has(const struct vocabulary *vocabulary, struct text name)
{
	for (size_t i = 0; i < vocabulary->name_count; i++)
		if (text_equal(vocabulary->names[i], name))
			return true;
	return vocabulary->name_count == 0;
}

struct text
vocabulary_nearest_of(const struct text *names, size_t count, struct text name)
{
	struct suggest suggest = suggest_start(name);

	for (size_t i = 0; i < count; i++)
		suggest_offer(&suggest, names[i]);
	return suggest.nearest;
}

struct text
vocabulary_nearest(const struct vocabulary *vocabulary, struct text name)
{
	return vocabulary_nearest_of(vocabulary->names, vocabulary->name_count, name);
}

static const xmlNode *
child_named(const xmlNode *parent, const char *kind, const char *name)
{
	for (const xmlNode *child = xml_element(parent->children); child;
		child = xml_element(child->next)) {
		const char *found = attribute_of(child, "name", NULL);

		if (xml_is(child, kind) && found && strcmp(found, name) == 0)
			return child;
	}
	return NULL;
}

/* A declaration at the top of any schema. */
static const xmlNode *
top_find(const struct vocabulary *vocabulary, const char *kind, const char *name)
{
	for (size_t i = 0; i < vocabulary->schema_count; i++) {
		const xmlNode *found = child_named(vocabulary->schemas[i], kind, name);

		if (found)
			return found;
	}
	return NULL;
}

static const xmlNode *
child_of_kind(const xmlNode *parent, const char *kind)
{
	for (const xmlNode *child = parent ? xml_element(parent->children) : NULL;
		child; child = xml_element(child->next))
		if (xml_is(child, kind))
			return child;
	return NULL;
}

const struct _xmlNode *
vocabulary_file(const struct vocabulary *vocabulary, const char *name)
{
	return top_find(vocabulary, "element", name);
}

const struct _xmlNode *
vocabulary_field(const struct vocabulary *vocabulary, const struct _xmlNode *within,
	const char *name)
{
	const char *named = within ? attribute_of(within, "type", NULL) : NULL;
	const xmlNode *type = named ? top_find(vocabulary, "complexType", named)
				    : child_of_kind(within, "complexType");
	const xmlNode *fields = child_of_kind(type, "all");

	if (!fields)
		fields = child_of_kind(type, "sequence");
	return fields ? child_named(fields, "element", name) : NULL;
}

struct text
vocabulary_identifies(const struct _xmlNode *field)
{
	const char *kind = field ? attribute_of(field, "identifies", our_space) : NULL;

	return text_of(kind ? kind : "");
}
