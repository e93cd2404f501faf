#include "structure.h"

#include <assert.h>

#include "base/arena.h"
#include "model/pages.h"
#include "model/relay.h"
#include "write/draft.h"
#include "write/haru.h"
#include "write/parenttree.h"
#include "write/syntax.h"

static const uint32_t NONE = UINT32_MAX; /* no mark, no page */

/* What of each tag of a window: those of tag t run from starts[t] to starts[t + 1],
 * where t is counted from the beginning of the window. */
struct lists {
	uint32_t *starts, *items;
};

/* The element of a tag. */
struct element {
	uint32_t number; /* of its object; 0: none yet */
	bool filled;
	bool open; /* more may come than is known */
};

struct structure {
	struct arena *rough; /* of the window */
	uint32_t root;       /* the object of the tree */
	struct element *elements;
	size_t element_room;
	const struct tag *tags;
	uint32_t settled;  /* tags below it are filled, unless they could not be */
	size_t mark_first; /* no mark before it is of a tag from there on */
};

/* Tags that are filled together, which hold each other alone. */
struct window {
	struct draft *draft;
	uint32_t from, to;  /* tags */
	size_t mark_from;   /* their marks are from here on */
	uint32_t *first;    /* the first mark of a tag or of one below it, or NONE */
	struct lists marks; /* of each tag, in painting order */
	struct lists kids;  /* of each tag, in reading order */
};

struct structure *
structure_make(struct draft *draft)
{
	struct structure *structure = arena_make(draft->arena, struct structure);

	structure->rough = arena_beside(draft->arena);
	arena_enclose(draft->arena, structure->rough);
	structure->root = haru_add(draft->haru);
	structure->settled = 1;
	return structure;
}

static struct element *
element_of(struct draft *draft, uint32_t tag)
{
	struct structure *structure = draft->structure;

	structure->elements = arena_reach(draft->arena, structure->elements, tag,
		&structure->element_room, sizeof *structure->elements);
	return &structure->elements[tag];
}

uint32_t
structure_number(struct draft *draft, uint32_t tag)
{
	struct element *element = element_of(draft, tag);

	if (!element->number)
		element->number = haru_add(draft->haru);
	return element->number;
}

static bool
is_within(const struct window *window, uint32_t tag)
{
	return tag >= window->from && tag < window->to;
}

/* Puts what is numbered from `from` to `to` into the lists of the tags that `owner`
 * says, in order. */
static struct lists
lists_make(const struct window *window, size_t from, size_t to,
	uint32_t (*owner)(const struct draft *, size_t))
{
	struct arena *rough = window->draft->structure->rough;
	size_t tags = window->to - window->from;
	struct lists lists = { .starts = arena_array(rough, uint32_t, tags + 2) };

	/* Counted two places on, summed, and filled one place on, so that in the
	 * end each start stands where it belongs. */
	for (size_t i = from; i < to; i++)
		if (is_within(window, owner(window->draft, i)))
			lists.starts[owner(window->draft, i) - window->from + 2]++;
	for (size_t tag = 2; tag < tags + 2; tag++)
		lists.starts[tag] += lists.starts[tag - 1];
	lists.items = arena_array(rough, uint32_t, lists.starts[tags + 1]);
	for (size_t i = from; i < to; i++) {
		uint32_t tag = owner(window->draft, i);

		if (is_within(window, tag))
			lists.items[lists.starts[tag - window->from + 1]++] =
				(uint32_t)i;
	}
	return lists;
}

static uint32_t
mark_owner(const struct draft *draft, size_t mark)
{
	return draft->marks[mark].tag;
}

static uint32_t
tag_owner(const struct draft *draft, size_t tag)
{
	assert(draft->structure->tags[tag].parent < tag);
	return draft->structure->tags[tag].parent;
}

/* A tag begins where its first mark is, or that of a tag below it. */
static uint32_t *
firsts_make(const struct window *window)
{
	const struct draft *draft = window->draft;
	const struct tag *tags = draft->structure->tags;
	uint32_t *first = arena_array(
		draft->structure->rough, uint32_t, window->to - window->from);

	for (size_t i = 0; i < window->to - window->from; i++)
		first[i] = NONE;
	for (size_t i = window->mark_from; i < draft->mark_count; i++)
		for (uint32_t tag = draft->marks[i].tag;
			is_within(window, tag) && first[tag - window->from] == NONE;
			tag = tags[tag].parent)
			first[tag - window->from] = (uint32_t)i;
	return first;
}

static struct window
window_open(struct draft *draft, uint32_t from, uint32_t to, size_t mark_from)
{
	struct window window = {
		.draft = draft, .from = from, .to = to, .mark_from = mark_from
	};

	window.first = firsts_make(&window);
	window.marks = lists_make(&window, mark_from, draft->mark_count, mark_owner);
	window.kids = lists_make(&window, from, to, tag_owner);
	return window;
}

/* The marks of a tag, in painting order. */
static const uint32_t *
marks_of(const struct window *window, uint32_t tag, size_t *ret_count)
{
	const uint32_t *starts = &window->marks.starts[tag - window->from];

	*ret_count = starts[1] - starts[0];
	return &window->marks.items[starts[0]];
}

static const uint32_t *
kids_of(const struct window *window, uint32_t tag, size_t *ret_count)
{
	const uint32_t *starts = &window->kids.starts[tag - window->from];

	*ret_count = starts[1] - starts[0];
	return &window->kids.items[starts[0]];
}

