#include "pages.h"

#include <libxml/tree.h>

#include "base/arena.h"
#include "model/drawing.h"
#include "model/xml.h"

#define OURS "urn:plgs:pages:1"

static const char *const artifact_names[] = {
	[ARTIFACT_LAYOUT] = "layout",
	[ARTIFACT_HEADER] = "header",
	[ARTIFACT_FOOTER] = "footer",
};

static const char *const scope_names[] = {
	[SCOPE_NONE] = "",
	[SCOPE_COLUMN] = "column",
	[SCOPE_ROW] = "row",
};

enum { SCOPES = sizeof scope_names / sizeof *scope_names };

enum { ARTIFACTS = sizeof artifact_names / sizeof *artifact_names };

static void
place_attribute(struct place at, struct buffer *buffer)
{
	struct buffer whole = buffer_make(buffer->arena);

	if (!at.line)
		return;
	place_print_whole(&whole, at);
	xml_add(buffer, "at", buffer_text(&whole));
}

static void
tag_print(const struct tag *tag, struct buffer *buffer)
{
	const struct tag_texts *texts = tag_texts(tag);

	buffer_string(buffer, "  <tag");
	xml_add(buffer, "role", text_of(role_name(tag->role)));
	xml_add_number(buffer, "parent", tag->parent);
	xml_add_some(buffer, "alt", texts->alt);
	xml_add_some(buffer, "language", texts->language);
	xml_add_some(buffer, "title", texts->title);
	xml_add_some(buffer, "says", texts->says);
	if (tag->ordered)
		xml_add(buffer, "ordered", TEXT("true"));
	xml_add_some(buffer, "scope", text_of(scope_names[tag->scope]));
	if (tag->columns > 1)
		xml_add_number(buffer, "columns", tag->columns);
	if (tag->rows > 1)
		xml_add_number(buffer, "rows", tag->rows);
	place_attribute(tag->at, buffer);
	buffer_string(buffer, "/>\n");
}

/* Where a glyph's cluster is taken to begin unless it says otherwise: the rune
 * after the one that the glyph before it began with. */
static uint32_t
offset_expected(struct text text, const struct glyph *before)
{
	uint32_t rune;

	if (!before)
		return 0;
	if (before->offset >= text.size)
		return before->offset;
	return before->offset + (uint32_t)text_rune(text, before->offset, &rune);
}

/* ID+ADVANCE, then ~DX,DY and @OFFSET where they are not what is expected. */
static void
glyph_print(const struct glyph *glyph, uint32_t expected, struct buffer *buffer)
{
	buffer_number(buffer, glyph->id);
	buffer_byte(buffer, '+');
	length_print(buffer, glyph->advance);
	if (glyph->dx || glyph->dy) {
		buffer_byte(buffer, '~');
		length_print(buffer, glyph->dx);
		buffer_byte(buffer, ',');
		length_print(buffer, glyph->dy);
	}
	if (glyph->offset != expected) {
		buffer_byte(buffer, '@');
		buffer_number(buffer, glyph->offset);
	}
}

static void
glyphs_print(const struct item *item, struct buffer *buffer)
{
	const struct glyph *glyphs = item->run.glyphs;

	xml_add_number(buffer, "face", item->run.face);
	xml_add_length(buffer, "size", item->run.size);
	xml_add_colour(buffer, "colour", item->run.colour);
	if (item->run.rtl)
		xml_add(buffer, "rtl", TEXT("true"));
	if (item->run.retold)
		xml_add(buffer, "retold", TEXT("true"));
	xml_add(buffer, "text", item->run.text);
	buffer_byte(buffer, '>');
	for (size_t i = 0; i < item->run.count; i++) {
		if (i)
			buffer_byte(buffer, ' ');
		glyph_print(&glyphs[i],
			offset_expected(item->run.text, i ? &glyphs[i - 1] : NULL),
			buffer);
	}
	buffer_string(buffer, "</glyphs>\n");
}

static void
item_open(const struct item *item, const char *name, struct buffer *buffer)
{
	buffer_format(buffer, "    <%s", name);
	if (item->tag)
		xml_add_number(buffer, "tag", item->tag);
	else
		xml_add(buffer, "artifact", text_of(artifact_names[item->artifact]));
	xml_add_length(buffer, "x", item->x);
	xml_add_length(buffer, "y", item->y);
}

