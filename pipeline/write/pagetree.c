#include "pagetree.h"

#include "base/arena.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/syntax.h"

enum {
	FAN = 32,   /* kids of a node, at most */
	LEVELS = 8, /* 32^7 pages are more than 32 bits can count */
};

/* A level of the tree: objects, the pages below each, and the node above each. */
struct level {
	uint32_t *numbers, *pages, *parents;
	size_t count;
};

static struct level
level_make(struct draft *draft, size_t count)
{
	struct level level = {
		.numbers = arena_array(draft->arena, uint32_t, count),
		.pages = arena_array(draft->arena, uint32_t, count),
		.parents = arena_array(draft->arena, uint32_t, count),
		.count = count,
	};

	return level;
}

static struct level
leaves_make(struct draft *draft)
{
	struct level leaves = level_make(draft, draft->pages->page_count);

	for (size_t i = 0; i < leaves.count; i++) {
		leaves.numbers[i] = haru_add(draft->haru);
		leaves.pages[i] = 1;
	}
	return leaves;
}

/* The nodes above a level; the last level is the root alone. */
static struct level
level_above(struct draft *draft, struct level *below)
{
	size_t count = (below->count + FAN - 1) / FAN;
	struct level level = level_make(draft, count ? count : 1);

	for (size_t i = 0; i < level.count; i++)
		level.numbers[i] = level.count == 1 ? haru_root(draft->haru)
						    : haru_add(draft->haru);
	for (size_t i = 0; i < below->count; i++) {
		level.pages[i / FAN] += below->pages[i];
		below->parents[i] = level.numbers[i / FAN];
	}
	return level;
}

static void
nodes_fill(struct draft *draft, const struct level *level, const struct level *below)
{
	for (size_t i = 0; i < level->count; i++) {
		struct buffer body = buffer_make(draft->arena);
		size_t end =
			(i + 1) * FAN < below->count ? (i + 1) * FAN : below->count;

		if (level->parents[i])
			syntax_refer(&body, "/Type /Pages /Parent", level->parents[i]);
		buffer_string(&body, " /Kids [");
		for (size_t kid = i * FAN; kid < end; kid++) {
			syntax_reference(&body, below->numbers[kid]);
			buffer_byte(&body, kid + 1 < end ? ' ' : ']');
		}
		if (end == 0)
			buffer_byte(&body, ']');
		buffer_string(&body, " /Count ");
		buffer_number(&body, level->pages[i]);
		haru_fill(draft->haru, level->numbers[i], buffer_text(&body));
	}
}

void
pagetree_add(struct draft *draft)
{
	struct level levels[LEVELS] = { leaves_make(draft) };
	size_t top = 0;

	do {
		levels[top + 1] = level_above(draft, &levels[top]);
		top++;
	} while (levels[top].count > 1);
	for (size_t i = top; i > 0; i--)
		nodes_fill(draft, &levels[i], &levels[i - 1]);
	draft->page_numbers = levels[0].numbers;
	draft->page_parents = levels[0].parents;
}

static void
box_print(const struct page *page, struct buffer *body)
{
	buffer_add(body, TEXT(" /MediaBox [0 0 "));
	syntax_length(body, page->width);
	buffer_byte(body, ' ');
	syntax_length(body, page->height);
	buffer_byte(body, ']');
}

/* Something on it is tagged. */
static bool
says_something(const struct page *page)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].tag && page->items[i].kind != ITEM_LINK)
			return true;
	return false;
}

void
pagetree_fill(struct draft *draft, uint32_t page, uint32_t contents, struct text links)
{
	struct buffer body = buffer_make(draft->arena);

	syntax_refer(&body, "/Type /Page /Parent", draft->page_parents[page]);
	box_print(&draft->pages->pages[page], &body);
	syntax_refer(&body, " /Resources", draft->resources);
	syntax_refer(&body, " /Contents", contents);
	buffer_add(&body, TEXT(" /Tabs /S"));
	if (says_something(&draft->pages->pages[page])) {
		buffer_add(&body, TEXT(" /StructParents "));
		buffer_number(&body, page);
	}
	if (links.size) {
		buffer_add(&body, TEXT(" /Annots ["));
		buffer_add(&body, links);
		buffer_byte(&body, ']');
	}
	haru_fill(draft->haru, draft->page_numbers[page], buffer_text(&body));
}
