#include "positions.h"

#include "model/sourcemap.h"

enum { REACH = 64 }; /* bytes by which a column may be off */

struct positions
positions_make(struct arena *arena, struct text name, struct text markdown,
	const struct sourcemap *map)
{
	struct lines lines = lines_make(arena, markdown);

	return (struct positions){
		.name = name, .lines = lines, .read = lines, .map = map
	};
}

void
positions_turn(
	struct positions *positions, struct lines read, const struct origin *origins)
{
	positions->read = read;
	positions->origins = origins;
	positions_begin(positions);
}

struct origin
positions_origin(const struct positions *positions, int line, int column)
{
	struct origin origin = { line, 0 };

	if (positions->origins && line > 0 && (size_t)line <= positions->read.count)
		origin = positions->origins[line - 1];
	origin.shift += column;
	return origin;
}

static struct text
line_text(const struct lines *lines, int line)
{
	return line < 1 ? TEXT("") : lines_whole(lines, (size_t)line);
}

/* Columns in runes from columns in bytes.  Going on from the last answer keeps long
 * lines linear. */
static uint32_t
rune_column(struct positions *positions, int line, int column)
{
	struct text text = line_text(&positions->lines, line);
	size_t bytes = column > 1 ? (size_t)column - 1 : 0;

	if (bytes > text.size)
		bytes = text.size;
	if (line != positions->last_line || bytes < positions->last_bytes) {
		positions->last_line = line;
		positions->last_bytes = positions->last_runes = 0;
	}
	positions->last_runes +=
		text_length(text_slice(text, positions->last_bytes, bytes));
	positions->last_bytes = bytes;
	return (uint32_t)positions->last_runes + 1;
}

/* Where cmark's point really lies on its line, before any shift. */
static void
point_correct(const struct positions *positions, int *line, int *column)
{
	if (*line == positions->skip_line)
		*column -= positions->skip_bytes;
	*line += positions->skipped;
}

struct place
positions_place(struct positions *positions, int line, int column, bool *ret_record)
{
	struct place here = { .file = positions->name };
	enum source source = SOURCE_NONE;
	struct origin origin;

	point_correct(positions, &line, &column);
	if (line == positions->shift_line)
		column += positions->shift;
	positions->place_line = line;
	origin = positions_origin(positions, line, column);
	here.line = origin.line > 0 ? (uint32_t)origin.line : 0;
	here.column = rune_column(positions, origin.line, origin.shift);
	if (positions->map)
		source = sourcemap_find(positions->map, here.line, here.column, &here);
	if (ret_record)
		*ret_record = source == SOURCE_FIXED;
	return here;
}

char
positions_byte(const struct positions *positions, int line, int column)
{
	struct text whole;

	point_correct(positions, &line, &column);
	if (line == positions->shift_line)
		column += positions->shift;
	whole = line_text(&positions->read, line);
	return column > 0 && (size_t)column <= whole.size ? whole.at[column - 1] : 0;
}

/* As the words of a text stand, where a backslash may keep a sign from being markup. */
static bool
stands_escaped(struct text line, size_t offset, struct text word)
{
	for (size_t i = 0; i < word.size; i++, offset++) {
		if (offset + 1 < line.size && line.at[offset] == '\\' &&
			line.at[offset + 1] == word.at[i])
			offset++;
		if (offset >= line.size || line.at[offset] != word.at[i])
			return false;
	}
	return true;
}

static bool
stands_at(struct text line, size_t offset, struct text word)
{
	return offset <= line.size &&
	       (text_starts(text_slice(line, offset, line.size), word) ||
		       stands_escaped(line, offset, word));
}

/* By how many bytes `literal` stands further right than reported; 0 where it is not
 * found. */
static int
shift_find(struct text line, int column, struct text literal)
{
	struct text word = text_slice(literal, 0, text_find(literal, '\n', 0));
	size_t reported = column > 1 ? (size_t)column - 1 : 0;
	size_t from = reported > REACH ? reported - REACH : 0;

	if (word.size > REACH)
		word.size = REACH;
	if (stands_at(line, reported, word))
		return 0;
	for (size_t i = from; i <= reported + REACH && i < line.size; i++)
		if (stands_at(line, i, word))
			return (int)i - (int)reported;
	return 0;
}

void
positions_settle(struct positions *positions, int line, int column, struct text literal)
{
	point_correct(positions, &line, &column);
	if (line == positions->shift_line || text_trim(literal).size == 0)
		return;
	positions->shift_line = line;
	positions->shift =
		shift_find(line_text(&positions->read, line), column, literal);
}

void
positions_begin(struct positions *positions)
{
	positions->skipped = positions->skip_line = positions->skip_bytes = 0;
	positions->shift_line = 0;
}

void
positions_break(struct positions *positions)
{
	struct text line = line_text(&positions->read, positions->place_line);
	int reported = positions->place_line - positions->skipped;

	if (!text_ends(text_trim(line), TEXT("\\")))
		return;
	if (reported != positions->skip_line)
		positions->skip_bytes = 0;
	positions->skip_line = reported;
	positions->skip_bytes += (int)line.size;
	positions->skipped++;
}
