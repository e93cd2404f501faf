#include "xsd.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/files.h"
#include "model/xml.h"

enum { FILE_BYTES = 4 * 1024 * 1024, FILES = 64 };

/* The files that are joined, each once. */
struct joining {
	struct arena *arena;
	struct diag_list *diags;
	struct files *files;
	struct text folder;
	xmlDoc *tree; /* the first file; the others are added to it */
	struct text seen[FILES];
	size_t count;
};

static bool
cannot_use(struct joining *joining, struct text path, int line, const char *why)
{
	struct place at = { .file = path, .line = line > 0 ? (uint32_t)line : 0 };

	diag_add(joining->diags, DIAG_G104, at, "the schema cannot be used: %s", why);
	diag_help(joining->diags,
		"the schemas come with plgs; install it again, or undo the last "
		"change to them");
	return false;
}

static bool
tree_open(struct joining *joining, struct text path, xmlDoc **ret_tree)
{
	const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	struct place nowhere = { .line = 0 };
	xmlParserCtxt *parser;
	struct text bytes;
	xmlDoc *tree;
	int line;

	if (!files_read(
		    joining->files, joining->diags, path, nowhere, FILE_BYTES, &bytes))
		return false;
	parser = xmlNewParserCtxt();
	if (!parser)
		arena_exhaust(joining->arena);
	tree = xmlCtxtReadMemory(
		parser, bytes.at, (int)bytes.size, NULL, "UTF-8", options);
	line = parser->lastError.line;
	xmlFreeParserCtxt(parser);
	if (tree && !tree->intSubset && xml_is(xmlDocGetRootElement(tree), "schema")) {
		*ret_tree = tree;
		return true;
	}
	xmlFreeDoc(tree);
	return cannot_use(joining, path, line, "it is no plain XSD");
}

static bool
seen_add(struct joining *joining, struct text path)
{
	for (size_t i = 0; i < joining->count; i++)
		if (text_equal(joining->seen[i], path))
			return false;
	if (joining->count == FILES)
		return false;
	joining->seen[joining->count++] = path;
	return true;
}

static bool file_join(struct joining *, struct text path);

/* A name without a slash lies in the schema folder. */
static bool
include_join(struct joining *joining, struct text path, const xmlNode *include)
{
	struct text name = xml_attribute(joining->arena, include, "schemaLocation");

	if (!xml_is(include, "include") || name.size == 0 ||
		text_find(name, '/', 0) < name.size ||
		text_find(name, ':', 0) < name.size)
		return cannot_use(joining, path, include->line,
			"it may only include files that lie beside it");
	return file_join(joining, files_within(joining->arena, joining->folder, name));
}

static bool
is_loading(const xmlNode *node)
{
	return xml_is(node, "include") || xml_is(node, "import") ||
	       xml_is(node, "redefine") || xml_is(node, "override");
}

static void
node_join(struct joining *joining, xmlNode *node)
{
	xmlNode *copy = xmlDocCopyNode(node, joining->tree, 1);

	if (!copy)
		arena_exhaust(joining->arena);
	xmlAddChild(xmlDocGetRootElement(joining->tree), copy);
}

static bool
tree_join(struct joining *joining, struct text path, const xmlDoc *tree)
{
	xmlNode *root = xmlDocGetRootElement(tree);

	for (xmlNode *node = xml_element(root->children); node;
		node = xml_element(node->next)) {
		if (!is_loading(node))
			node_join(joining, node);
		else if (!include_join(joining, path, node))
			return false;
	}
	return true;
}

static bool
file_join(struct joining *joining, struct text path)
{
	xmlDoc *tree = NULL;
	bool joined;

	if (!seen_add(joining, path))
		return true;
	if (!tree_open(joining, path, &tree))
		return false;
	joined = tree_join(joining, path, tree);
	xmlFreeDoc(tree);
	return joined;
}

/* An empty <schema> with the root's attributes, to join everything to. */
static void
joining_start(struct joining *joining, const xmlDoc *entry)
{
	xmlNode *root;

	joining->tree = xmlNewDoc(BAD_CAST "1.0");
	if (!joining->tree)
		arena_exhaust(joining->arena);
	root = xmlDocCopyNode(xmlDocGetRootElement(entry), joining->tree, 2);
	if (!root)
		arena_exhaust(joining->arena);
	xmlDocSetRootElement(joining->tree, root);
}

static void
tree_close(void *tree)
{
	xmlFreeDoc(tree);
}

bool
xsd_open(struct arena *arena, struct diag_list *diags, struct files *files,
	struct text folder, struct _xmlDoc **ret_tree)
{
	struct joining joining = {
		.arena = arena, .diags = diags, .files = files, .folder = folder
	};
	struct text path = files_within(arena, folder, TEXT("milestone.xsd"));
	xmlDoc *entry;
	bool joined;

	if (!tree_open(&joining, path, &entry))
		return false;
	joining_start(&joining, entry);
	arena_adopt(arena, tree_close, joining.tree);
	joined = seen_add(&joining, path) && tree_join(&joining, path, entry);
	xmlFreeDoc(entry);
	*ret_tree = joining.tree;
	return joined;
}