/* The page that the plain numbers in /K are on. */
static uint32_t
home_page(const struct window *window, uint32_t tag)
{
	size_t count;
	const uint32_t *marks = marks_of(window, tag, &count);

	for (size_t i = 0; i < count; i++) {
		const struct mark *mark = &window->draft->marks[marks[i]];

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
kid_comes_first(const struct window *window, uint32_t kid, uint32_t mark)
{
	uint32_t first = window->first[kid - window->from];

	return first == NONE || first < mark;
}

/* /K: the marks of the tag and the tags below it, merged. */
static void
content_print(
	const struct window *window, uint32_t tag, uint32_t home, struct buffer *body)
{
	size_t mark_count, kid_count, mark = 0, kid = 0;
	const uint32_t *marks = marks_of(window, tag, &mark_count);
	const uint32_t *kids = kids_of(window, tag, &kid_count);

	if (mark_count + kid_count == 0)
		return;
	buffer_add(body, TEXT(" /K ["));
	while (mark < mark_count || kid < kid_count) {
		if (mark == mark_count ||
			(kid < kid_count &&
				kid_comes_first(window, kids[kid], marks[mark])))
			syntax_reference(
				body, structure_number(window->draft, kids[kid++]));
		else
			mark_print(window->draft, &window->draft->marks[marks[mark++]],
				home, body);
		buffer_byte(body, ' ');
	}
	body->size--;
	buffer_byte(body, ']');
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
element_fill(const struct window *window, uint32_t index)
{
	struct draft *draft = window->draft;
	const struct tag *tag = &draft->structure->tags[index];
	const struct tag_texts *texts = tag_texts(tag);
	struct buffer *body = draft_body(draft);
	uint32_t home = home_page(window, index);

	buffer_add(body, TEXT("/Type /StructElem /S "));
	syntax_name(body, text_of(role_name(tag->role)));
	syntax_refer(body, " /P",
		tag->parent ? structure_number(draft, tag->parent)
			    : draft->structure->root);
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
	if (tag->role == ROLE_FIGURE && index < draft->box_room)
		box_print(&draft->boxes[index], body);
	if (tag->role == ROLE_TH || tag->role == ROLE_TD)
		cell_print(tag, body);
	content_print(window, index, home, body);
	draft_fill(draft, structure_number(draft, index), buffer_text(body));
	element_of(draft, index)->filled = true;
}

/* Whether the link that a mark stands for leads anywhere may not be known yet: then
 * neither is what the tag holds, nor where in it a tag stands that begins with it. */
static bool
waits(const struct window *window, uint32_t tag)
{
	const struct mark *all = window->draft->marks;
	size_t mark_count, kid_count;
	const uint32_t *marks = marks_of(window, tag, &mark_count);
	const uint32_t *kids = kids_of(window, tag, &kid_count);

	for (size_t i = 0; i < mark_count; i++)
		if (all[marks[i]].waits)
			return true;
	for (size_t i = 0; i < kid_count; i++) {
		uint32_t first = window->first[kids[i] - window->from];

		if (first != NONE && all[first].waits)
			return true;
	}
	return false;
}

/* Where the marks begin that are of tags from `settled` on. */
static size_t
marks_pass(const struct draft *draft, size_t mark, uint32_t settled)
{
	while (mark < draft->mark_count && draft->marks[mark].tag < settled)
		mark++;
	return mark;
}

void
structure_settle(struct draft *draft)
{
	struct structure *structure = draft->structure;
	const struct page *page = &draft->leaf->page;
	struct arena_mark mark = arena_mark(structure->rough);
	struct window window;

	if (page->settled <= structure->settled)
		return;
	structure->tags = draft->leaf->tags;
	window = window_open(
		draft, structure->settled, page->settled, structure->mark_first);
	for (uint32_t tag = page->open; tag >= window.from;
		tag = structure->tags[tag].parent)
		element_of(draft, tag)->open = true;
	for (uint32_t tag = window.from; tag < window.to; tag++)
		if (!waits(&window, tag) && !element_of(draft, tag)->open)
			element_fill(&window, tag);
	structure->settled = page->settled;
	structure->mark_first = marks_pass(draft, structure->mark_first, page->settled);
	arena_rewind(structure->rough, mark);
}

/* The tree from IDs to elements, if there are any. */
static void
ids_print(struct draft *draft, struct buffer *body)
{
	bool any = false;

	for (uint32_t i = 1; i < draft->pages->tag_count; i++) {
		if (draft->pages->tags[i].role != ROLE_NOTE)
			continue;
		buffer_add(body, any ? TEXT(" ") : TEXT(" /IDTree <</Names ["));
		syntax_string(body, note_key(draft, i));
		syntax_refer(body, " ", structure_number(draft, i));
		any = true;
	}
	if (any)
		buffer_add(body, TEXT("]>>"));
}

static void
root_fill(struct draft *draft)
{
	struct buffer body = buffer_make(draft->arena);

	buffer_add(&body, TEXT("/Type /StructTreeRoot"));
	syntax_refer(&body, " /K", structure_number(draft, 1));
	syntax_refer(&body, " /ParentTree", parenttree_add(draft));
	ids_print(draft, &body);
	buffer_add(&body, TEXT(" /ParentTreeNextKey "));
	buffer_number(&body, draft->next_key);
	draft_fill(draft, draft->structure->root, buffer_text(&body));
}

void
structure_add(struct draft *draft)
{
	struct structure *structure = draft->structure;
	struct window window;

	structure->tags = draft->pages->tags;
	window = window_open(draft, 1, (uint32_t)draft->pages->tag_count, 0);
	for (uint32_t tag = window.from; tag < window.to; tag++)
		if (!element_of(draft, tag)->filled)
			element_fill(&window, tag);
	root_fill(draft);
	syntax_refer(&draft->catalog, "/MarkInfo <</Marked true>> /StructTreeRoot",
		structure->root);
	buffer_byte(&draft->catalog, '\n');
}
