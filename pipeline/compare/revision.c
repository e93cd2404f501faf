#include "revision.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "model/attribute.h"
#include "model/document.h"

enum { UNITS_FIRST = 64 };

static const size_t NOWHERE = SIZE_MAX;

struct unit {
	struct node *node;
	uint64_t sign;  /* of what it says */
	size_t partner; /* among the units of the other document, or NOWHERE */
};

struct units {
	struct unit *items; /* in reading order */
	size_t count, room;
};

static bool
is_unit(const struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
	case NODE_PARAGRAPH:
	case NODE_SPEAKER:
	case NODE_CODE_BLOCK:
	case NODE_HTML_BLOCK:
	case NODE_CAPTION:
	case NODE_ROW:
	case NODE_FIGURE:
	case NODE_KEY_NUMBER:
	case NODE_CARD:
		return true;
	case NODE_CALLOUT:
		return node->callout.title.size > 0;
	default:
		return false;
	}
}

/* The name of a file less its folder: two reports lie in two folders. */
static struct text
file_name(struct text path)
{
	size_t from = path.size;

	while (from && path.at[from - 1] != '/')
		from--;
	return text_slice(path, from, path.size);
}

/* Attributes are what is said, but for numbers and ids, which follow from other blocks.
 */
static void
attributes_add(struct buffer *content, struct node *node)
{
	struct node bare;

	switch (node->kind) {
	case NODE_HEADING:
	case NODE_FIGURE:
	case NODE_MARK:
		return;
	case NODE_CALLOUT:
		buffer_add(content, node->callout.title);
		return;
	case NODE_PICTURE:
		bare = *node;
		bare.picture.file = file_name(node->picture.file);
		attributes_print(&bare, content);
		return;
	case NODE_CARD:
		bare = *node;
		bare.card.cover = file_name(node->card.cover);
		attributes_print(&bare, content);
		return;
	default:
		attributes_print(node, content);
	}
}

/* What a node says by itself.  Texts are not kept apart: where one ends depends on
 * where it was typed. */
static void
node_add(struct buffer *content, struct node *node)
{
	if (node->kind == NODE_TEXT) {
		buffer_add(content, node->text);
		return;
	}
	if (node->kind == NODE_SOFT_BREAK) {
		buffer_byte(content, ' ');
		return;
	}
	buffer_byte(content, '\0');
	buffer_byte(content, (char)(1 + node->kind));
	attributes_add(content, node);
	if (node->kind == NODE_CODE || node->kind == NODE_HTML ||
		node->kind == NODE_HTML_BLOCK)
		buffer_add(content, node->text);
	else if (node->kind == NODE_CODE_BLOCK)
		buffer_add(content, node->code.text);
}

static uint64_t
unit_sign(struct buffer *content, struct node *unit)
{
	content->size = 0;
	node_add(content, unit);
	/* The blocks in a box are units of their own. */
	if (node_holds(unit->kind) && unit->kind != NODE_CALLOUT)
		for (struct walk walk = walk_of(unit); walk_next(&walk);) {
			if (walk.entering && walk.node != unit)
				node_add(content, walk.node);
			else if (!walk.entering)
				buffer_byte(content, '\0');
		}
	return text_hash(buffer_text(content));
}

/* What stands within a figure belongs to it. */
static struct units
units_gather(struct arena *scratch, const struct document *document)
{
	struct buffer content = buffer_make(scratch);
	struct units units = { .items = arena_array(scratch, struct unit, UNITS_FIRST),
		.room = UNITS_FIRST };
	const struct node *figure = NULL;

	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		struct node *node = walk.node;

		if (figure) {
			figure = figure == node && !walk.entering ? NULL : figure;
			continue;
		}
		if (!walk.entering || !is_unit(node))
			continue;
		if (node->kind == NODE_FIGURE && node_holds(node->kind))
			figure = node;
		units.items = arena_room(scratch, units.items, units.count, &units.room,
			sizeof *units.items);
		units.items[units.count++] =
			(struct unit){ node, unit_sign(&content, node), NOWHERE };
	}
	return units;
}