static void
item_print(const struct item *item, struct buffer *buffer)
{
	switch (item->kind) {
	case ITEM_GLYPHS:
		item_open(item, "glyphs", buffer);
		glyphs_print(item, buffer);
		break;
	case ITEM_RULE:
		item_open(item, "rule", buffer);
		xml_add_length(buffer, "width", item->rule.width);
		xml_add_length(buffer, "height", item->rule.height);
		xml_add_colour(buffer, "colour", item->rule.colour);
		buffer_string(buffer, "/>\n");
		break;
	case ITEM_LINK:
		item_open(item, "link", buffer);
		xml_add_length(buffer, "width", item->link.width);
		xml_add_length(buffer, "height", item->link.height);
		xml_add_some(buffer, "url", item->link.url);
		xml_add_some(buffer, "name", item->link.name);
		xml_add_some(buffer, "says", item->link.says);
		buffer_string(buffer, "/>\n");
		break;
	case ITEM_IMAGE:
		item_open(item, "image", buffer);
		xml_add_length(buffer, "width", item->image.width);
		xml_add_length(buffer, "height", item->image.height);
		xml_add(buffer, "file", item->image.file);
		if (item->image.orientation > 1)
			xml_add_number(buffer, "orientation", item->image.orientation);
		buffer_string(buffer, "/>\n");
		break;
	case ITEM_PATH:
		item_open(item, "path", buffer);
		drawing_print(item, buffer);
		break;
	}
}

static void
page_print(const struct page *page, struct buffer *buffer)
{
	buffer_string(buffer, "  <page");
	xml_add_length(buffer, "width", page->width);
	xml_add_length(buffer, "height", page->height);
	xml_add_some(buffer, "label", page->label);
	xml_add_some(buffer, "section", page->section);
	if (page->settled) {
		xml_add_number(buffer, "settled", page->settled);
		xml_add_number(buffer, "open", page->open);
	}
	buffer_string(buffer, ">\n");
	for (size_t i = 0; i < page->count; i++)
		item_print(&page->items[i], buffer);
	buffer_string(buffer, "  </page>\n");
}

static void
navigation_print(const struct pages *pages, struct buffer *buffer)
{
	for (size_t i = 0; i < pages->destination_count; i++) {
		const struct destination *destination = &pages->destinations[i];

		buffer_string(buffer, "  <destination");
		xml_add(buffer, "name", destination->name);
		xml_add_number(buffer, "page", destination->page);
		xml_add_length(buffer, "y", destination->y);
		buffer_string(buffer, "/>\n");
	}
	for (size_t i = 0; i < pages->bookmark_count; i++) {
		const struct bookmark *bookmark = &pages->bookmarks[i];

		buffer_string(buffer, "  <bookmark");
		xml_add_number(buffer, "depth", bookmark->depth);
		xml_add(buffer, "name", bookmark->name);
		xml_add(buffer, "title", bookmark->title);
		buffer_string(buffer, "/>\n");
	}
}

void
pages_print(const struct pages *pages, struct buffer *buffer)
{
	buffer_string(buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			      "<pages xmlns=\"" OURS "\"");
	xml_add_some(buffer, "title", pages->title);
	xml_add_some(buffer, "subtitle", pages->subtitle);
	xml_add_some(buffer, "language", pages->language);
	xml_add_some(buffer, "publisher", pages->publisher);
	xml_add_some(buffer, "date", pages->date);
	if (pages->rtl)
		xml_add(buffer, "rtl", TEXT("true"));
	buffer_string(buffer, ">\n");
	for (size_t i = 0; i < pages->face_count; i++) {
		buffer_string(buffer, "  <face");
		xml_add(buffer, "file", pages->faces[i].file);
		xml_add_number(buffer, "index", pages->faces[i].index);
		buffer_string(buffer, "/>\n");
	}
	for (size_t i = 1; i < pages->tag_count; i++)
		tag_print(&pages->tags[i], buffer);
	for (size_t i = 0; i < pages->page_count; i++)
		page_print(&pages->pages[i], buffer);
	navigation_print(pages, buffer);
	buffer_string(buffer, "</pages>\n");
}

