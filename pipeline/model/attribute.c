#include "attribute.h"

#include <libxml/tree.h>
#include <string.h>

#include "base/arena.h"
#include "model/document.h"
#include "model/xml.h"

/* How a member of a node stands in its attribute. */
enum spelling {
	SPELT_TEXT,
	SPELT_SOME,   /* a text, if it is not empty */
	SPELT_NUMBER, /* an int */
	SPELT_FLAG,   /* true or false */
	SPELT_SIGN,   /* true, or nothing */
	SPELT_SPAN,   /* an int of 1 or more, if it is more */
	SPELT_SHARE,  /* an int of hundredths, if it is not 0 */
	SPELT_ALIGN,  /* a word, if there is one */
	SPELT_PLACE,  /* the same */
	SPELT_LISTED, /* the same */
	SPELT_CHART,  /* the same */
};

/* The attributes of the kinds, in the order in which they are printed; those of ours
 * on an element of CommonMark carry the prefix. */
static const struct attribute {
	enum node_kind kind;
	enum spelling spelling;
	const char *name;
	size_t offset; /* of the member in struct node */
} attributes[] = {
	{ NODE_SECTION, SPELT_SOME, "id", offsetof(struct node, section.id) },
	{ NODE_SECTION, SPELT_SOME, "number", offsetof(struct node, section.number) },
	{ NODE_SECTION, SPELT_PLACE, "place", offsetof(struct node, section.place) },
	{ NODE_HEADING, SPELT_NUMBER, "level", offsetof(struct node, heading.level) },
	{ NODE_HEADING, SPELT_SOME, "p:id", offsetof(struct node, heading.id) },
	{ NODE_HEADING, SPELT_SOME, "p:number", offsetof(struct node, heading.number) },
	{ NODE_CALLOUT, SPELT_SOME, "id", offsetof(struct node, callout.id) },
	{ NODE_CALLOUT, SPELT_SOME, "country", offsetof(struct node, callout.country) },
	{ NODE_CALLOUT, SPELT_SOME, "title", offsetof(struct node, callout.title) },
	{ NODE_LIST, SPELT_FLAG, "tight", offsetof(struct node, list.tight) },
	{ NODE_CODE_BLOCK, SPELT_SOME, "info", offsetof(struct node, code.info) },
	{ NODE_TABLE, SPELT_SOME, "id", offsetof(struct node, table.id) },
	{ NODE_TABLE, SPELT_SOME, "number", offsetof(struct node, table.number) },
	{ NODE_FIGURE, SPELT_SOME, "id", offsetof(struct node, figure.id) },
	{ NODE_FIGURE, SPELT_SOME, "number", offsetof(struct node, figure.number) },
	{ NODE_PICTURE, SPELT_TEXT, "file", offsetof(struct node, picture.file) },
	{ NODE_PICTURE, SPELT_SOME, "alt", offsetof(struct node, picture.alt) },
	{ NODE_PICTURE, SPELT_SIGN, "decorative",
		offsetof(struct node, picture.decorative) },
	{ NODE_PICTURE, SPELT_SHARE, "width", offsetof(struct node, picture.width) },
	{ NODE_CHART, SPELT_CHART, "kind", offsetof(struct node, chart.kind) },
	{ NODE_CHART, SPELT_SOME, "unit", offsetof(struct node, chart.unit) },
	{ NODE_CHART, SPELT_SOME, "order", offsetof(struct node, chart.order) },
	{ NODE_CHART, SPELT_SOME, "highlight", offsetof(struct node, chart.highlight) },
	{ NODE_CHART, SPELT_SOME, "target", offsetof(struct node, chart.target) },
	{ NODE_CHART, SPELT_SOME, "alt", offsetof(struct node, chart.alt) },
	{ NODE_ROW, SPELT_SIGN, "head", offsetof(struct node, row.head) },
	{ NODE_CELL, SPELT_ALIGN, "align", offsetof(struct node, cell.align) },
	{ NODE_CELL, SPELT_SPAN, "columns", offsetof(struct node, cell.columns) },
	{ NODE_CELL, SPELT_SPAN, "rows", offsetof(struct node, cell.rows) },
	{ NODE_CELL, SPELT_SIGN, "head", offsetof(struct node, cell.head) },
	{ NODE_KEY_NUMBER, SPELT_TEXT, "number",
		offsetof(struct node, keynumber.number) },
	{ NODE_CONTENTS, SPELT_LISTED, "of", offsetof(struct node, contents.listed) },
	{ NODE_CONTENTS, SPELT_NUMBER, "levels",
		offsetof(struct node, contents.levels) },
	{ NODE_COLUMNS, SPELT_NUMBER, "count", offsetof(struct node, columns.count) },
	{ NODE_ENTRY, SPELT_TEXT, "name", offsetof(struct node, entry.name) },
	{ NODE_MENTION, SPELT_TEXT, "from", offsetof(struct node, mention.from) },
	{ NODE_MENTION, SPELT_SOME, "to", offsetof(struct node, mention.to) },
	{ NODE_ANCHOR, SPELT_TEXT, "id", offsetof(struct node, anchor.id) },
	{ NODE_CARD, SPELT_TEXT, "title", offsetof(struct node, card.title) },
	{ NODE_CARD, SPELT_SOME, "date", offsetof(struct node, card.date) },
	{ NODE_CARD, SPELT_SOME, "languages", offsetof(struct node, card.languages) },
	{ NODE_CARD, SPELT_SOME, "pages", offsetof(struct node, card.pages) },
	{ NODE_CARD, SPELT_SOME, "link", offsetof(struct node, card.link) },
	{ NODE_CARD, SPELT_SOME, "cover", offsetof(struct node, card.cover) },
	{ NODE_CARD, SPELT_SOME, "alt", offsetof(struct node, card.alt) },
	{ NODE_NOTE, SPELT_TEXT, "id", offsetof(struct node, note.id) },
	{ NODE_NOTE, SPELT_TEXT, "label", offsetof(struct node, note.label) },
	{ NODE_MARK, SPELT_TEXT, "id", offsetof(struct node, mark.id) },
	{ NODE_MARK, SPELT_TEXT, "label", offsetof(struct node, mark.label) },
	{ NODE_LINK, SPELT_TEXT, "destination", offsetof(struct node, link.url) },
	{ NODE_LINK, SPELT_TEXT, "title", offsetof(struct node, link.title) },
	{ NODE_IMAGE, SPELT_TEXT, "destination", offsetof(struct node, link.url) },
	{ NODE_IMAGE, SPELT_TEXT, "title", offsetof(struct node, link.title) },
};

enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

static const char *const aligns[] = {
	[ALIGN_NONE] = "",
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTRE] = "centre",
	[ALIGN_RIGHT] = "right",
};

static const char *const places[] = {
	[PLACE_BODY] = "",
	[PLACE_IMPRINT] = "imprint",
	[PLACE_FOREWORD] = "foreword",
	[PLACE_BACK] = "back",
};

static const char *const listed[] = {
	[LISTED_HEADINGS] = "",
	[LISTED_FIGURES] = "figures",
	[LISTED_TABLES] = "tables",
};

enum {
	LISTED = sizeof listed / sizeof *listed,
	PLACES = sizeof places / sizeof *places,
	ALIGNS = sizeof aligns / sizeof *aligns,
	SPAN_MOST = 1000, /* columns or rows of a cell */
	LEVEL_MOST = 6,   /* of a heading */
	COLUMNS_MOST = 4, /* side by side */
};

static void *
member_of(struct node *node, const struct attribute *attribute)
{
	return (char *)node + attribute->offset;
}

/* CommonMark's list says its number and its delimiter only where it has them. */
static void
list_print(const struct node *node, struct buffer *buffer)
{
	buffer_format(
		buffer, " type=\"%s\"", node->list.ordered ? "ordered" : "bullet");
	if (!node->list.ordered)
		return;
	xml_add_number(buffer, "start", node->list.start);
	xml_add(buffer, "delim",
		node->list.delimiter == ')' ? TEXT("paren") : TEXT("period"));
}

static void
attribute_print(
	const struct attribute *attribute, const void *member, struct buffer *buffer)
{
	switch (attribute->spelling) {
	case SPELT_TEXT:
		xml_add(buffer, attribute->name, *(const struct text *)member);
		break;
	case SPELT_SOME:
		xml_add_some(buffer, attribute->name, *(const struct text *)member);
		break;
	case SPELT_NUMBER:
		xml_add_number(buffer, attribute->name, *(const int *)member);
		break;
	case SPELT_FLAG:
		xml_add(buffer, attribute->name,
			*(const bool *)member ? TEXT("true") : TEXT("false"));
		break;
	case SPELT_SIGN:
		if (*(const bool *)member)
			xml_add(buffer, attribute->name, TEXT("true"));
		break;
	case SPELT_SPAN:
		if (*(const int *)member > 1)
			xml_add_number(buffer, attribute->name, *(const int *)member);
		break;
	case SPELT_SHARE:
		if (*(const int *)member)
			xml_add_number(buffer, attribute->name, *(const int *)member);
		break;
	case SPELT_ALIGN:
		xml_add_some(buffer, attribute->name,
			text_of(aligns[*(const enum node_align *)member]));
		break;
	case SPELT_PLACE:
		xml_add_some(buffer, attribute->name,
			text_of(places[*(const enum node_place *)member]));
		break;
	case SPELT_LISTED:
		xml_add_some(buffer, attribute->name,
			text_of(listed[*(const enum node_listed *)member]));
		break;
	case SPELT_CHART:
		xml_add_some(buffer, attribute->name,
			text_of(chart_name(*(const enum chart_kind *)member)));
		break;
	}
}

