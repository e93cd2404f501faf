#include "stretch.h"

#include "read/mended.h"
#include "read/typedline.h"

/* A line in the first column that looks like a key. */
static bool
is_top(struct text line)
{
	return line.size && line.at[0] != ' ' && line.at[0] != '-' &&
	       line.at[0] != '#' && text_find(line, ':', 0) < line.size;
}

/* True where a record begins: an entry in the column of the list. */
static bool
is_start(struct text line, size_t indent)
{
	return typedline_is_entry(line) && typedline_indent(line) == indent;
}

/* True where the key on the line `top` has a list below it; *ret_indent is the column
 * of its dashes. */
static bool
list_find(const struct mended *mended, size_t top, size_t last, size_t *ret_indent)
{
	for (size_t line = top + 1; line <= last; line++) {
		struct text text = mended_line(mended, line);

		if (typedline_is_empty(text))
			continue;
		*ret_indent = typedline_indent(text);
		return typedline_is_entry(text);
	}
	return false;
}

struct stretch
stretch_around(const struct mended *mended, size_t count, size_t line)
{
	size_t top = line, last = line, indent;
	struct stretch stretch;

	while (top > 1 && !is_top(mended_line(mended, top)))
		top--;
	while (last < count && !is_top(mended_line(mended, last + 1)))
		last++;
	stretch = (struct stretch){ .first = top, .last = last, .block = count };
	if (!list_find(mended, top, last, &indent))
		return stretch;
	for (size_t i = line; i > top && !stretch.is_entry; i--) {
		stretch.is_entry = is_start(mended_line(mended, i), indent);
		stretch.first = stretch.is_entry ? i : top;
	}
	stretch.last = line;
	while (stretch.last < last &&
		!is_start(mended_line(mended, stretch.last + 1), indent))
		stretch.last++;
	if (stretch.is_entry)
		stretch.block = last;
	return stretch;
}

/* True for "key: |": what is indented more than the key is text. */
static bool
opens_text(struct text line)
{
	struct text value = text_slice(line, typedline_value(line), line.size);

	return value.size && (value.at[0] == '|' || value.at[0] == '>');
}

size_t
stretch_nodes(const struct mended *mended, size_t first, size_t last)
{
	size_t count = 0, indent = 0;
	bool inside = false;

	for (size_t line = first; line <= last; line++) {
		struct text text = mended_line(mended, line);

		if (typedline_is_empty(text) ||
			(inside && typedline_indent(text) > indent))
			continue;
		count += typedline_nodes(text);
		inside = opens_text(text);
		indent = typedline_indent(text);
	}
	return count;
}
