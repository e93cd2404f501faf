#include "paste.h"

#include <string.h>

#include "base/arena.h"
#include "base/edits.h"

enum { FIXES = 16 }; /* in one line */

bool
paste_mended(struct source *source, const struct diag *items, size_t count,
	const struct diag *diag, struct text *ret_line)
{
	const struct diag_fix *fixes[FIXES];
	const struct diag *first = diag, *end = items + count;
	size_t found = 0;
	struct text line;

	if (!diag->fix || !excerpt_find(source, diag->fix->at, &line))
		return false;
	while (first > items && first[-1].at.line == diag->at.line)
		first--;
	for (; first < end && first->at.line == diag->at.line && found < FIXES; first++)
		if (first->fix && first->fix->at.line == diag->fix->at.line)
			fixes[found++] = first->fix;
	*ret_line = edits_line(source->arena, line, fixes, found);
	return true;
}

bool
paste_is_dash(struct text line, struct place at)
{
	return at.column && at.column <= line.size && line.at[at.column - 1] == '-' &&
	       text_trim(text_slice(line, 0, at.column - 1)).size == 0;
}

/* Where the keys stand of the record that begins in a line, in blanks.  False where the
 * line below is none of its keys. */
static bool
keys_indent(struct source *source, struct place at, size_t *ret_indent)
{
	struct text line, next;
	size_t indent;

	if (!excerpt_find(source, at, &line) || !paste_is_dash(line, at))
		return false;
	for (indent = at.column; indent < line.size && line.at[indent] == ' ';)
		indent++;
	at.line++;
	if (!excerpt_find(source, at, &next) || indent >= next.size ||
		text_trim(text_slice(next, 0, indent)).size ||
		strchr(" #-", next.at[indent]))
		return false;
	*ret_indent = indent;
	return true;
}

bool
paste_added(struct source *source, const struct diag *diag, struct text *ret_line)
{
	struct buffer line = buffer_make(source->arena);
	size_t indent;

	if (diag->sample.size == 0 || !keys_indent(source, diag->at, &indent))
		return false;
	buffer_fill(&line, ' ', indent);
	buffer_add(&line, diag->sample);
	*ret_line = buffer_text(&line);
	return true;
}
