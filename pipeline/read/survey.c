#include "survey.h"

#include "base/arena.h"

enum { NO_LIST = UINT32_MAX };

struct surveying {
	struct arena *arena;
	struct survey survey;
	size_t head_room, item_room, least;

	/* The line that is looked at. */
	size_t offset;
	uint32_t line;

	/* Comments and empty lines before it belong to what follows them. */
	size_t above;
	uint32_t above_line;

	bool is_key_open; /* a key of the first column, and nothing after it */
	uint32_t indent;  /* of the dashes of the open list, or NO_LIST */
	bool is_first;    /* the list's first entry is not yet over */
	struct slab open; /* entries; `to` is not known yet */
	size_t list;      /* of the items, the first one of this list */
	struct slab head; /* the same for lines outside of lists */
};

struct surveying *
survey_start(struct arena *arena, size_t least)
{
	struct surveying *surveying = arena_make(arena, struct surveying);

	surveying->arena = arena;
	surveying->least = least;
	surveying->line = surveying->above_line = surveying->head.line = 1;
	surveying->indent = NO_LIST;
	return surveying;
}

static void
head_add(struct surveying *surveying, struct slab head)
{
	struct survey *survey = &surveying->survey;

	if (head.from == head.to)
		return;
	survey->head = arena_room(surveying->arena, survey->head, survey->head_count,
		&surveying->head_room, sizeof *survey->head);
	survey->head[survey->head_count++] = head;
}

/* Ends the open slab of entries before the lines above the current one. */
static void
items_add(struct surveying *surveying)
{
	struct survey *survey = &surveying->survey;

	surveying->open.to = surveying->above;
	surveying->open.last = surveying->above_line - 1;
	survey->items = arena_room(surveying->arena, survey->items, survey->item_count,
		&surveying->item_room, sizeof *survey->items);
	survey->items[survey->item_count++] = surveying->open;
	surveying->open.from = surveying->above;
	surveying->open.line = surveying->above_line;
}

/* The head goes on at the lines above the current one. */
static void
head_open(struct surveying *surveying)
{
	surveying->head.from = surveying->above;
	surveying->head.line = surveying->above_line;
}

static void
list_close(struct surveying *surveying)
{
	if (surveying->indent != NO_LIST && !surveying->is_first) {
		items_add(surveying);
		head_open(surveying);
	}
	surveying->indent = NO_LIST;
}

/* The second entry of a list: the first one stays with the head. */
static void
items_open(struct surveying *surveying)
{
	struct slab *head = &surveying->head;

	head->to = surveying->above;
	head->last = surveying->above_line - 1;
	head_add(surveying, *head);
	surveying->is_first = false;
	surveying->open.from = surveying->above;
	surveying->open.line = surveying->above_line;
}

static void
entry_begin(struct surveying *surveying)
{
	if (surveying->is_first)
		items_open(surveying);
	else if (surveying->above - surveying->open.from >= surveying->least)
		items_add(surveying);
}

/* "key:", perhaps with a comment after it. */
static bool
opens_list(struct text line)
{
	size_t comment = text_find(line, '#', 0);

	return text_ends(text_trim(text_slice(line, 0, comment)), TEXT(":"));
}

static bool
is_entry(struct text words)
{
	return text_is(words, "-") || text_starts(words, TEXT("- "));
}

/* What follows the line has nothing above it yet. */
static void
line_pass(struct surveying *surveying, struct text line)
{
	surveying->above = surveying->offset + line.size;
	surveying->above_line = surveying->line + 1;
}

/* Most lines are deep in an entry, and end above nothing. */
static bool
is_deep(const struct surveying *surveying, struct text line)
{
	uint32_t indent = 0;

	while (indent < line.size && line.at[indent] == ' ')
		indent++;
	return surveying->indent != NO_LIST && indent > surveying->indent &&
	       indent < line.size && line.at[indent] > ' ';
}

static void
line_take(struct surveying *surveying, struct text line)
{
	struct text words = text_trim(line);
	uint32_t indent = 0;

	if (words.size == 0)
		return;
	while (line.at[indent] == ' ')
		indent++;
	/* Deep in an entry it may be a line of a text. */
	if (words.at[0] == '#' && indent <= surveying->indent)
		return;
	/* Indented with a tab, or with a blank that is none. */
	if (indent == 0 && (line.at[0] <= ' ' || line.at[0] > '~')) {
		line_pass(surveying, line);
		return;
	}
	if (indent == 0 && !is_entry(words)) {
		list_close(surveying);
		surveying->is_key_open = opens_list(line);
	} else if (surveying->is_key_open && is_entry(words)) {
		surveying->is_key_open = false;
		surveying->is_first = true;
		surveying->indent = indent;
	} else if (is_entry(words) && indent == surveying->indent) {
		entry_begin(surveying);
	} else {
		surveying->is_key_open = false;
	}
	line_pass(surveying, line);
}

struct text
survey_add(struct surveying *surveying, struct text block)
{
	size_t start = 0, end;

	for (; (end = text_find(block, '\n', start)) < block.size; start = end + 1) {
		struct text line = { block.at + start, end + 1 - start };

		if (is_deep(surveying, line))
			line_pass(surveying, line);
		else
			line_take(surveying, line);
		surveying->offset += end + 1 - start;
		surveying->line++;
	}
	return text_slice(block, start, block.size);
}

struct survey
survey_end(struct surveying *surveying, struct text rest)
{
	struct slab *head = &surveying->head;

	line_take(surveying, rest);
	surveying->offset += rest.size;
	surveying->above = surveying->offset;
	surveying->above_line = surveying->line + (rest.size > 0);
	list_close(surveying);
	head->to = surveying->offset;
	head->last = surveying->above_line - 1;
	if (surveying->survey.head_count == 0 || head->from < head->to)
		head_add(surveying, *head);
	return surveying->survey;
}

size_t
survey_head(const struct survey *survey)
{
	size_t bytes = 0;

	for (size_t i = 0; i < survey->head_count; i++)
		bytes += survey->head[i].to - survey->head[i].from;
	return bytes;
}
