#include "comment.h"

#include <stdbool.h>

enum { COLUMNS = 84 };

struct text
comment_sentence(struct arena *arena, struct text help)
{
	bool small = help.size && help.at[0] >= 'a' && help.at[0] <= 'z';

	if (help.size == 0)
		return help;
	return text_format(arena, "%c%.*s.",
		small ? help.at[0] - 'a' + 'A' : help.at[0],
		TEXT_ARG(text_slice(help, 1, help.size)));
}

void
comment_add(struct buffer *buffer, size_t indent, const char *lead, size_t hang,
	struct text words)
{
	size_t start = indent + text_length(text_of(lead)), column = 0;
	struct text word;
	bool first = true;

	while (text_cut(&words, ' ', &word)) {
		size_t width = text_length(word);

		if (!first && column + 1 + width <= COLUMNS) {
			buffer_byte(buffer, ' ');
			column += 1 + width;
		} else {
			buffer_string(buffer, first ? "" : "\n");
			buffer_fill(buffer, ' ', indent);
			buffer_string(buffer, lead);
			buffer_fill(buffer, ' ', first ? 0 : hang);
			column = start + (first ? 0 : hang) + width;
		}
		buffer_add(buffer, word);
		first = false;
	}
	buffer_byte(buffer, '\n');
}
