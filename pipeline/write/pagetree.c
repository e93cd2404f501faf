#include "pagetree.h"

#include <assert.h>

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
	struct level leaves = level_make(draft, draft->drawn_count);

	for (size_t i = 0; i < leaves.count; i++) {
		leaves.numbers[i] = draft->drawn[i].number;
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
node_print(const struct level *level, const struct level *below, size_t index,
	struct buffer *body)
{
	size_t from = index * FAN;
	size_t end = from + FAN < below->count ? from + FAN : below->count;

	if (level->parents[index])
		syntax_refer(body, "/Type /Pages /Parent", level->parents[index]);
	buffer_string(body, " /Kids [");
	for (size_t kid = from; kid < end; kid++) {
		syntax_reference(body, below->numbers[kid]);
		buffer_byte(body, kid + 1 < end ? ' ' : ']');
	}
	if (end == 0)
		buffer_byte(body, ']');
	buffer_string(body, " /Count ");
	buffer_number(body, level->pages[index]);
}

/* The root is one of libharu's own. */
static void
nodes_fill(struct draft *draft, const struct level *level, const struct level *below)
{
	for (size_t i = 0; i < level->count; i++) {
		struct buffer body = buffer_make(draft->arena);

		node_print(level, below, i, &body);
		if (level->count == 1)
			haru_fill(draft->haru, level->numbers[i], buffer_text(&body));
		else
			draft_fill(draft, level->numbers[i], buffer_text(&body));
	}
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

/* Links that lead somewhere.  `link` is the first of the page; returns that of the
 * next. */
static size_t
links_print(const struct draft *draft, size_t page, size_t link, struct buffer *body)
{
	bool any = false;

	for (; link < draft->link_count && draft->links[link].page == page; link++) {
		if (draft->links[link].number == 0)
			continue;
		buffer_add(body, any ? TEXT(" ") : TEXT(" /Annots ["));
		syntax_reference(body, draft->links[link].number);
		any = true;
	}
	if (any)
		buffer_byte(body, ']');
	return link;
}

static void
pages_fill(struct draft *draft, const uint32_t *parents)
{
	size_t link = 0;

	assert(parents || draft->drawn_count == 0);
	for (size_t i = 0; i < draft->drawn_count; i++) {
		const struct draft_page *page = &draft->drawn[i];
		struct buffer *body = draft_body(draft);

		syntax_refer(body, "/Type /Page /Parent", parents[i]);
		box_print(&draft->pages->pages[i], body);
		syntax_refer(body, " /Resources", draft->resources);
		syntax_refer(body, " /Contents", page->contents);
		buffer_add(body, TEXT(" /Tabs /S"));
		if (page->marks) {
			buffer_add(body, TEXT(" /StructParents "));
			buffer_number(body, page->key);
		}
		link = links_print(draft, i, link, body);
		draft_fill(draft, page->number, buffer_text(body));
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
	pages_fill(draft, levels[0].parents);
}
