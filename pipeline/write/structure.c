#include "structure.h"

#include <assert.h>

#include "base/arena.h"
#include "model/pages.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/syntax.h"

enum { LEAF = 128 }; /* keys in a leaf of the parent tree, at most */

static const uint32_t NONE = UINT32_MAX; /* no mark, no page */

/* The tree as lists that sit one after the other: those of tag t run from
 * starts[t] to starts[t + 1]. */
struct lists {
	uint32_t *starts, *items;
};

struct structure {
	struct draft *draft;
	uint32_t root;      /* the object of the tree */
	uint32_t *numbers;  /* the object of each tag */
	uint32_t *first;    /* the first mark of a tag or of one below it, or NONE */
	struct lists marks; /* of each tag, in painting order */
	struct lists kids;  /* of each tag, in reading order */
};

/* Puts `count` items into the list of the tag that `owner` says, in order. */
static struct lists
lists_make(struct draft *draft, size_t count, uint32_t from,
	uint32_t (*owner)(const struct draft *, uint32_t))
{
	size_t tags = draft->pages->tag_count;
	struct lists lists = {
		.starts = arena_array(draft->arena, uint32_t, tags + 2),
		.items = arena_array(draft->arena, uint32_t, count),
	};

	/* Counted two places on, summed, and filled one place on, so that in the
	 * end each start stands where it belongs. */
	for (uint32_t i = from; i < count; i++)
		lists.starts[owner(draft, i) + 2]++;
	for (size_t tag = 2; tag < tags + 2; tag++)
		lists.starts[tag] += lists.starts[tag - 1];
	for (uint32_t i = from; i < count; i++)
		lists.items[lists.starts[owner(draft, i) + 1]++] = i;
	return lists;
}

static uint32_t
mark_owner(const struct draft *draft, uint32_t mark)
{
	return draft->marks[mark].tag;
}

static uint32_t
tag_owner(const struct draft *draft, uint32_t tag)
{
	assert(draft->pages->tags[tag].parent < tag);
	return draft->pages->tags[tag].parent;
}

/* A tag begins where its first mark is, or that of a tag below it. */
static uint32_t *
firsts_make(struct draft *draft)
{
	const struct pages *pages = draft->pages;
	uint32_t *first = arena_array(draft->arena, uint32_t, pages->tag_count);

	for (size_t tag = 0; tag < pages->tag_count; tag++)
		first[tag] = NONE;
	for (uint32_t i = 0; i < draft->mark_count; i++)
		for (uint32_t tag = draft->marks[i].tag; tag && first[tag] == NONE;
			tag = pages->tags[tag].parent)
			first[tag] = i;
	return first;
}

/* The page that the plain numbers in /K are on. */
static uint32_t
home_page(const struct structure *structure, uint32_t tag)
{
	const struct draft *draft = structure->draft;

	for (uint32_t i = structure->marks.starts[tag];
		i < structure->marks.starts[tag + 1]; i++) {
		const struct mark *mark = &draft->marks[structure->marks.items[i]];

		if (!mark->annotation)
			return mark->page;
	}
	return NONE;
}

static void
mark_print(const struct draft *draft, const struct mark *mark, uint32_t home,
	struct buffer *body)
{
	if (mark->annotation) {
		syntax_refer(
			body, "<</Type /OBJR /Pg", draft->drawn[mark->page].number);
		syntax_refer(body, " /Obj", mark->annotation);
		buffer_add(body, TEXT(">>"));
	} else if (mark->page == home) {
		buffer_number(body, mark->mcid);
	} else {
		syntax_refer(body, "<</Type /MCR /Pg", draft->drawn[mark->page].number);
		buffer_add(body, TEXT(" /MCID "));
		buffer_number(body, mark->mcid);
		buffer_add(body, TEXT(">>"));
	}
}

/* The tags keep their order among themselves; each stands before the first mark
 * that comes after its own beginning. */
static bool
kid_comes_first(const struct structure *structure, uint32_t kid, uint32_t mark)
{
	uint32_t first = structure->first[structure->kids.items[kid]];

	return first == NONE || first < structure->marks.items[mark];
}

/* /K: the marks of the tag and the tags below it, merged. */
static void
content_print(const struct structure *structure, uint32_t tag, uint32_t home,
	struct buffer *body)
{
	const struct lists *marks = &structure->marks, *kids = &structure->kids;
	uint32_t mark = marks->starts[tag], mark_end = marks->starts[tag + 1];
	uint32_t kid = kids->starts[tag], kid_end = kids->starts[tag + 1];

