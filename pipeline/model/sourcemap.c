#include "sourcemap.h"

#include <inttypes.h>

#include "base/arena.h"

static const struct text opening = TEXT_CONSTANT("<?places ");
static const struct text closing = TEXT_CONSTANT("?>\n");

enum { HASH_DIGITS = 16 };

struct sourcemap *
sourcemap_make(struct arena *arena)
{
	struct sourcemap *map = arena_make(arena, struct sourcemap);

	map->arena = arena;
	return map;
}

static bool
is_before(const struct sourcemap_entry *entry, uint32_t line, uint32_t column)
{
	return entry->line < line || (entry->line == line && entry->column < column);
}

/* Where running text has come to at line and column. */
static struct place
place_advance(const struct sourcemap_entry *entry, uint32_t line, uint32_t column)
{
	struct place place = entry->from;

	place.end = 0;
	place.line += line - entry->line;
	place.column =
		line == entry->line ? place.column + column - entry->column : column;
	return place;
}

static bool
is_same(struct place a, struct place b)
{
	return a.line == b.line && a.column == b.column && a.end == b.end &&
	       text_equal(a.file, b.file);
}

static bool
is_known(const struct sourcemap *map, const struct sourcemap_entry *entry)
{
	const struct sourcemap_entry *last;
	struct place from;

	if (map->count == 0)
		return entry->source == SOURCE_NONE;
	last = &map->items[map->count - 1];
	if (last->source != entry->source)
		return false;
	if (entry->source == SOURCE_NONE)
		return true;
	from = last->from;
	if (entry->source == SOURCE_RUNNING)
		from = place_advance(last, entry->line, entry->column);
	return is_same(from, entry->from);
}

void
sourcemap_add(struct sourcemap *map, uint32_t line, uint32_t column, enum source source,
	struct place from)
{
	struct sourcemap_entry entry = { line, column, source, from };

	if (from.file.size == 0 || from.line == 0)
		entry.source = SOURCE_NONE;
	if (entry.source == SOURCE_RUNNING)
		entry.from.end = 0;
	while (map->count && !is_before(&map->items[map->count - 1], line, column))
		map->count--;
	if (is_known(map, &entry))
		return;
	map->items = arena_room(
		map->arena, map->items, map->count, &map->room, sizeof *map->items);
	map->items[map->count++] = entry;
}

enum source
sourcemap_find(const struct sourcemap *map, uint32_t line, uint32_t column,
	struct place *ret_from)
{
	const struct sourcemap_entry *entry;
	size_t low = 0, high = map->count;

	/* The number of entries that begin at or before the point. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (is_before(&map->items[middle], line, column + 1))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return SOURCE_NONE;
	entry = &map->items[low - 1];
	if (entry->source == SOURCE_FIXED)
		*ret_from = entry->from;
	else if (entry->source == SOURCE_RUNNING)
		*ret_from = place_advance(entry, line, column);
	return entry->source;
}

/* A name that would end the line or the instruction cannot stand in the map. */
static bool
is_printable(struct text file)
{
	for (size_t i = 0; i < file.size; i++)
		if (file.at[i] == '\n' || file.at[i] == '\r' ||
			text_starts(text_slice(file, i, file.size), TEXT("?>")))
			return false;
	return true;
}

static void
entry_print(const struct sourcemap_entry *entry, struct buffer *buffer)
{
	place_print(
		buffer, (struct place){ .line = entry->line, .column = entry->column });
	if (entry->source == SOURCE_FIXED && is_printable(entry->from.file))
		buffer_string(buffer, " = ");
	else if (entry->source == SOURCE_RUNNING && is_printable(entry->from.file))
		buffer_byte(buffer, ' ');
	else {
		buffer_byte(buffer, '\n');
		return;
	}
	place_print_whole(buffer, entry->from);
	buffer_byte(buffer, '\n');
}

void
sourcemap_print(const struct sourcemap *map, struct buffer *buffer)
{
	uint64_t hash = text_hash(buffer_text(buffer));

	buffer_add(buffer, opening);
	buffer_format(buffer, "%016" PRIx64 "\n", hash);
	for (size_t i = 0; i < map->count; i++)
		entry_print(&map->items[i], buffer);
	buffer_add(buffer, closing);
}

static bool
entry_parse(struct text line, struct sourcemap_entry *ret_entry)
{
	struct sourcemap_entry entry = { .source = SOURCE_RUNNING };
	struct place point;
	struct text word;

	if (!text_cut(&line, ' ', &word) || !place_parse(word, TEXT(""), &point) ||
		point.file.size)
		return false;
	entry.line = point.line;
	entry.column = point.column;
	if (text_starts(line, TEXT("= "))) {
		entry.source = SOURCE_FIXED;
		line = text_slice(line, 2, line.size);
	}
	if (line.size == 0)
		entry.source = SOURCE_NONE;
	else if (!place_parse(line, TEXT(""), &entry.from))
		return false;
	*ret_entry = entry;
	return true;
}

/* The offset of the last line that opens a map, or the size of the text. */
static size_t
opening_find(struct text markdown)
{
	for (size_t i = markdown.size; i-- > 0;)
		if (markdown.at[i] == '<' && (i == 0 || markdown.at[i - 1] == '\n') &&
			text_starts(text_slice(markdown, i, markdown.size), opening))
			return i;
	return markdown.size;
}

/* True for a map whose number is the hash of what stands before it. */
static bool
hash_matches(struct text digits, struct text before)
{
	static const char names[] = "0123456789abcdef";
	uint64_t hash = text_hash(before);

	if (digits.size != HASH_DIGITS)
		return false;
	for (size_t i = 0; i < HASH_DIGITS; i++)
		if (digits.at[i] != names[hash >> (60 - 4 * i) & 15])
			return false;
	return true;
}

struct sourcemap *
sourcemap_parse(struct arena *arena, struct text markdown, struct text *ret_prose)
{
	size_t start = opening_find(markdown);
	struct sourcemap *map = sourcemap_make(arena);
	struct text rest, line;

	*ret_prose = markdown;
	if (start == markdown.size)
		return NULL;
	rest = text_slice(markdown, start + opening.size, markdown.size);
	if (!text_ends(rest, closing) || !text_cut(&rest, '\n', &line) ||
		!hash_matches(line, text_slice(markdown, 0, start)))
		return NULL;
	rest.size -= closing.size;
	while (text_cut(&rest, '\n', &line)) {
		struct sourcemap_entry entry;

		if (!entry_parse(line, &entry))
			return NULL;
		entry.from.file = text_keep(arena, entry.from.file);
		sourcemap_add(map, entry.line, entry.column, entry.source, entry.from);
	}
	*ret_prose = text_slice(markdown, 0, start);
	return map;
}
