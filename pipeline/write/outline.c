#include "outline.h"

#include "base/arena.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/nametree.h"
#include "write/syntax.h"

/* A bookmark among its neighbours: indices into the entries, 0 is none.  Entry 0
 * is the root of them all. */
struct entry {
	uint32_t number; /* its object */
	int depth;       /* 0 for the root, then one more per level */
	uint32_t parent, previous, next, first, last;
	int64_t kids;
};

/* An entry goes below the nearest one before it that is less deep.  So a jump from
 * depth 1 to depth 3 makes a child and no gap. */
static void
entry_hang(struct entry *entries, uint32_t index)
{
	struct entry *entry = &entries[index];
	uint32_t parent = index - 1;

	while (parent && entries[parent].depth >= entry->depth)
		parent = entries[parent].parent;
	entry->parent = parent;
	entry->previous = entries[parent].last;
	if (entry->previous)
		entries[entry->previous].next = index;
	else
		entries[parent].first = index;
	entries[parent].last = index;
	entries[parent].kids++;
}

static struct entry *
entries_make(struct draft *draft)
{
	size_t count = draft->pages->bookmark_count;
	struct entry *entries = arena_array(draft->arena, struct entry, count + 1);

	entries[0].number = haru_add(draft->haru);
	for (uint32_t i = 1; i <= count; i++) {
		int depth = draft->pages->bookmarks[i - 1].depth;

		entries[i].number = haru_add(draft->haru);
		entries[i].depth = depth < 1 ? 1 : depth;
		entry_hang(entries, i);
	}
	return entries;
}

static void
refer_some(
	struct buffer *body, const char *key, const struct entry *entries, uint32_t to)
{
	if (to)
		syntax_refer(body, key, entries[to].number);
}

/* Entries at the top are open and show their kids; the others are closed. */
static void
kids_print(struct buffer *body, const struct entry *entries, const struct entry *entry)
{
	if (entry->kids == 0)
		return;
	refer_some(body, " /First", entries, entry->first);
	refer_some(body, " /Last", entries, entry->last);
	buffer_add(body, TEXT(" /Count "));
	buffer_number(body, entry->parent == 0 ? entry->kids : -entry->kids);
}

static void
entry_fill(struct draft *draft, const struct entry *entries, uint32_t index)
{
	const struct bookmark *bookmark = &draft->pages->bookmarks[index - 1];
	const struct entry *entry = &entries[index];
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Title "));
	syntax_string(&body, bookmark->title);
	syntax_refer(&body, " /Parent", entries[entry->parent].number);
	refer_some(&body, " /Prev", entries, entry->previous);
	refer_some(&body, " /Next", entries, entry->next);
	kids_print(&body, entries, entry);
	if (nametree_holds(draft, bookmark->name)) {
		buffer_add(&body, TEXT(" /Dest "));
		syntax_bytes(&body, bookmark->name);
	}
	draft_fill(draft, entry->number, buffer_text(&body));
}

static void
root_fill(struct draft *draft, const struct entry *entries)
{
	struct buffer body = buffer_make(draft->arena);
	int64_t shown = entries[0].kids;

	for (uint32_t i = entries[0].first; i; i = entries[i].next)
		shown += entries[i].kids;
	buffer_add(&body, TEXT("/Type /Outlines"));
	refer_some(&body, " /First", entries, entries[0].first);
	refer_some(&body, " /Last", entries, entries[0].last);
	buffer_add(&body, TEXT(" /Count "));
	buffer_number(&body, shown);
	draft_fill(draft, entries[0].number, buffer_text(&body));
}

void
outline_add(struct draft *draft)
{
	const struct entry *entries;

	if (draft->pages->bookmark_count == 0)
		return;
	entries = entries_make(draft);
	root_fill(draft, entries);
	for (uint32_t i = 1; i <= draft->pages->bookmark_count; i++)
		entry_fill(draft, entries, i);
	syntax_refer(
		&draft->catalog, "/PageMode /UseOutlines /Outlines", entries[0].number);
	buffer_byte(&draft->catalog, '\n');
}
