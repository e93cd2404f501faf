#include "pages.h"

#include <stdlib.h>

#include "base/arena.h"

static const char *const role_names[ROLES] = {
#define ROLE(name, tag) tag,
#include "model/role.list"
#undef ROLE
};

const char *
role_name(enum role role)
{
	return role_names[role];
}

const char *
artifact_name(enum artifact artifact)
{
	static const char *const names[ARTIFACTS] = {
		[ARTIFACT_LAYOUT] = "layout",
		[ARTIFACT_HEADER] = "header",
		[ARTIFACT_FOOTER] = "footer",
	};

	return names[artifact];
}

const char *
scope_name(enum scope scope)
{
	static const char *const names[SCOPES] = {
		[SCOPE_NONE] = "",
		[SCOPE_COLUMN] = "column",
		[SCOPE_ROW] = "row",
	};

	return names[scope];
}

uint32_t
glyph_expected(struct text text, const struct glyph *before)
{
	uint32_t rune;

	if (!before)
		return 0;
	if (before->offset >= text.size)
		return before->offset;
	return before->offset + (uint32_t)text_rune(text, before->offset, &rune);
}

struct pages *
pages_make(struct arena *arena)
{
	struct pages *pages = arena_make(arena, struct pages);

	pages->arena = pages->ink = arena;
	pages->tags = arena_room(arena, NULL, 0, &pages->tag_room, sizeof *pages->tags);
	pages->tag_count = 1;
	pages_add_tag(pages, ROLE_DOCUMENT, 0, (struct place){ 0 });
	return pages;
}

uint32_t
pages_add_face(struct pages *pages, struct face face)
{
	for (size_t i = 0; i < pages->face_count; i++)
		if (pages->faces[i].index == face.index &&
			text_equal(pages->faces[i].file, face.file))
			return (uint32_t)i;
	pages->faces = arena_room(pages->arena, pages->faces, pages->face_count,
		&pages->face_room, sizeof *pages->faces);
	pages->faces[pages->face_count] = face;
	return (uint32_t)pages->face_count++;
}

/* Neighbours mostly come from one file: its name is kept once. */
static struct text
file_keep(struct pages *pages, struct text file)
{
	const struct tag *last = &pages->tags[pages->tag_count - 1];

	return text_equal(last->at.file, file) ? last->at.file
					       : text_keep(pages->arena, file);
}

uint32_t
pages_add_tag(struct pages *pages, enum role role, uint32_t parent, struct place at)
{
	at.file = file_keep(pages, at.file);
	pages->tags = arena_room(pages->arena, pages->tags, pages->tag_count,
		&pages->tag_room, sizeof *pages->tags);
	pages->tags[pages->tag_count] =
		(struct tag){ .role = role, .parent = parent, .at = at };
	return (uint32_t)pages->tag_count++;
}

struct tag_texts *
pages_texts(struct pages *pages, uint32_t tag)
{
	if (!pages->tags[tag].texts)
		pages->tags[tag].texts = arena_make(pages->arena, struct tag_texts);
	return pages->tags[tag].texts;
}

const struct tag_texts *
tag_texts(const struct tag *tag)
{
	static const struct tag_texts none = { .alt = { "", 0 },
		.language = { "", 0 },
		.title = { "", 0 },
		.says = { "", 0 } };

	return tag->texts ? tag->texts : &none;
}

void
pages_expect(struct pages *pages, size_t tags)
{
	size_t size = sizeof *pages->tags;

	if (tags <= pages->tag_room)
		return;
	pages->tags = arena_grow(
		pages->arena, pages->tags, pages->tag_room * size, tags * size);
	pages->tag_room = tags;
}

uint32_t
pages_add_page(struct pages *pages, length width, length height)
{
	pages->pages = arena_room(pages->arena, pages->pages, pages->page_count,
		&pages->page_room, sizeof *pages->pages);
	pages->pages[pages->page_count] =
		(struct page){ .width = width, .height = height };
	return (uint32_t)pages->page_count++;
}

void
pages_add_destination(struct pages *pages, struct destination destination)
{
	pages->destinations =
		arena_room(pages->arena, pages->destinations, pages->destination_count,
			&pages->destination_room, sizeof *pages->destinations);
	pages->destinations[pages->destination_count++] = destination;
}

void
pages_add_bookmark(struct pages *pages, struct bookmark bookmark)
{
	pages->bookmarks = arena_room(pages->arena, pages->bookmarks,
		pages->bookmark_count, &pages->bookmark_room, sizeof *pages->bookmarks);
	pages->bookmarks[pages->bookmark_count++] = bookmark;
}

