#include "typedline.h"

size_t
typedline_indent(struct text line)
{
	size_t indent = 0;

	while (indent < line.size && line.at[indent] == ' ')
		indent++;
	return indent;
}

size_t
typedline_value(struct text line)
{
	size_t start = typedline_indent(line);

	while (start + 1 < line.size && line.at[start] == '-' &&
		line.at[start + 1] == ' ')
		start += 1 + typedline_indent(text_slice(line, start + 1, line.size));
	for (size_t i = start; i + 1 < line.size; i++) {
		if (line.at[i] == '"' || line.at[i] == '\'')
			break;
		if (line.at[i] == ':' && line.at[i + 1] == ' ')
			return i + 1 +
			       typedline_indent(text_slice(line, i + 1, line.size));
	}
	return start;
}

size_t
typedline_inner(struct text line)
{
	size_t indent = typedline_indent(line);

	while (indent < line.size && (line.at[indent] == '-' || line.at[indent] == ' '))
		indent++;
	return indent;
}

bool
typedline_is_below_text(struct text line, struct text above)
{
	size_t text = typedline_value(above), inner = typedline_inner(above);

	return text > inner && text < above.size && typedline_indent(line) >= inner + 2;
}

struct text
typedline_unquoted(struct text value)
{
	char first = value.size > 1 ? value.at[0] : ' ';

	if ((first == '"' || first == '\'') && value.at[value.size - 1] == first)
		return text_slice(value, 1, value.size - 1);
	return value;
}

bool
typedline_tight(struct text line, size_t *ret_colon)
{
	size_t start = typedline_indent(line), colon = text_find(line, ':', start);

	if (colon == start || colon + 1 >= line.size || line.at[colon + 1] == ' ' ||
		line.at[colon + 1] == '/')
		return false;
	for (size_t i = start; i < colon; i++)
		if (line.at[i] == ' ' && i + 1 < colon && line.at[i - 1] != '-')
			return false;
	*ret_colon = colon;
	return true;
}

static bool
is_name_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/* True where a dash at `start` begins an entry. */
static bool
is_dash(struct text line, size_t start)
{
	return start < line.size && line.at[start] == '-' &&
	       (start + 1 == line.size || line.at[start + 1] == ' ');
}

bool
typedline_is_entry(struct text line)
{
	return is_dash(line, typedline_indent(line));
}

bool
typedline_is_empty(struct text line)
{
	size_t start = typedline_indent(line);

	return start == line.size || line.at[start] == '#';
}

size_t
typedline_nodes(struct text line)
{
	size_t start = typedline_indent(line), end, count = 0;

	for (; is_dash(line, start); count++)
		start += 1 + typedline_indent(text_slice(line, start + 1, line.size));
	for (end = start; end < line.size && is_name_byte(line.at[end]);)
		end++;
	if (end > start && end < line.size && line.at[end] == ':' &&
		(end + 1 == line.size || line.at[end + 1] == ' '))
		count++;
	return count;
}