/* A parse in progress. */
struct reading {
	struct pages *pages;
	struct diag_list *diags;
	bool rooted; /* the root tag has come */
	struct text name;
};

static bool
refuse(struct reading *reading, const xmlNode *xml, const char *why)
{
	struct place at = { .file = reading->name, .line = xml->line };

	diag_add(reading->diags, DIAG_G102, at, "<%s> %s in this pages XML",
		(const char *)xml->name, why);
	return false;
}

static enum scope
scope_parse(struct text word)
{
	for (size_t i = 0; i < SCOPES; i++)
		if (text_is(word, scope_names[i]))
			return (enum scope)i;
	return SCOPE_NONE;
}

static uint32_t
span_parse(const xmlNode *xml, const char *name)
{
	int64_t span = xml_number(xml, name);

	return span > 1 && span <= UINT16_MAX ? (uint32_t)span : 1;
}

static void
texts_parse(struct pages *pages, uint32_t tag, const xmlNode *xml)
{
	struct arena *arena = pages->arena;
	struct tag_texts texts = {
		.alt = xml_attribute(arena, xml, "alt"),
		.language = xml_attribute(arena, xml, "language"),
		.title = xml_attribute(arena, xml, "title"),
		.says = xml_attribute(arena, xml, "says"),
	};

	if (texts.alt.size || texts.language.size || texts.title.size ||
		texts.says.size)
		*pages_texts(pages, tag) = texts;
}

static bool
tag_parse(struct reading *reading, const xmlNode *xml)
{
	struct pages *pages = reading->pages;
	struct arena *arena = pages->arena;
	struct text name = xml_attribute(arena, xml, "role");
	int64_t parent = xml_number(xml, "parent");
	uint32_t index = 1;
	struct place at = { 0 };
	struct tag *tag;
	enum role role = 0;

	while (role < ROLES && !text_is(name, role_name(role)))
		role++;
	if (role == ROLES)
		return refuse(reading, xml, "has a role that is not known");
	if (parent < 0 || (size_t)parent >= pages->tag_count)
		return refuse(reading, xml, "comes before its parent");
	if (parent == 0 && (role != ROLE_DOCUMENT || reading->rooted))
		return refuse(reading, xml, "is a second root, or no Document");
	place_parse(xml_attribute(arena, xml, "at"), reading->name, &at);
	/* The root was there from the start. */
	if (parent != 0)
		index = pages_add_tag(pages, role, (uint32_t)parent, at);
	tag = &pages->tags[index];
	reading->rooted = true;
	tag->at = at;
	texts_parse(pages, index, xml);
	tag->ordered = text_is(xml_attribute(arena, xml, "ordered"), "true");
	tag->scope = scope_parse(xml_attribute(arena, xml, "scope"));
	tag->columns = span_parse(xml, "columns");
	tag->rows = span_parse(xml, "rows");
	return true;
}

/* Cuts a length off the front, up to one of the bytes that may end it. */
static bool
length_cut(struct text *rest, length *ret_length)
{
	size_t end = 0;

	while (end < rest->size && rest->at[end] != '~' && rest->at[end] != ',' &&
		rest->at[end] != '@')
		end++;
	if (!length_parse(text_slice(*rest, 0, end), ret_length))
		return false;
	*rest = text_slice(*rest, end, rest->size);
	return true;
}

static bool
glyph_parse(struct text word, struct glyph *ret_glyph)
{
	struct text id = { "", 0 };
	int64_t number;

	if (!text_cut(&word, '+', &id) || !text_number(id, &number) ||
		number > UINT16_MAX)
		return false;
	ret_glyph->id = (uint32_t)number;
	if (!length_cut(&word, &ret_glyph->advance))
		return false;
	if (word.size && word.at[0] == '~') {
		word = text_slice(word, 1, word.size);
		if (!length_cut(&word, &ret_glyph->dx) || word.size == 0)
			return false;
		word = text_slice(word, 1, word.size);
		if (!length_cut(&word, &ret_glyph->dy))
			return false;
	}
	if (word.size == 0)
		return true;
	if (!text_number(text_slice(word, 1, word.size), &number) || number > INT32_MAX)
		return false;
	ret_glyph->offset = (uint32_t)number;
	return true;
}