	buffer_add(body, TEXT(" /K ["));
	while (mark < mark_end || kid < kid_end) {
		if (mark == mark_end ||
			(kid < kid_end && kid_comes_first(structure, kid, mark)))
			syntax_reference(body, structure->numbers[kids->items[kid++]]);
		else
			mark_print(structure->draft,
				&structure->draft->marks[marks->items[mark++]], home,
				body);
		buffer_byte(body, ' ');
	}
	body->size--;
	buffer_byte(body, ']');
}

static bool
is_empty(const struct structure *structure, uint32_t tag)
{
	return structure->marks.starts[tag] == structure->marks.starts[tag + 1] &&
	       structure->kids.starts[tag] == structure->kids.starts[tag + 1];
}

static void
text_print(struct buffer *body, const char *key, struct text text)
{
	if (text.size == 0)
		return;
	buffer_string(body, key);
	syntax_string(body, text);
}

/* Notes are known by an ID: as many digits for each, so that they sort as they count.
 */
static struct text
note_key(const struct draft *draft, uint32_t index)
{
	return text_format(draft->arena, "note-%010u", index);
}

static void
cell_print(const struct tag *tag, struct buffer *body)
{
	if (tag->scope == SCOPE_NONE && tag->columns < 2 && tag->rows < 2)
		return;
	buffer_add(body, TEXT(" /A <</O /Table"));
	if (tag->scope != SCOPE_NONE)
		buffer_format(body, " /Scope /%s",
			tag->scope == SCOPE_ROW ? "Row" : "Column");
	if (tag->columns > 1)
		buffer_format(body, " /ColSpan %u", tag->columns);
	if (tag->rows > 1)
		buffer_format(body, " /RowSpan %u", tag->rows);
	buffer_add(body, TEXT(">>"));
}

/* Where a figure stands, for those who look for it on the page. */
static void
box_print(const struct box *box, struct buffer *body)
{
	const int64_t sides[] = { box->left, box->bottom, box->right, box->top };

	if (!box->covers)
		return;
	buffer_add(body, TEXT(" /A <</O /Layout /Placement /Block /BBox ["));
	for (size_t i = 0; i < 4; i++) {
		if (i)
			buffer_byte(body, ' ');
		syntax_milli(body, sides[i]);
	}
	buffer_add(body, TEXT("]>>"));
}

static void
element_fill(const struct structure *structure, uint32_t index)
{
	struct draft *draft = structure->draft;
	const struct tag *tag = &draft->pages->tags[index];
	const struct tag_texts *texts = tag_texts(tag);
	struct buffer *body = draft_body(draft);
	uint32_t home = home_page(structure, index);

	buffer_add(body, TEXT("/Type /StructElem /S "));
	syntax_name(body, text_of(role_name(tag->role)));
	syntax_refer(body, " /P",
		tag->parent ? structure->numbers[tag->parent] : structure->root);
	if (home != NONE)
		syntax_refer(body, " /Pg", draft->drawn[home].number);
	text_print(body, " /T ", texts->title);
	text_print(body, " /Lang ", texts->language);
	text_print(body, " /Alt ", texts->alt);
	text_print(body, " /ActualText ", texts->says);
	if (tag->role == ROLE_L)
		buffer_format(body, " /A <</O /List /ListNumbering /%s>>",
			tag->ordered ? "Decimal" : "Disc");
	if (tag->role == ROLE_NOTE) {
		buffer_add(body, TEXT(" /ID "));
		syntax_string(body, note_key(draft, index));
	}
	if (tag->role == ROLE_FIGURE && index < draft->box_count)
		box_print(&draft->boxes[index], body);
	if (tag->role == ROLE_TH || tag->role == ROLE_TD)
		cell_print(tag, body);
	if (!is_empty(structure, index))
		content_print(structure, index, home, body);
	draft_fill(draft, structure->numbers[index], buffer_text(body));
}

/* The parent tree in the making. */
struct parents {
	const struct structure *structure;
	struct buffer kids; /* the leaves so far */
	struct buffer leaf;
	size_t count;       /* keys in the leaf, */
	uint32_t low, high; /* the first and the last */
};

static void
leaf_close(struct parents *parents)
{
	struct draft *draft = parents->structure->draft;
	struct text body;

	if (parents->count == 0)
		return;
	body = text_format(draft->arena, "/Limits [%u %u] /Nums [\n%.*s]", parents->low,
		parents->high, TEXT_ARG(buffer_text(&parents->leaf)));
	syntax_reference(&parents->kids, draft_object(draft, body));
	buffer_byte(&parents->kids, ' ');
	parents->count = 0;
	parents->leaf.size = 0;
}