struct item *
page_add(struct pages *pages, struct page *page, enum item_kind kind)
{
	struct item *item;

	page->items = arena_room(
		pages->ink, page->items, page->count, &page->room, sizeof *page->items);
	item = &page->items[page->count++];
	*item = (struct item){ .kind = kind };
	return item;
}

/* Moves the pages of the section to the front; *ret_map says where each old page
 * went, or UINT32_MAX. */
static uint32_t *
pages_filter(struct pages *pages, struct text id)
{
	uint32_t *map = arena_array(pages->arena, uint32_t, pages->page_count + 1);
	size_t kept = 0;

	for (size_t i = 0; i < pages->page_count; i++) {
		map[i] = UINT32_MAX;
		if (!text_equal(pages->pages[i].section, id))
			continue;
		map[i] = (uint32_t)kept;
		pages->pages[kept++] = pages->pages[i];
	}
	pages->page_count = kept;
	return map;
}

static int
name_compare(const void *a, const void *b)
{
	return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The names of the destinations, sorted. */
struct names {
	struct text *items;
	size_t count;
};

static struct names
names_sort(const struct pages *pages)
{
	struct names names = { .count = pages->destination_count };

	names.items = arena_array(pages->arena, struct text, names.count + 1);
	for (size_t i = 0; i < names.count; i++)
		names.items[i] = pages->destinations[i].name;
	qsort(names.items, names.count, sizeof *names.items, name_compare);
	return names;
}

static bool
names_hold(const struct names *names, struct text name)
{
	return bsearch(&name, names->items, names->count, sizeof name, name_compare);
}

static void
destinations_filter(struct pages *pages, const uint32_t *map)
{
	size_t kept = 0;

	for (size_t i = 0; i < pages->destination_count; i++) {
		struct destination destination = pages->destinations[i];

		if (map[destination.page] == UINT32_MAX)
			continue;
		destination.page = map[destination.page];
		pages->destinations[kept++] = destination;
	}
	pages->destination_count = kept;
}

static void
bookmarks_filter(struct pages *pages, const struct names *names)
{
	size_t kept = 0;

	for (size_t i = 0; i < pages->bookmark_count; i++)
		if (names_hold(names, pages->bookmarks[i].name))
			pages->bookmarks[kept++] = pages->bookmarks[i];
	pages->bookmark_count = kept;
}

/* A link to what is not there any more becomes plain text: the box goes, and the
 * tag that it gave its meaning turns into a span. */
static void
links_filter(struct pages *pages, struct page *page, const struct names *names)
{
	size_t kept = 0;

	for (size_t i = 0; i < page->count; i++) {
		struct item *item = &page->items[i];

		if (item->kind == ITEM_LINK && item->link.name.size &&
			!names_hold(names, item->link.name))
			pages->tags[item->tag].role = ROLE_SPAN;
		else
			page->items[kept++] = *item;
	}
	page->count = kept;
}

/* Drops the tags that no item stands for, and renumbers. */
static void
tags_filter(struct pages *pages)
{
	uint32_t *map = arena_array(pages->arena, uint32_t, pages->tag_count);
	uint32_t kept = 2;

	for (size_t i = 0; i < pages->page_count; i++)
		for (size_t j = 0; j < pages->pages[i].count; j++)
			map[pages->pages[i].items[j].tag] = 1;
	for (size_t i = pages->tag_count; i-- > 2;)
		if (map[i])
			map[pages->tags[i].parent] = 1;
	map[0] = 0;
	map[1] = 1;
	for (size_t i = 2; i < pages->tag_count; i++) {
		if (!map[i])
			continue;
		pages->tags[kept] = pages->tags[i];
		pages->tags[kept].parent = map[pages->tags[i].parent];
		map[i] = kept++;
	}
	pages->tag_count = kept;
	for (size_t i = 0; i < pages->page_count; i++) {
		pages->pages[i].settled = pages->pages[i].open = 0;
		for (size_t j = 0; j < pages->pages[i].count; j++)
			pages->pages[i].items[j].tag =
				map[pages->pages[i].items[j].tag];
	}
}

bool
pages_keep_section(struct pages *pages, struct text id)
{
	struct names names;
	bool found = false;

	for (size_t i = 0; i < pages->page_count; i++)
		found |= text_equal(pages->pages[i].section, id);
	if (!found)
		return false;
	destinations_filter(pages, pages_filter(pages, id));
	names = names_sort(pages);
	bookmarks_filter(pages, &names);
	for (size_t i = 0; i < pages->page_count; i++)
		links_filter(pages, &pages->pages[i], &names);
	tags_filter(pages);
	return true;
}
