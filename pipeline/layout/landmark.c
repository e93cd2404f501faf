#include "landmark.h"

#include <stdlib.h>

#include "base/arena.h"
#include "layout/setting.h"
#include "layout/words.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/style.h"

/* The numbers of figures, where there are no more. */
enum { ROMAN_MOST = 20 };

static const char *const roman[ROMAN_MOST] = { "I", "II", "III", "IV", "V", "VI", "VII",
	"VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII",
	"XIX", "XX" };

/* Of a table and a figure alike, `table` holds the id and the number. */
static bool
is_captioned(const struct node *node)
{
	return node->kind == NODE_TABLE || node->kind == NODE_FIGURE;
}

/* What links to a node say; empty where none can lead there. */
static struct text
name_of(const struct node *node)
{
	if (node->kind == NODE_HEADING)
		return node->heading.id;
	if (node->kind == NODE_CALLOUT)
		return node->callout.id;
	if (node->kind == NODE_ANCHOR)
		return node->anchor.id;
	return is_captioned(node) ? node->table.id : TEXT("");
}

/* Contents and indices are made of folios, and links may ask for one. */
static bool
is_foretelling(const struct node *node)
{
	return node->kind == NODE_CONTENTS || node->kind == NODE_INDEX ||
	       (node->kind == NODE_LINK && !node->first &&
		       text_is(node->link.title, "page"));
}

/* An item of a list has three; text has that of its block. */
static size_t
tags_of(const struct node *node)
{
	if (node->kind == NODE_ITEM)
		return 3;
	return node->kind != NODE_TEXT && node->kind != NODE_SOFT_BREAK;
}

static int
landmark_compare(const void *a, const void *b)
{
	const struct landmark *first = a, *second = b;

	return text_compare(first->name, second->name);
}

struct landmarks *
landmarks_make(struct arena *arena, const struct document *document)
{
	struct landmarks *landmarks = arena_make(arena, struct landmarks);
	size_t room = 0;

	landmarks->foretold = document->front;
	for (struct walk walk = walk_of(document->root); walk_next(&walk);) {
		struct text name = name_of(walk.node);

		if (walk.entering)
			landmarks->tags += tags_of(walk.node);
		landmarks->foretold = landmarks->foretold || is_foretelling(walk.node);
		if (!walk.entering || name.size == 0)
			continue;
		landmarks->items = arena_room(arena, landmarks->items, landmarks->count,
			&room, sizeof *landmarks->items);
		landmarks->items[landmarks->count++] =
			(struct landmark){ .name = name, .node = walk.node };
		landmarks->figures += walk.node->kind == NODE_FIGURE &&
				      walk.node->figure.number.size > 0;
	}
	if (landmarks->count)
		qsort(landmarks->items, landmarks->count, sizeof *landmarks->items,
			landmark_compare);
	return landmarks;
}

struct landmark *
landmark_find(const struct landmarks *landmarks, struct text name)
{
	const struct landmark key = { .name = name };

	if (landmarks->count == 0)
		return NULL;
	return bsearch(
		&key, landmarks->items, landmarks->count, sizeof key, landmark_compare);
}

bool
landmarks_settle(
	struct landmarks *landmarks, struct arena *arena, const struct pages *pages)
{
	bool right = true;

	for (size_t i = 0; i < pages->destination_count; i++) {
		const struct destination *destination = &pages->destinations[i];
		struct text folio = pages->pages[destination->page].label;
		struct landmark *landmark = landmark_find(landmarks, destination->name);

		if (!landmark || (landmark->page == destination->page &&
					 text_equal(landmark->folio, folio)))
			continue;
		right = right && !landmark->asked;
		landmark->page = destination->page;
		landmark->folio = text_keep(arena, folio);
	}
	return right;
}

/* "IV.1": a heading within a section counts with that. */
static struct text
heading_number(struct arena *arena, const struct node *heading)
{
	const struct node *section = heading->parent;
	struct text number = heading->heading.number;

	while (section && section->kind != NODE_SECTION)
		section = section->parent;
	if (number.size == 0 || heading->heading.level == 1 || !section ||
		section->section.number.size == 0)
		return number;
	return text_format(arena, "%.*s.%.*s", TEXT_ARG(section->section.number),
		TEXT_ARG(number));
}

/* A word and a number that stay on one line. */
static struct text
numbered(struct setting *setting, enum word word, struct text number)
{
	struct text found = words_find(setting->document->language, word);

	return text_format(
		setting->scratch, "%.*s\u00a0%.*s", TEXT_ARG(found), TEXT_ARG(number));
}

static struct text
title_say(struct setting *setting, const struct landmark *landmark)
{
	struct node *node = is_captioned(landmark->node) ? landmark->node->first : NULL;

	if (!node || node->kind != NODE_CAPTION)
		return node_plain(setting->scratch, landmark->node);
	return node_plain(setting->scratch, node);
}

/* As the United Nations count figures. */
static struct text
figure_roman(struct setting *setting, struct text number)
{
	int64_t count;

	if (setting->landmarks->figures == 1)
		return TEXT("");
	if (setting->landmarks->figures > ROMAN_MOST || !text_number(number, &count) ||
		count < 1 || count > ROMAN_MOST)
		return number;
	return text_of(roman[count - 1]);
}

struct text
landmark_number(struct setting *setting, const struct node *node)
{
	if (node->kind == NODE_HEADING)
		return heading_number(setting->scratch, node);
	if (node->kind == NODE_FIGURE && setting->style->roman)
		return figure_roman(setting, node->figure.number);
	return is_captioned(node) ? node->table.number : TEXT("");
}

struct text
landmark_say(struct setting *setting, struct landmark *landmark, struct text wanted)
{
	struct node *node = landmark->node;
	struct text number = landmark_number(setting, node);

	if (text_is(wanted, "page")) {
		landmark->asked = true;
		return numbered(setting, WORD_PAGE,
			landmark->folio.size ? landmark->folio : TEXT("00"));
	}
	if (text_is(wanted, "title") || number.size == 0)
		return title_say(setting, landmark);
	return numbered(setting,
		node->kind == NODE_TABLE    ? WORD_TABLE
		: node->kind == NODE_FIGURE ? WORD_FIGURE
					    : WORD_SECTION,
		number);
}