void
attributes_print(struct node *node, struct buffer *buffer)
{
	if (node->kind == NODE_LIST)
		list_print(node, buffer);
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (attributes[i].kind == node->kind)
			attribute_print(&attributes[i], member_of(node, &attributes[i]),
				buffer);
}

static void
list_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	node->list.ordered = text_is(xml_attribute(arena, xml, "type"), "ordered");
	node->list.start = (int)xml_number(xml, "start");
	node->list.delimiter =
		text_is(xml_attribute(arena, xml, "delim"), "paren") ? ')' : '.';
}

static struct text
attribute_find(struct arena *arena, const xmlNode *xml, const char *name)
{
	return strncmp(name, "p:", 2) == 0
		       ? xml_attribute_of(arena, xml, name + 2, DOCUMENT_SPACE)
		       : xml_attribute(arena, xml, name);
}

static int
span_parse(const xmlNode *xml, const char *name)
{
	int64_t span = xml_number(xml, name);

	return span < 1 ? 1 : span > SPAN_MOST ? SPAN_MOST : (int)span;
}

static int
share_parse(const xmlNode *xml, const char *name)
{
	int64_t share = xml_number(xml, name);

	return share < 0 || share > 100 ? 0 : (int)share;
}

/* The place of a word among `count` words; the first is no word. */
static size_t
word_parse(struct text word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(word, words[i]))
			return i;
	return 0;
}

static enum chart_kind
chart_parse(struct text word)
{
	for (int i = 0; i < CHART_KINDS; i++)
		if (text_is(word, chart_name((enum chart_kind)i)))
			return (enum chart_kind)i;
	return CHART_NONE;
}

static void
attribute_parse(struct arena *arena, const xmlNode *xml,
	const struct attribute *attribute, void *member)
{
	switch (attribute->spelling) {
	case SPELT_TEXT:
	case SPELT_SOME:
		*(struct text *)member = attribute_find(arena, xml, attribute->name);
		break;
	case SPELT_NUMBER:
		*(int *)member = (int)xml_number(xml, attribute->name);
		break;
	case SPELT_SPAN:
		*(int *)member = span_parse(xml, attribute->name);
		break;
	case SPELT_SHARE:
		*(int *)member = share_parse(xml, attribute->name);
		break;
	case SPELT_ALIGN:
		*(enum node_align *)member = (enum node_align)word_parse(
			attribute_find(arena, xml, attribute->name), aligns, ALIGNS);
		break;
	case SPELT_PLACE:
		*(enum node_place *)member = (enum node_place)word_parse(
			attribute_find(arena, xml, attribute->name), places, PLACES);
		break;
	case SPELT_LISTED:
		*(enum node_listed *)member = (enum node_listed)word_parse(
			attribute_find(arena, xml, attribute->name), listed, LISTED);
		break;
	case SPELT_CHART:
		*(enum chart_kind *)member =
			chart_parse(attribute_find(arena, xml, attribute->name));
		break;
	case SPELT_FLAG:
	case SPELT_SIGN:
		*(bool *)member =
			text_is(attribute_find(arena, xml, attribute->name), "true");
		break;
	}
}

static int
number_within(int number, int most)
{
	return number < 1 ? 1 : number > most ? most : number;
}

void
attributes_parse(struct arena *arena, const xmlNode *xml, struct node *node)
{
	for (size_t i = 0; i < ATTRIBUTES; i++)
		if (attributes[i].kind == node->kind)
			attribute_parse(arena, xml, &attributes[i],
				member_of(node, &attributes[i]));
	if (node->kind == NODE_LIST)
		list_parse(arena, xml, node);
	if (node->kind == NODE_HEADING)
		node->heading.level = number_within(node->heading.level, LEVEL_MOST);
	if (node->kind == NODE_COLUMNS)
		node->columns.count = number_within(node->columns.count, COLUMNS_MOST);
}
