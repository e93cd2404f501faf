#include "press.h"

#include "base/arena.h"
#include "layout/flow/mirror.h"
#include "layout/pages/furniture.h"
#include "layout/setting.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/relay.h"

struct press
press_open(struct setting *setting)
{
	struct pages *pages = setting->pages;

	if (setting->relay)
		pages->ink = arena_beside(pages->arena);
	return (struct press){ .setting = setting };
}

void
press_rest(struct press *press)
{
	press->kept = 0;
}

/* The older arena, if nothing of it is left in the flow; then the ink is older. */
static struct arena *
ink_turn(struct press *press, size_t gone, size_t left)
{
	struct pages *pages = press->setting->pages;
	struct arena *older = press->older;

	if (!press->setting->relay || left == 0)
		return NULL;
	if (gone < press->kept) {
		press->kept -= gone;
		return NULL;
	}
	press->kept = left;
	press->older = pages->ink;
	pages->ink = arena_beside(pages->arena);
	return older;
}

void
press_finish(struct press *press, size_t gone, size_t left)
{
	struct setting *setting = press->setting;
	struct pages *pages = setting->pages;
	struct arena *spent = ink_turn(press, gone, left);

	for (; press->finished < pages->page_count; press->finished++) {
		struct page *page = &pages->pages[press->finished];
		struct leaf leaf;

		if (setting->proof.size)
			furniture_band(
				setting, (uint32_t)press->finished, setting->proof);
		if (setting->rtl)
			mirror_items(page->items, page->count, 0, page->width);
		if (!setting->relay)
			continue;
		leaf = relay_leaf(pages, press->finished);
		leaf.arena = press->finished + 1 == pages->page_count ? spent : NULL;
		relay_give(setting->relay, &leaf);
		page->items = NULL;
		page->count = page->room = 0;
	}
}

void
press_close(struct press *press)
{
	struct pages *pages = press->setting->pages;

	if (!press->setting->relay)
		return;
	arena_enclose(pages->arena, pages->ink);
	if (press->older)
		arena_enclose(pages->arena, press->older);
	pages->ink = pages->arena;
}
