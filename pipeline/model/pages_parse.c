#include <libxml/tree.h>

#include "base/arena.h"
#include "model/drawing.h"
#include "model/pages.h"
#include "model/xml.h"

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
		if (text_is(word, scope_name(i)))
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
		glyph.offset = glyph_expected(item->run.text, before);
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
		if (text_is(artifact, artifact_name(i)))
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
	return refuse(reading, page, "says too early that tags are settled");
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
