#include "nametree.h"

#include "base/arena.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/syntax.h"

enum { LEAF = 64 }; /* names in a leaf of the tree, at most */

static struct text
name_at(const struct draft *draft, size_t index)
{
	return draft->pages->destinations[draft->names[index]].name;
}

/* A stable merge sort by bytes. */
static void
names_merge(const struct draft *draft, uint32_t *names, uint32_t *spare, size_t count)
{
	const struct destination *all = draft->pages->destinations;
	size_t half = count / 2, left = 0, right = half, out = 0;

	if (count < 2)
		return;
	names_merge(draft, names, spare, half);
	names_merge(draft, names + half, spare, count - half);
	while (left < half && right < count)
		spare[out++] =
			text_compare(all[names[right]].name, all[names[left]].name) < 0
				? names[right++]
				: names[left++];
	while (left < half)
		spare[out++] = names[left++];
	while (right < count)
		spare[out++] = names[right++];
	for (size_t i = 0; i < count; i++)
		names[i] = spare[i];
}

void
nametree_sort(struct draft *draft)
{
	size_t count = draft->pages->destination_count;
	uint32_t *spare = arena_array(draft->arena, uint32_t, count);

	draft->names = arena_array(draft->arena, uint32_t, count);
	for (size_t i = 0; i < count; i++)
		draft->names[i] = (uint32_t)i;
	names_merge(draft, draft->names, spare, count);
	for (size_t i = 0; i < count; i++) {
		size_t kept = draft->name_count;

		if (kept && text_equal(name_at(draft, kept - 1), name_at(draft, i)))
			continue;
		draft->names[draft->name_count++] = draft->names[i];
	}
}

bool
nametree_holds(const struct draft *draft, struct text name)
{
	size_t low = 0, high = draft->name_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = text_compare(name, name_at(draft, middle));

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

/* The view of a destination: its line at the top of the window, the zoom as it is. */
static void
target_print(const struct draft *draft, size_t index, struct buffer *body)
{
	const struct destination *to = &draft->pages->destinations[draft->names[index]];
	int64_t y = (int64_t)draft->pages->pages[to->page].height - to->y;

	buffer_add(body, TEXT(" ["));
	syntax_reference(body, draft->drawn[to->page].number);
	buffer_add(body, TEXT(" /XYZ null "));
	syntax_length(body, y);
	buffer_add(body, TEXT(" null]\n"));
}

static uint32_t
leaf_add(struct draft *draft, size_t from, size_t to)
{
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Limits ["));
	syntax_bytes(&body, name_at(draft, from));
	buffer_byte(&body, ' ');
	syntax_bytes(&body, name_at(draft, to - 1));
	buffer_add(&body, TEXT("] /Names [\n"));
	for (size_t i = from; i < to; i++) {
		syntax_bytes(&body, name_at(draft, i));
		target_print(draft, i, &body);
	}
	buffer_byte(&body, ']');
	return draft_object(draft, buffer_text(&body));
}

void
nametree_add(struct draft *draft)
{
	struct buffer body = buffer_make(draft->arena);

	if (draft->name_count == 0)
		return;
	buffer_add(&body, TEXT("/Kids ["));
	for (size_t from = 0; from < draft->name_count; from += LEAF) {
		size_t left = draft->name_count - from;

		syntax_reference(&body,
			leaf_add(draft, from, from + (left < LEAF ? left : LEAF)));
		buffer_byte(&body, ' ');
	}
	buffer_byte(&body, ']');
	syntax_refer(&draft->catalog, "/Names <</Dests",
		draft_object(draft, buffer_text(&body)));
	buffer_add(&draft->catalog, TEXT(">>\n"));
}
