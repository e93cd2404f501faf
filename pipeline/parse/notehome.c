#include "notehome.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/suggest.h"
#include "model/document.h"

enum { GUESSES = 100 }; /* beyond so many errors nothing more is guessed */

/* A note and the home that its marks agree on. */
struct entry {
	struct text id;
	size_t order;
	struct node *note;
	struct node *home;    /* NULL: no mark yet */
	struct node *section; /* of its first mark */
};

struct entries {
	struct diag_list *diags;
	struct entry *items; /* sorted by id */
	size_t count, room;
};

static int
entry_compare(const void *a, const void *b)
{
	const struct entry *first = a, *second = b;
	int order = text_compare(first->id, second->id);

	return order ? order
		     : (first->order > second->order) - (first->order < second->order);
}

static struct entries
entries_gather(struct arena *scratch, struct document *document)
{
	struct entries entries = { 0 };

	for (struct walk walk = walk_blocks(document->root); walk_next(&walk);) {
		struct node *note = walk.node;

		if (note->kind != NODE_NOTE || !walk.entering)
			continue;
		entries.items = arena_room(scratch, entries.items, entries.count,
			&entries.room, sizeof *entries.items);
		entries.items[entries.count] = (struct entry){ note->note.id,
			entries.count, note, NULL, NULL };
		entries.count++;
	}
	for (size_t i = 0; i < entries.count; i++)
		node_unlink(entries.items[i].note);
	if (entries.count)
		qsort(entries.items, entries.count, sizeof *entries.items,
			entry_compare);
	return entries;
}

/* The first note of that name. */
static struct entry *
entry_find(const struct entries *entries, struct text id)
{
	size_t low = 0, high = entries->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (text_compare(entries->items[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == entries->count || !text_equal(entries->items[low].id, id))
		return NULL;
	return &entries->items[low];
}

static void
mark_complain(const struct entries *entries, const struct node *mark)
{
	struct suggest suggest = suggest_start(mark->mark.id);

	for (size_t i = 0; i < entries->count && entries->diags->errors < GUESSES; i++)
		suggest_offer(&suggest, entries->items[i].id);
	diag_add(entries->diags, DIAG_P211, mark->at, "there is no note [^%.*s]",
		TEXT_ARG(mark->mark.id));
	if (suggest.nearest.size)
		diag_help(entries->diags, "did you mean [^%.*s]?",
			TEXT_ARG(suggest.nearest));
	else
		diag_help(entries->diags,
			"write the note on a line of its own: [^%.*s]: …",
			TEXT_ARG(mark->mark.id));
}

static struct node *
around(struct node *node, bool section)
{
	for (; node->parent; node = node->parent)
		if (node->kind == NODE_SECTION ||
			(!section && (node->kind == NODE_TABLE ||
					     node->kind == NODE_FIGURE ||
					     node->kind == NODE_CALLOUT)))
			break;
	return node;
}

static void
home_offer(struct entry *entry, struct node *mark)
{
	struct node *home = around(mark, false);

	if (!entry->section)
		entry->section = around(mark, true);
	if (!entry->home)
		entry->home = home;
	else if (entry->home != home)
		entry->home = entry->section;
}

static void
homes_find(const struct entries *entries, struct document *document)
{
	for (struct walk walk = walk_of(document->root); walk_next(&walk);) {
		struct entry *entry;

		if (walk.node->kind != NODE_MARK)
			continue;
		entry = entry_find(entries, walk.node->mark.id);
		if (entry)
			home_offer(entry, walk.node);
	}
}

/* "a" is 1, "z" 26, "aa" 27; digits are themselves. */
static int64_t
ordinal_of(struct text label)
{
	int64_t ordinal = 0;

	if (text_number(label, &ordinal))
		return ordinal;
	for (size_t i = 0; i < label.size; i++)
		ordinal = ordinal * 26 + (label.at[i] - 'a' + 1);
	return ordinal;
}

static struct text
label_make(struct arena *arena, const struct node *home, int64_t ordinal)
{
	char letters[16];
	size_t at = sizeof letters;

	if (home->kind == NODE_SECTION)
		return text_format(arena, "%lld", (long long)ordinal);
	for (; ordinal > 0; ordinal = (ordinal - 1) / 26)
		letters[--at] = (char)('a' + (ordinal - 1) % 26);
	return text_keep(arena, (struct text){ letters + at, sizeof letters - at });
}

/* The note comes to stand last in its home. */
static void
note_place(struct arena *arena, struct entry *entry)
{
	const struct node *last = entry->home->last;
	int64_t ordinal = 1;

	if (last && last->kind == NODE_NOTE)
		ordinal = ordinal_of(last->note.label) + 1;
	entry->note->note.label = label_make(arena, entry->home, ordinal);
	node_append(entry->home, entry->note);
}

/* Notes that are placed are walked through later: they may have marks too. */
static void
marks_label(
	struct arena *arena, const struct entries *entries, struct document *document)
{
	for (struct walk walk = walk_of(document->root); walk_next(&walk);) {
		struct entry *entry;

		if (walk.node->kind != NODE_MARK)
			continue;
		entry = entry_find(entries, walk.node->mark.id);
		if (!entry) {
			mark_complain(entries, walk.node);
			continue;
		}
		home_offer(entry, walk.node);
		if (entry->note->note.label.size == 0)
			note_place(arena, entry);
		walk.node->mark.label = entry->note->note.label;
	}
}

static void
notes_judge(const struct entries *entries)
{
	struct diag_list *diags = entries->diags;

	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i];

		if (i && text_equal(entry->id, entry[-1].id)) {
			diag_add(diags, DIAG_P213, entry->note->at,
				"there are two notes [^%.*s]", TEXT_ARG(entry->id));
			diag_other(diags, entry[-1].note->at, "the other one");
		} else if (!entry->note->parent) {
			diag_add(diags, DIAG_P212, entry->note->at,
				"nothing refers to the note [^%.*s]",
				TEXT_ARG(entry->id));
			diag_help(diags, "put [^%.*s] where it belongs, or delete it",
				TEXT_ARG(entry->id));
		}
	}
}

void
notehome_find(struct arena *arena, struct arena *scratch, struct diag_list *diags,
	struct document *document)
{
	struct entries entries = entries_gather(scratch, document);

	entries.diags = diags;
	if (entries.count)
		homes_find(&entries, document);
	marks_label(arena, &entries, document);
	notes_judge(&entries);
}
