#include "fragment.h"

#include "base/arena.h"
#include "base/lines.h"
#include "positions.h"

static const struct text QUOTE = TEXT_CONSTANT("> ");

struct fragment_list
fragments_make(struct arena *arena)
{
	return (struct fragment_list){ .text = buffer_make(arena) };
}

static void
line_end(struct fragment_list *list, struct origin origin)
{
	buffer_byte(&list->text, '\n');
	list->origins = arena_room(list->text.arena, list->origins, list->lines,
		&list->line_room, sizeof origin);
	list->origins[list->lines++] = origin;
}

void
fragment_open(struct fragment_list *list, struct fragment fragment)
{
	/* An empty line ends the quote before. */
	if (list->count)
		line_end(list, (struct origin){ 0 });
	list->items = arena_room(list->text.arena, list->items, list->count,
		&list->room, sizeof fragment);
	list->items[list->count++] = fragment;
}

static bool
is_first(const struct fragment_list *list)
{
	struct text text = buffer_text(&list->text);

	return text.size == 0 || text_ends(text, TEXT("\n\n"));
}

void
fragment_line(struct fragment_list *list, const struct positions *positions,
	struct text words, int line, size_t offset)
{
	bool signs = list->items[list->count - 1].inlines && is_first(list);
	size_t before = QUOTE.size + (signs ? FRAGMENT_SIGN.size : 0);

	buffer_add(&list->text, QUOTE);
	if (signs)
		buffer_add(&list->text, FRAGMENT_SIGN);
	buffer_add(&list->text, words);
	line_end(list, positions_origin(positions, line, (int)offset - (int)before));
}

void
fragment_lines(struct fragment_list *list, const struct positions *positions,
	struct text whole, int line, size_t offset)
{
	struct lines lines = lines_make(list->text.arena, whole);

	/* After the last line end there is one more line. */
	for (size_t i = 1; i <= lines.count; i++)
		if (i == 1 || i < lines.count || lines_at(&lines, i).size)
			fragment_line(list, positions, lines_at(&lines, i),
				line + (int)i - 1, offset);
}
