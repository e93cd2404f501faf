#include "base/arena.h"
#include "model/pages.h"

static const uint32_t NEVER = UINT32_MAX;

/* The page that says of a tag that it is settled, by tag, or NEVER; NULL where a page
 * says what cannot be. */
static uint32_t *
settled_when(const struct pages *pages, uint32_t *ret_page)
{
	uint32_t *when = arena_array(pages->arena, uint32_t, pages->tag_count);
	uint32_t from = 1;

	for (size_t tag = 0; tag < pages->tag_count; tag++)
		when[tag] = NEVER;
	for (uint32_t i = 0; i < pages->page_count; i++) {
		const struct page *page = &pages->pages[i];

		*ret_page = i;
		if (page->settled > pages->tag_count ||
			(page->settled && page->open >= page->settled))
			return NULL;
		if (page->settled <= from)
			continue;
		for (uint32_t tag = from; tag < page->settled; tag++)
			when[tag] = i;
		for (uint32_t tag = page->open; tag >= from;
			tag = pages->tags[tag].parent)
			when[tag] = NEVER;
		from = page->settled;
	}
	return when;
}

static bool
page_agrees(const struct page *page, uint32_t index, const uint32_t *when)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].tag && when[page->items[i].tag] < index)
			return false;
	return true;
}

bool
pages_settled(const struct pages *pages, uint32_t *ret_page)
{
	const uint32_t *when = settled_when(pages, ret_page);

	if (!when)
		return false;
	for (size_t tag = 2; tag < pages->tag_count; tag++) {
		*ret_page = when[pages->tags[tag].parent];
		if (when[tag] > *ret_page)
			return false;
	}
	for (*ret_page = 0; *ret_page < pages->page_count; ++*ret_page)
		if (!page_agrees(&pages->pages[*ret_page], *ret_page, when))
			return false;
	return true;
}
