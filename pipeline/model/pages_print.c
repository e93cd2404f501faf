#include "base/arena.h"
#include "model/drawing.h"
#include "model/pages.h"
#include "model/xml.h"

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
	xml_add_some(buffer, "scope", text_of(scope_name(tag->scope)));
	if (tag->columns > 1)
		xml_add_number(buffer, "columns", tag->columns);
	if (tag->rows > 1)
		xml_add_number(buffer, "rows", tag->rows);
	place_attribute(tag->at, buffer);
	buffer_string(buffer, "/>\n");
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
			glyph_expected(item->run.text, i ? &glyphs[i - 1] : NULL),
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
		xml_add(buffer, "artifact", text_of(artifact_name(item->artifact)));
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
			      "<pages xmlns=\"urn:plgs:pages:1\"");
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