static bool
glyphs_parse(struct reading *reading, const xmlNode *xml, struct item *item)
{
	struct arena *arena = reading->pages->arena;
	struct text rest = xml_content(arena, xml), word;
	int64_t face = xml_number(xml, "face");
	size_t room = 0;

	if (face < 0 || (size_t)face >= reading->pages->face_count)
		return refuse(reading, xml, "names a face that is not there");
	item->run.face = (uint32_t)face;
	item->run.size = xml_length(xml, "size");
	item->run.colour = xml_colour(xml, "colour");
	item->run.rtl = text_is(xml_attribute(arena, xml, "rtl"), "true");
	item->run.retold = text_is(xml_attribute(arena, xml, "retold"), "true");
	item->run.text = xml_attribute(arena, xml, "text");
	while (text_cut(&rest, ' ', &word)) {
		const struct glyph *before;
		struct glyph glyph = { 0 };

		item->run.glyphs = arena_room(arena, item->run.glyphs, item->run.count,
			&room, sizeof *item->run.glyphs);
		before =
			item->run.count ? &item->run.glyphs[item->run.count - 1] : NULL;
		glyph.offset = offset_expected(item->run.text, before);
		if (!glyph_parse(word, &glyph) || glyph.offset > item->run.text.size)
			return refuse(reading, xml, "has a glyph that cannot be read");
		item->run.glyphs[item->run.count++] = glyph;
	}
	return true;
}

static void
rule_parse(const xmlNode *xml, struct item *item)
{
	item->rule.width = xml_length(xml, "width");
	item->rule.height = xml_length(xml, "height");
	item->rule.colour = xml_colour(xml, "colour");
}

static void
link_parse(struct arena *arena, const xmlNode *xml, struct item *item)
{
	item->link.width = xml_length(xml, "width");
	item->link.height = xml_length(xml, "height");
	item->link.url = xml_attribute(arena, xml, "url");
	item->link.name = xml_attribute(arena, xml, "name");
	item->link.says = xml_attribute(arena, xml, "says");
}

static void
image_parse(struct arena *arena, const xmlNode *xml, struct item *item)
{
	int64_t orientation = xml_number(xml, "orientation");

	item->image.width = xml_length(xml, "width");
	item->image.height = xml_length(xml, "height");
	item->image.file = xml_attribute(arena, xml, "file");
	item->image.orientation =
		orientation >= 1 && orientation <= 8 ? (int)orientation : 1;
}

static bool
item_parse(struct reading *reading, const xmlNode *xml, struct page *page)
{
	struct arena *arena = reading->pages->arena;
	struct text artifact = xml_attribute(arena, xml, "artifact");
	int64_t tag = xml_number(xml, "tag");
	struct item *item;
	enum item_kind kind;

	if (xml_is(xml, "glyphs"))
		kind = ITEM_GLYPHS;
	else if (xml_is(xml, "rule"))
		kind = ITEM_RULE;
	else if (xml_is(xml, "link"))
		kind = ITEM_LINK;
	else if (xml_is(xml, "image"))
		kind = ITEM_IMAGE;
	else if (xml_is(xml, "path"))
		kind = ITEM_PATH;
	else
		return refuse(reading, xml, "is not known");
	if (tag < 0 || (size_t)tag >= reading->pages->tag_count)
		return refuse(reading, xml, "names a tag that is not there");
	item = page_add(reading->pages, page, kind);
	item->tag = (uint32_t)tag;
	for (size_t i = 0; i < ARTIFACTS; i++)
		if (text_is(artifact, artifact_names[i]))
			item->artifact = (enum artifact)i;
	item->x = xml_length(xml, "x");
	item->y = xml_length(xml, "y");
	if (kind == ITEM_GLYPHS)
		return glyphs_parse(reading, xml, item);
	if (kind == ITEM_PATH)
		return drawing_parse(arena, xml, item) ||
		       refuse(reading, xml, "has a step that cannot be read");
	if (kind == ITEM_RULE)
		rule_parse(xml, item);
	else if (kind == ITEM_LINK)
		link_parse(arena, xml, item);
	else
		image_parse(arena, xml, item);
	return true;
}

