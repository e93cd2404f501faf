#include "edits.h"

#include "base/diag.h"
#include "base/lines.h"

/* There are few in a line. */
static void
fixes_sort(const struct diag_fix **fixes, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		const struct diag_fix *fix = fixes[i];
		size_t slot = i;

		for (; slot && fixes[slot - 1]->at.column > fix->at.column; slot--)
			fixes[slot] = fixes[slot - 1];
		fixes[slot] = fix;
	}
}

struct text
edits_line(struct arena *arena, struct text line, const struct diag_fix **fixes,
	size_t count)
{
	struct buffer made = buffer_make(arena);
	size_t done = 0;

	fixes_sort(fixes, count);
	for (size_t i = 0; i < count; i++) {
		const struct diag_fix *fix = fixes[i];
		size_t from = lines_offset(line, fix->at.column);
		size_t to = fix->at.end > fix->at.column
				    ? lines_offset(line, fix->at.end)
				    : from;

		if (from < done)
			continue;
		buffer_add(&made, text_slice(line, done, from));
		buffer_add(&made, fix->text);
		done = to;
	}
	buffer_add(&made, text_slice(line, done, line.size));
	return buffer_text(&made);
}
