/* floor.c - what checking records costs when nothing is said of them: libyaml's events,
 * one libxml2 tree for each record, xmlSchemaValidateDoc.  No places, no suggestions,
 * no references, no rules; the ratio of plgs to this is what bench/run shows.
 *
 *	floor SCHEMA FILE...
 */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH = 64 };

/* A file's tree so far: the header stays, each record comes and goes. */
struct floor {
	xmlSchemaValidCtxt *context;
	xmlDoc *doc;
	xmlNode *open[DEPTH]; /* of each level of the YAML */
	char key[DEPTH][128];
	int list[DEPTH];
	int depth;
	size_t records, invalid;
};

static void
quiet(void *context, xmlError *error)
{
	(void)context;
	(void)error;
}

static xmlNode *
node_add(struct floor *floor)
{
	xmlNode *parent = floor->open[floor->depth];
	const char *name =
		floor->list[floor->depth] ? "item" : floor->key[floor->depth];
	xmlNode *node = xmlNewDocNode(floor->doc, NULL, BAD_CAST name, NULL);

	floor->key[floor->depth][0] = '\0';
	return xmlAddChild(parent, node);
}

static void
record_judge(struct floor *floor, xmlNode *record)
{
	floor->records++;
	floor->invalid += xmlSchemaValidateDoc(floor->context, floor->doc) != 0;
	xmlUnlinkNode(record);
	xmlFreeNode(record);
}

static void
collection_open(struct floor *floor, int list)
{
	xmlNode *node;

	if (floor->depth < 0) {
		node = xmlNewDocNode(floor->doc, NULL, BAD_CAST "submission", NULL);
		xmlDocSetRootElement(floor->doc, node);
	} else {
		node = node_add(floor);
	}
	floor->depth++;
	floor->open[floor->depth] = node;
	floor->list[floor->depth] = list;
	floor->key[floor->depth][0] = '\0';
}

static void
collection_close(struct floor *floor)
{
	xmlNode *node = floor->open[floor->depth--];

	/* A record: an item of a list of the root. */
	if (floor->depth == 1 && floor->list[1] && !floor->list[0])
		record_judge(floor, node);
}

static void
scalar(struct floor *floor, const char *value)
{
	if (!floor->list[floor->depth] && floor->key[floor->depth][0] == '\0')
		snprintf(floor->key[floor->depth], sizeof floor->key[0], "%s", value);
	else
		xmlAddChild(node_add(floor), xmlNewDocText(floor->doc, BAD_CAST value));
}

static void
event_take(struct floor *floor, const yaml_event_t *event)
{
	if (event->type == YAML_SCALAR_EVENT)
		scalar(floor, (const char *)event->data.scalar.value);
	else if (event->type == YAML_MAPPING_START_EVENT)
		collection_open(floor, 0);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		collection_open(floor, 1);
	else if (event->type == YAML_MAPPING_END_EVENT ||
		 event->type == YAML_SEQUENCE_END_EVENT)
		collection_close(floor);
}

static void
file_judge(struct floor *floor, const char *path)
{
	FILE *file = fopen(path, "rb");
	yaml_parser_t parser;
	yaml_event_t event;
	int done = 0;

	if (!file || !yaml_parser_initialize(&parser))
		exit(1);
	yaml_parser_set_input_file(&parser, file);
	floor->doc = xmlNewDoc(BAD_CAST "1.0");
	floor->depth = -1;
	while (!done && yaml_parser_parse(&parser, &event)) {
		done = event.type == YAML_STREAM_END_EVENT;
		event_take(floor, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	xmlFreeDoc(floor->doc);
	fclose(file);
}

int
main(int count, char **words)
{
	struct floor floor = { .records = 0 };
	xmlSchemaParserCtxt *parser;
	xmlSchema *schema;

	if (count < 3)
		return 2;
	parser = xmlSchemaNewParserCtxt(words[1]);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	floor.context = xmlSchemaNewValidCtxt(schema);
	xmlSchemaSetValidStructuredErrors(floor.context, quiet, NULL);
	for (int i = 2; i < count; i++)
		file_judge(&floor, words[i]);
	xmlSchemaFreeValidCtxt(floor.context);
	xmlSchemaFree(schema);
	xmlCleanupParser();
	fprintf(stderr, "%zu records, %zu invalid\n", floor.records, floor.invalid);
	return floor.invalid > 0;
}