/* A unit and where it is. */
struct entry {
	uint64_t sign;
	size_t index;
};

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;

	if (left->sign != right->sign)
		return left->sign < right->sign ? -1 : 1;
	return left->index < right->index ? -1 : left->index > right->index;
}

static struct entry *
entries_sort(struct arena *scratch, const struct units *units)
{
	struct entry *entries = arena_array(scratch, struct entry, units->count + 1);

	for (size_t i = 0; i < units->count; i++)
		entries[i] = (struct entry){ units->items[i].sign, i };
	qsort(entries, units->count, sizeof *entries, entry_compare);
	return entries;
}

/* How many entries from `from` on have the same sign. */
static size_t
run_length(const struct entry *entries, size_t from, size_t count)
{
	size_t to = from;

	while (to < count && entries[to].sign == entries[from].sign)
		to++;
	return to - from;
}

static void
pair(struct units *units, size_t index, struct units *before, size_t partner)
{
	units->items[index].partner = partner;
	before->items[partner].partner = index;
}

/* What stands once in both is the same. */
static void
single_pair(struct arena *scratch, struct units *units, struct units *before)
{
	const struct entry *now = entries_sort(scratch, units);
	const struct entry *then = entries_sort(scratch, before);
	size_t i = 0, j = 0;

	while (i < units->count && j < before->count) {
		size_t runs = run_length(now, i, units->count);
		size_t others = run_length(then, j, before->count);

		if (now[i].sign == then[j].sign && runs == 1 && others == 1)
			pair(units, now[i].index, before, then[j].index);
		if (now[i].sign < then[j].sign) {
			i += runs;
		} else if (now[i].sign > then[j].sign) {
			j += others;
		} else {
			i += runs;
			j += others;
		}
	}
}

static bool
can_pair(const struct units *units, size_t index, const struct units *before,
	size_t partner)
{
	return index < units->count && partner < before->count &&
	       units->items[index].partner == NOWHERE &&
	       before->items[partner].partner == NOWHERE &&
	       units->items[index].sign == before->items[partner].sign;
}

/* What says the same behind a pair, or at the beginning of both, is the same; then what
 * does so before a pair, or at the end. */
static void
neighbours_pair(struct units *units, struct units *before)
{
	if (can_pair(units, 0, before, 0))
		pair(units, 0, before, 0);
	for (size_t i = 0; i < units->count; i++) {
		size_t partner = units->items[i].partner;

		if (partner != NOWHERE && can_pair(units, i + 1, before, partner + 1))
			pair(units, i + 1, before, partner + 1);
	}
	if (units->count && before->count &&
		can_pair(units, units->count - 1, before, before->count - 1))
		pair(units, units->count - 1, before, before->count - 1);
	for (size_t i = units->count; i-- > 1;) {
		size_t partner = units->items[i].partner;

		if (partner != NOWHERE && partner > 0 &&
			can_pair(units, i - 1, before, partner - 1))
			pair(units, i - 1, before, partner - 1);
	}
}

/* How many units without a partner end before that one. */
static size_t
singles_before(const struct units *units, size_t index)
{
	size_t from = index;

	while (from > 0 && units->items[from - 1].partner == NOWHERE)
		from--;
	return index - from;
}

/* Something is gone before a pair where less stands now than did then; what stands in
 * the place of something is marked itself. */
static bool
follows_gap(const struct units *units, size_t index, const struct units *before)
{
	return singles_before(before, units->items[index].partner) >
	       singles_before(units, index);
}

void
revision_mark(
	struct arena *scratch, struct document *document, const struct document *before)
{
	struct units now = units_gather(scratch, document);
	struct units then = units_gather(scratch, before);

	single_pair(scratch, &now, &then);
	neighbours_pair(&now, &then);
	for (size_t i = 0; i < now.count; i++) {
		struct node *node = now.items[i].node;

		if (now.items[i].partner == NOWHERE)
			node->change = CHANGE_TEXT;
		else if (follows_gap(&now, i, &then))
			node->change = CHANGE_GAP;
	}
}