/* What is no number of a tag is more than there are. */
static uint32_t
tag_number(const xmlNode *xml, const char *name)
{
	int64_t number = xml_number(xml, name);

	return number < 0 || number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
}

static bool
page_parse(struct reading *reading, const xmlNode *xml)
{
	struct pages *pages = reading->pages;
	uint32_t index = pages_add_page(
		pages, xml_length(xml, "width"), xml_length(xml, "height"));
	struct page *page = &pages->pages[index];

	if (page->width <= 0 || page->height <= 0)
		return refuse(reading, xml, "has no size");
	page->label = xml_attribute(pages->arena, xml, "label");
	page->section = xml_attribute(pages->arena, xml, "section");
	page->settled = tag_number(xml, "settled");
	page->open = tag_number(xml, "open");
	for (const xmlNode *child = xml_element(xml->children); child;
		child = xml_element(child->next))
		if (!item_parse(reading, child, page))
			return false;
	return true;
}

static bool
destination_parse(struct reading *reading, const xmlNode *xml)
{
	int64_t page = xml_number(xml, "page");

	if (page < 0 || (size_t)page >= reading->pages->page_count)
		return refuse(reading, xml, "leads to a page that is not there");
	pages_add_destination(reading->pages,
		(struct destination){
			.name = xml_attribute(reading->pages->arena, xml, "name"),
			.page = (uint32_t)page,
			.y = xml_length(xml, "y") });
	return true;
}

static bool
bookmark_parse(struct reading *reading, const xmlNode *xml)
{
	struct arena *arena = reading->pages->arena;

	pages_add_bookmark(reading->pages,
		(struct bookmark){ .title = xml_attribute(arena, xml, "title"),
			.depth = (int)xml_number(xml, "depth"),
			.name = xml_attribute(arena, xml, "name") });
	return true;
}

static bool
face_parse(struct reading *reading, const xmlNode *xml)
{
	struct text file = xml_attribute(reading->pages->arena, xml, "file");

	pages_add_face(
		reading->pages, (struct face){ .file = file,
					.index = (uint32_t)xml_number(xml, "index") });
	return true;
}

static bool
child_parse(struct reading *reading, const xmlNode *xml)
{
	static const struct {
		const char *name;
		bool (*parse)(struct reading *, const xmlNode *);
	} kinds[] = {
		{ "face", face_parse },
		{ "tag", tag_parse },
		{ "page", page_parse },
		{ "destination", destination_parse },
		{ "bookmark", bookmark_parse },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (xml_is(xml, kinds[i].name))
			return kinds[i].parse(reading, xml);
	return refuse(reading, xml, "is not known");
}

static bool
settled_judge(struct reading *reading, const xmlNode *root)
{
	const xmlNode *page = xml_element(root->children);
	uint32_t index;

	if (pages_settled(reading->pages, &index))
		return true;
	for (; !xml_is(page, "page") || index--; page = xml_element(page->next))
		;
	return refuse(reading, page, "says that tags are settled that are not");
}

bool
pages_parse(struct arena *arena, struct diag_list *diags, struct text name,
	struct text xml, struct pages **ret_pages)
{
	struct reading reading = { .diags = diags, .name = name };
	const xmlNode *root;
	xmlDoc *stream;

	if (!xml_open(arena, diags, name, xml, "pages", &stream))
		return false;
	root = xmlDocGetRootElement(stream);
	reading.pages = pages_make(arena);
	reading.pages->title = xml_attribute(arena, root, "title");
	reading.pages->subtitle = xml_attribute(arena, root, "subtitle");
	reading.pages->language = xml_attribute(arena, root, "language");
	reading.pages->publisher = xml_attribute(arena, root, "publisher");
	reading.pages->date = xml_attribute(arena, root, "date");
	reading.pages->rtl = text_is(xml_attribute(arena, root, "rtl"), "true");
	for (const xmlNode *child = xml_element(root->children); child;
		child = xml_element(child->next))
		if (!child_parse(&reading, child))
			return false;
	*ret_pages = reading.pages;
	return settled_judge(&reading, root);
}
