#include "note.h"

#include <stdlib.h>

#include "base/arena.h"
#include "layout/flow/block.h"
#include "layout/flow/flow.h"
#include "layout/inline/atoms.h"
#include "layout/inline/inline.h"
#include "layout/inline/line.h"
#include "layout/inline/paragraph.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* The label's room, in tenths of the size of the letters. */
enum { LABEL_TENTHS = 16 };

struct entry {
	struct text name; /* of the destination */
	struct node *note;
	bool hangs;
};

struct note_index {
	struct entry *items; /* of the foot, sorted by name */
	size_t count, room;
};

static const struct text PREFIX = TEXT_CONSTANT("note:");

struct text
note_name(struct arena *arena, struct text id)
{
	return text_format(arena, "%.*s%.*s", TEXT_ARG(PREFIX), TEXT_ARG(id));
}

bool
note_back(struct arena *arena, struct text name, struct text *ret_name)
{
	struct text id;

	if (!text_starts(name, PREFIX))
		return false;
	id = text_slice(name, PREFIX.size, name.size);
	*ret_name = text_format(arena, "mark:%.*s", TEXT_ARG(id));
	return true;
}

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *first = a, *second = b;

	return text_compare(first->name, second->name);
}

struct note_index *
notes_index(struct arena *arena, const struct document *document)
{
	struct note_index *index = arena_make(arena, struct note_index);

	for (const struct node *section = document->root->first; section;
		section = section->next)
		for (struct node *note = section->first; note; note = note->next) {
			if (note->kind != NODE_NOTE)
				continue;
			index->items = arena_room(arena, index->items, index->count,
				&index->room, sizeof *index->items);
			index->items[index->count++] =
				(struct entry){ note_name(arena, note->note.id), note,
					false };
		}
	if (index->count == 0)
		return NULL;
	qsort(index->items, index->count, sizeof *index->items, entry_compare);
	return index;
}

static struct entry *
entry_find(const struct note_index *index, const struct item *item)
{
	const struct entry key = { .name = item->kind == ITEM_LINK ? item->link.name
								   : TEXT("") };

	if (!text_starts(key.name, PREFIX))
		return NULL;
	return bsearch(&key, index->items, index->count, sizeof key, entry_compare);
}

/* What a note is said beside: the block with its mark, or the table that this is in. */
static uint32_t
tag_beside(const struct pages *pages, uint32_t mark)
{
	uint32_t tag = mark;

	while (pages->tags[tag].role == ROLE_LINK ||
		pages->tags[tag].role == ROLE_REFERENCE)
		tag = pages->tags[tag].parent;
	for (uint32_t above = tag; above; above = pages->tags[above].parent)
		if (pages->tags[above].role == ROLE_TABLE)
			tag = above;
	/* An item of a list holds a label and a body, and nothing else. */
	return pages->tags[tag].role == ROLE_LBODY ? tag : pages->tags[tag].parent;
}

/* The label, which leads back to the mark. */
static struct line *
label_set(struct setting *setting, const struct node *note, length width, uint32_t tag)
{
	const struct block_style *style = &setting->style->blocks[STYLE_NOTE];
	const struct paragraph_form form = { .width = width, .pinned = true };
	struct target *target = arena_make(setting->scratch, struct target);
	struct run_list runs = { 0 };
	struct run run;
	size_t count;

	tag = pages_add_tag(setting->pages, ROLE_LBL, tag, note->at);
	tag = pages_add_tag(setting->pages, ROLE_LINK, tag, note->at);
	note_back(setting->scratch, note_name(setting->scratch, note->note.id),
		&target->name);
	target->says = words_find(setting->document->language, WORD_BACK);
	run = run_of(setting, style, note->note.label, tag);
	run.target = target;
	run.at = note->at;
	run_add(setting, &runs, run);
	return paragraph_set(setting, &runs, &form, &count);
}

