#include "filecall.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "base/arena.h"
#include "model/query.h"
#include "model/records.h"
#include "model/xml.h"
#include "validate/operand.h"

const struct _xmlNode *
filecall_root(const struct _xmlNode *node)
{
	while (node->parent && node->parent->type == XML_ELEMENT_NODE &&
		!xml_is(node->parent, "file"))
		node = node->parent;
	return node;
}

/* Of the record that the element is in, or else of its file. */
void
filecall_original(struct query_call *call)
{
	const xmlNode *root = filecall_root(call->subject);
	struct text language = TEXT("");

	for (const xmlNode *node = call->subject; node != root && language.size == 0;
		node = node->parent)
		language = records_value(records_child(node, "language_original"));
	if (language.size == 0)
		language = records_value(records_child(root, "language"));
	operand_give_text(call, language.size ? language : TEXT("en"));
}

/* The country that reports, or how far the file reaches. */
void
filecall_reporter(struct query_call *call)
{
	const xmlNode *root = filecall_root(call->subject);
	xmlNode *country = records_child(root, "country");

	valuePush(call->parser,
		xmlXPathNewNodeSet(country ? country : records_child(root, "scope")));
}

/* A record that does not say when it was sent was sent with its file. */
void
filecall_reported(struct query_call *call)
{
	xmlNodeSet *nodes = xmlXPathNodeSetCreate(NULL);
	xmlNode *recorded = records_child(call->subject, "date_recorded");
	xmlNode *sent = records_child(call->subject, "submitted_at");

	if (!sent)
		sent = records_child(filecall_root(call->subject), "submitted_at");
	if (!nodes || (recorded && xmlXPathNodeSetAdd(nodes, recorded) < 0) ||
		(sent && xmlXPathNodeSetAdd(nodes, sent) < 0))
		arena_exhaust(call->arena);
	valuePush(call->parser, xmlXPathWrapNodeSet(nodes));
}

/* Among the participants of the programme that the file names. */
void
filecall_participation(struct query_call *call)
{
	const xmlNode *root = filecall_root(call->subject);
	const char *key =
		records_child(root, "subnational") ? "subnational" : "country";
	struct text own = records_value(records_child(root, key));
	const xmlNode *programme = query_record(call, TEXT("programme"),
		records_value(records_child(root, "programme")));
	xmlNode *item = records_first(records_child(programme, "participants"));

	while (item && !text_equal(records_value(records_child(item, key)), own))
		item = records_next(item);
	valuePush(call->parser, xmlXPathNewNodeSet(own.size ? item : NULL));
}

/* "azerbaijan.yaml" is part 1 of the way to it, without its ending. */
void
filecall_path_part(struct query_call *call)
{
	double number = xmlXPathPopNumber(call->parser);
	struct text path = records_path(call->subject), part = TEXT("");
	size_t end = path.size;

	for (size_t i = 0; (double)i < number; i++) {
		size_t start = end;

		part = TEXT("");
		if (end == 0)
			break;
		while (start && path.at[start - 1] != '/')
			start--;
		part = text_slice(path, start, end);
		end = start ? start - 1 : 0;
	}
	if (number == 1 && text_ends(part, TEXT(".yaml")))
		part.size -= 5;
	operand_give_text(call, part);
}
