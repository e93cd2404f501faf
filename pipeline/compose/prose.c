#include "prose.h"

#include <string.h>

#include "model/sourcemap.h"

struct prose
prose_make(struct arena *arena)
{
	return (struct prose){ .buffer = buffer_make(arena),
		.map = sourcemap_make(arena),
		.line = 1,
		.column = 1,
		.value_start = SIZE_MAX,
		.after_empty = true };
}

static struct text
line_so_far(const struct prose *prose)
{
	struct text all = buffer_text(&prose->buffer);

	return text_slice(all, prose->line_start, all.size);
}

/* Opens or closes a code block where the line is a fence (CommonMark 4.5). */
static void
fence_watch(struct prose *prose, struct text line)
{
	size_t indent = 0, size = 0;
	char mark;

	while (indent < line.size && line.at[indent] == ' ')
		indent++;
	line = text_trim(text_slice(line, indent, line.size));
	mark = line.size ? line.at[0] : 0;
	if (indent > 3 || (mark != '`' && mark != '~'))
		return;
	while (size < line.size && line.at[size] == mark)
		size++;
	if (!prose->fence && size >= 3) {
		prose->fence = mark;
		prose->fence_size = size;
	} else if (prose->fence == mark && size >= prose->fence_size &&
		   size == line.size) {
		prose->fence = 0;
	}
}

static void
line_end(struct prose *prose)
{
	struct text line = line_so_far(prose);
	bool empty = text_trim(line).size == 0;

	if (text_ends(line, TEXT("\r")))
		prose->buffer.size--;
	fence_watch(prose, line);
	if (empty && !prose->fence) {
		prose->buffer.size = prose->line_start;
		prose->column = 1;
		if (prose->after_empty)
			return;
	}
	buffer_byte(&prose->buffer, '\n');
	prose->line++;
	prose->column = 1;
	prose->line_start = prose->buffer.size;
	prose->after_empty = empty;
	if (empty && !prose->fence && prose->gap)
		prose->gap(prose->owner, prose);
}

static void
stretch_add(struct prose *prose, struct text stretch)
{
	buffer_add(&prose->buffer, stretch);
	prose->column += (uint32_t)text_length(stretch);
}

/* True when the line is nothing but a value of digits, after the marks of blocks: a
 * point or a bracket would make it the number of a list. */
static bool
ends_in_number(const struct prose *prose)
{
	struct text line = line_so_far(prose);
	size_t start = prose->value_start;

	if (start >= prose->buffer.size || start < prose->line_start)
		return false;
	start -= prose->line_start;
	for (size_t i = 0; i < start; i++)
		if (!strchr(" \t>-+*.)0123456789", line.at[i]))
			return false;
	for (size_t i = start; i < line.size; i++)
		if (line.at[i] < '0' || line.at[i] > '9')
			return false;
	return true;
}

void
prose_run(struct prose *prose, struct text text, struct place from)
{
	struct text line;

	if (text.size && (text.at[0] == '.' || text.at[0] == ')') &&
		ends_in_number(prose))
		stretch_add(prose, TEXT("\\"));
	prose->value_start = SIZE_MAX;
	while (text.size) {
		bool ends = text_find(text, '\n', 0) < text.size;

		sourcemap_add(
			prose->map, prose->line, prose->column, SOURCE_RUNNING, from);
		text_cut(&text, '\n', &line);
		stretch_add(prose, line);
		if (!ends)
			return;
		line_end(prose);
		from.line++;
		from.column = 1;
	}
}

void
prose_fix(struct prose *prose, struct text text, struct place from)
{
	sourcemap_add(prose->map, prose->line, prose->column, SOURCE_FIXED, from);
	prose->value_start = prose->buffer.size;
	stretch_add(prose, text);
}

/* True behind `](`, before what closes it. */
static bool
is_in_link(struct text line)
{
	for (size_t i = line.size; i > 1; i--) {
		if (line.at[i - 1] == ')')
			return false;
		if (line.at[i - 1] == '(' && line.at[i - 2] == ']')
			return true;
	}
	return false;
}

enum stance
prose_stance(const struct prose *prose)
{
	struct text line = text_trim(line_so_far(prose));

	if (prose->fence)
		return STANCE_FENCED;
	return text_starts(line, TEXT("```")) || text_starts(line, TEXT("~~~")) ||
			       is_in_link(line)
		       ? STANCE_QUOTED
		       : STANCE_TEXT;
}

void
prose_end_line(struct prose *prose)
{
	if (prose->buffer.size > prose->line_start)
		line_end(prose);
}

void
prose_end_block(struct prose *prose)
{
	prose_end_line(prose);
	if (!prose->after_empty)
		line_end(prose);
}

struct text
prose_finish(struct prose *prose)
{
	prose_end_line(prose);
	sourcemap_print(prose->map, &prose->buffer);
	return buffer_text(&prose->buffer);
}