/* The label and the blocks of a note, into a flow. */
static void
note_set(struct flow *flow, struct node *note, struct column column, uint32_t parent)
{
	struct setting *setting = flow->setting;
	const struct block_style *style = &setting->style->blocks[STYLE_NOTE];
	length indent = length_scale(style->size, LABEL_TENTHS, 10);
	uint32_t tag = pages_add_tag(setting->pages, ROLE_NOTE, parent, note->at);
	struct column inner = column_inner(column, indent, 0);
	const struct line *label = label_set(setting, note, column.width, tag);
	size_t first = flow->count;

	inner.text = style;
	inner.tag = tag;
	inner.tight = true;
	for (size_t i = 0; i < label->count; i++)
		label->items[i].x += column.left;
	block_children(flow, note, inner);
	flow_label(flow, first, label, style->leading);
}

/* Lines and spaces of a note are what is set at the foot; less the spaces at its ends.
 */
static void
foot_take(struct flow *flow, const struct flow *note)
{
	size_t from = 0, to = note->count;

	while (to > from && note->items[to - 1].kind != FLOW_LINE)
		to--;
	while (from < to && note->items[from].kind != FLOW_LINE)
		from++;
	for (; from < to; from++) {
		const struct flow_item *item = &note->items[from];

		if (item->kind != FLOW_LINE && item->kind != FLOW_SPACE &&
			item->kind != FLOW_CLOSE)
			continue;
		flow->foot = arena_room(flow->setting->scratch, flow->foot,
			flow->foot_count, &flow->foot_room, sizeof *flow->foot);
		flow->foot[flow->foot_count++] = *item;
	}
}

static void
footnote_add(struct flow *flow, struct footnote footnote)
{
	flow->notes = arena_room(flow->setting->scratch, flow->notes, flow->note_count,
		&flow->note_room, sizeof footnote);
	flow->notes[flow->note_count++] = footnote;
}

/* A note has a flow of its own, and notes of its own may hang there: they come after.
 */
static void
note_hang(struct flow *flow, struct node *node, uint32_t mark)
{
	struct setting *setting = flow->setting;
	const struct style *style = setting->style;
	const struct column column = { .width = style->width - style->left -
						style->right };
	struct flow own = { .setting = setting };
	struct footnote footnote = { node->note.id, flow->foot_count, 0 };

	note_set(&own, node, column, tag_beside(setting->pages, mark));
	foot_take(flow, &own);
	footnote.to = flow->foot_count;
	footnote_add(flow, footnote);
	for (size_t i = 0; i < own.note_count; i++) {
		footnote = own.notes[i];
		footnote.from += flow->foot_count;
		footnote.to += flow->foot_count;
		footnote_add(flow, footnote);
	}
	for (size_t i = 0; i < own.foot_count; i++) {
		flow->foot = arena_room(setting->scratch, flow->foot, flow->foot_count,
			&flow->foot_room, sizeof *flow->foot);
		flow->foot[flow->foot_count++] = own.foot[i];
	}
}

void
notes_hang(struct flow *flow)
{
	const struct note_index *index = flow->setting->notes;
	size_t line = flow->count - 1, before = flow->note_count;

	if (!index)
		return;
	for (size_t i = 0; i < flow->items[line].count; i++) {
		const struct item *item = &flow->items[line].items[i];
		struct entry *entry = entry_find(index, item);

		if (!entry || entry->hangs)
			continue;
		entry->hangs = true;
		note_hang(flow, entry->note, item->tag);
	}
	flow->items[line].notes = flow->note_count - before;
}

void
notes_flow(struct flow *flow, struct node *parent, struct column column, uint32_t tag)
{
	const struct block_style *style = &flow->setting->style->blocks[STYLE_NOTE];

	for (struct node *note = parent->first; note; note = note->next) {
		if (note->kind != NODE_NOTE)
			continue;
		flow_space(flow, style->leading / 3, true);
		flow_add(flow, FLOW_MARK)->mark.name =
			note_name(flow->setting->scratch, note->note.id);
		note_set(flow, note, column, tag);
	}
}
