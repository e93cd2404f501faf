#include "parenttree.h"

#include <stdbool.h>

#include "write/draft.h"
#include "write/structure.h"
#include "write/syntax.h"

enum { LEAF = 128 }; /* keys in a leaf, at most */

struct parenttree
parenttree_make(struct arena *arena)
{
	return (struct parenttree){ .kids = buffer_make(arena),
		.leaf = buffer_make(arena) };
}

static void
leaf_close(struct draft *draft)
{
	struct parenttree *parents = &draft->parents;
	struct buffer *body = draft_body(draft);

	if (parents->count == 0)
		return;
	buffer_format(body, "/Limits [%u %u] /Nums [\n", parents->low, parents->high);
	buffer_add(body, buffer_text(&parents->leaf));
	buffer_byte(body, ']');
	syntax_reference(&parents->kids, draft_object(draft, buffer_text(body)));
	buffer_byte(&parents->kids, ' ');
	parents->count = 0;
	parents->leaf.size = 0;
}

/* The key and the blank of the next entry; its value follows. */
static void
entry_open(struct draft *draft, uint32_t key)
{
	struct parenttree *parents = &draft->parents;

	if (parents->count == LEAF)
		leaf_close(draft);
	if (parents->count++ == 0)
		parents->low = key;
	parents->high = key;
	buffer_number(&parents->leaf, key);
	buffer_byte(&parents->leaf, ' ');
}

static void
owner_print(struct draft *draft, const struct mark *mark)
{
	syntax_reference(&draft->parents.leaf, structure_number(draft, mark->tag));
}

/* Under the key of a page the elements of its stretches, by their number; a page
 * without any has no entry. */
static void
stretches_enter(struct draft *draft, const struct draft_page *page,
	const struct mark *marks, size_t count)
{
	struct buffer *leaf = &draft->parents.leaf;

	if (page->marks == 0)
		return;
	entry_open(draft, page->key);
	buffer_byte(leaf, '[');
	for (size_t i = 0; i < count; i++) {
		if (marks[i].annotation)
			continue;
		owner_print(draft, &marks[i]);
		buffer_byte(leaf, ' ');
	}
	buffer_add(leaf, TEXT("]\n"));
}

/* Then those of its annotations. */
static void
annotations_enter(struct draft *draft, const struct mark *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!marks[i].annotation || marks[i].tag == 0)
			continue;
		entry_open(draft, marks[i].key);
		owner_print(draft, &marks[i]);
		buffer_byte(&draft->parents.leaf, '\n');
	}
}

/* The marks of a page from `from` on; `ret_wait` says that one waits. */
static size_t
marks_count(const struct draft *draft, uint32_t page, size_t from, bool *ret_wait)
{
	size_t to = from;

	*ret_wait = false;
	for (; to < draft->mark_count && draft->marks[to].page == page; to++)
		*ret_wait |= draft->marks[to].waits;
	return to - from;
}

void
parenttree_enter(struct draft *draft)
{
	struct parenttree *parents = &draft->parents;

	for (; parents->page < draft->drawn_count; parents->page++) {
		bool wait;
		size_t count = marks_count(draft, parents->page, parents->mark, &wait);

		if (wait)
			return;
		stretches_enter(draft, &draft->drawn[parents->page],
			&draft->marks[parents->mark], count);
		annotations_enter(draft, &draft->marks[parents->mark], count);
		parents->mark += count;
	}
}

uint32_t
parenttree_add(struct draft *draft)
{
	struct buffer *body;

	parenttree_enter(draft);
	leaf_close(draft);
	body = draft_body(draft);
	buffer_add(body, TEXT("/Kids ["));
	buffer_add(body, buffer_text(&draft->parents.kids));
	buffer_byte(body, ']');
	return draft_object(draft, buffer_text(body));
}
