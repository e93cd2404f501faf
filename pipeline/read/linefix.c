#include "linefix.h"

#include "base/diag.h"
#include "base/lines.h"
#include "read/typedline.h"

/* A fix for the diagnostic added last: the text in place of what stands in its line
 * from an offset on.  None where a comment may stand there. */
static void
text_put(struct diag_list *diags, struct text line, size_t start, struct text text)
{
	struct place at = diags->items[diags->count - 1].at;
	size_t end = text_trim(text_slice(line, start, line.size)).size + start;

	if (text_find(line, '#', 0) < line.size)
		return;
	at.column = lines_column(line, start);
	at.end = lines_column(line, end);
	diag_fix(diags, at, "%.*s", TEXT_ARG(text));
}

/* True where the text of a line cannot go on below it. */
static bool
is_end_of_text(const struct lines *lines, uint32_t number)
{
	while (++number <= lines->count) {
		struct text line = lines_at(lines, number);

		if (!typedline_is_empty(line))
			return typedline_nodes(line) > 0;
	}
	return true;
}

void
linefix_end(struct diag_list *diags, const struct lines *lines, char sign)
{
	uint32_t number = diags->items[diags->count - 1].at.line;
	struct text line = lines_at(lines, number);
	size_t end = line.size;

	if (!is_end_of_text(lines, number))
		return;
	while (end && (line.at[end - 1] == ' ' || line.at[end - 1] == '\t'))
		end--;
	text_put(diags, line, end, (struct text){ &sign, 1 });
}

void
linefix_quote(struct diag_list *diags, struct text line)
{
	size_t start = typedline_value(line), indent = typedline_indent(line);
	struct text value =
		typedline_unquoted(text_trim(text_slice(line, start, line.size)));
	struct buffer fixed = buffer_make(diags->arena);

	if (line.size > LINEFIX_SHOWN) {
		diag_help(diags, "put the text in double quotes");
		return;
	}
	buffer_add(&fixed, text_slice(line, indent, start));
	buffer_byte(&fixed, '"');
	for (size_t i = 0; i < value.size; i++) {
		if (value.at[i] == '"' || value.at[i] == '\\')
			buffer_byte(&fixed, '\\');
		buffer_byte(&fixed, value.at[i]);
	}
	buffer_byte(&fixed, '"');
	diag_help(diags, "put the text in quotes: %.*s", TEXT_ARG(buffer_text(&fixed)));
	text_put(diags, line, start,
		text_slice(buffer_text(&fixed), start - indent, fixed.size));
}