/* The key and the blank of the next entry; its value follows. */
static void
entry_open(struct parents *parents, uint32_t key)
{
	if (parents->count == LEAF)
		leaf_close(parents);
	if (parents->count++ == 0)
		parents->low = key;
	parents->high = key;
	buffer_number(&parents->leaf, key);
	buffer_byte(&parents->leaf, ' ');
}

static void
owner_print(struct parents *parents, const struct mark *mark)
{
	syntax_reference(&parents->leaf, parents->structure->numbers[mark->tag]);
}

/* Under the key of a page the elements of its stretches, by their number; a page
 * without any has no entry. */
static void
stretches_enter(struct parents *parents, const struct draft_page *page,
	const struct mark *marks, size_t count)
{
	if (page->marks == 0)
		return;
	entry_open(parents, page->key);
	buffer_byte(&parents->leaf, '[');
	for (size_t i = 0; i < count; i++) {
		if (marks[i].annotation)
			continue;
		owner_print(parents, &marks[i]);
		buffer_byte(&parents->leaf, ' ');
	}
	buffer_add(&parents->leaf, TEXT("]\n"));
}

/* Then those of its annotations. */
static void
annotations_enter(struct parents *parents, const struct mark *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!marks[i].annotation || marks[i].tag == 0)
			continue;
		entry_open(parents, marks[i].key);
		owner_print(parents, &marks[i]);
		buffer_byte(&parents->leaf, '\n');
	}
}

static void
pages_enter(struct parents *parents)
{
	const struct draft *draft = parents->structure->draft;
	size_t from = 0, to;

	for (uint32_t page = 0; page < draft->drawn_count; page++, from = to) {
		to = from;
		while (to < draft->mark_count && draft->marks[to].page == page)
			to++;
		stretches_enter(
			parents, &draft->drawn[page], &draft->marks[from], to - from);
		annotations_enter(parents, &draft->marks[from], to - from);
	}
}

static uint32_t
parent_tree_add(const struct structure *structure)
{
	struct arena *arena = structure->draft->arena;
	struct parents parents = { .structure = structure,
		.kids = buffer_make(arena),
		.leaf = buffer_make(arena) };

	buffer_add(&parents.kids, TEXT("/Kids ["));
	pages_enter(&parents);
	leaf_close(&parents);
	buffer_byte(&parents.kids, ']');
	return draft_object(structure->draft, buffer_text(&parents.kids));
}

/* The tree from IDs to elements, if there are any. */
static void
ids_print(const struct structure *structure, struct buffer *body)
{
	const struct draft *draft = structure->draft;
	bool any = false;

	for (uint32_t i = 1; i < draft->pages->tag_count; i++) {
		if (draft->pages->tags[i].role != ROLE_NOTE)
			continue;
		buffer_add(body, any ? TEXT(" ") : TEXT(" /IDTree <</Names ["));
		syntax_string(body, note_key(draft, i));
		syntax_refer(body, " ", structure->numbers[i]);
		any = true;
	}
	if (any)
		buffer_add(body, TEXT("]>>"));
}

static void
root_fill(const struct structure *structure)
{
	struct draft *draft = structure->draft;
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Type /StructTreeRoot"));
	syntax_refer(&body, " /K", structure->numbers[1]);
	syntax_refer(&body, " /ParentTree", parent_tree_add(structure));
	ids_print(structure, &body);
	buffer_add(&body, TEXT(" /ParentTreeNextKey "));
	buffer_number(&body, draft->next_key);
	draft_fill(draft, structure->root, buffer_text(&body));
}

void
structure_add(struct draft *draft)
{
	size_t tags = draft->pages->tag_count;
	struct structure structure = { .draft = draft,
		.root = haru_add(draft->haru),
		.numbers = arena_array(draft->arena, uint32_t, tags),
		.first = firsts_make(draft),
		.marks = lists_make(draft, draft->mark_count, 0, mark_owner),
		.kids = lists_make(draft, tags, 1, tag_owner) };

	for (size_t tag = 1; tag < tags; tag++)
		structure.numbers[tag] = haru_add(draft->haru);
	for (uint32_t tag = 1; tag < tags; tag++)
		element_fill(&structure, tag);
	root_fill(&structure);
	syntax_refer(&draft->catalog, "/MarkInfo <</Marked true>> /StructTreeRoot",
		structure.root);
	buffer_byte(&draft->catalog, '\n');
}
