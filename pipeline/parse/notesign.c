#include "notesign.h"

#include <string.h>

#include "base/arena.h"

/* For `[^`: the Greek question mark, which has two bytes as well; for `]`: a control
 * character, which the guard lets through from nobody. */
static const struct text OPEN = TEXT_CONSTANT("\u037e");
static const struct text PLAIN = TEXT_CONSTANT("[^");
enum { CLOSE = 3, LONGEST = 64 };

/* The end of the name that begins at `at`: the offset of the byte that closes it, or
 * `at` where there is no name. */
static size_t
name_end(struct text text, size_t at, char close)
{
	for (size_t i = at; i < text.size && i <= at + LONGEST; i++) {
		if (text.at[i] == close)
			return i;
		if ((unsigned char)text.at[i] <= ' ' || text.at[i] == '[' ||
			text.at[i] == ']' ||
			text_starts(text_slice(text, i, text.size), OPEN))
			return at;
	}
	return at;
}

static bool
is_escaped(struct text text, size_t at)
{
	size_t count = 0;

	while (count < at && text.at[at - count - 1] == '\\')
		count++;
	return count % 2 == 1;
}

/* `[^name](` is a link. */
static bool
is_sign(struct text text, size_t at, size_t *ret_end)
{
	size_t end = name_end(text, at + PLAIN.size, ']');

	if (end == at + PLAIN.size || is_escaped(text, at) ||
		(end + 1 < text.size && text.at[end + 1] == '('))
		return false;
	*ret_end = end;
	return true;
}

static size_t
plain_find(struct text text, size_t from)
{
	for (; (from = text_find(text, '[', from)) < text.size; from++)
		if (text_starts(text_slice(text, from, text.size), PLAIN))
			return from;
	return text.size;
}

struct text
notesign_mask(struct arena *arena, struct text markdown)
{
	size_t at = plain_find(markdown, 0), end;
	char *masked;

	if (at == markdown.size)
		return markdown;
	masked = text_string(arena, markdown);
	for (; at < markdown.size; at = plain_find(markdown, at + 1)) {
		if (!is_sign(markdown, at, &end))
			continue;
		memcpy(masked + at, OPEN.at, OPEN.size);
		masked[end] = CLOSE;
	}
	return (struct text){ masked, markdown.size };
}

bool
notesign_find(struct text masked, size_t from, size_t *ret_at, size_t *ret_end,
	struct text *ret_name)
{
	for (size_t i = from; (i = text_find(masked, OPEN.at[0], i)) < masked.size;
		i++) {
		size_t begin = i + OPEN.size, end;

		if (!text_starts(text_slice(masked, i, masked.size), OPEN))
			continue;
		end = name_end(masked, begin, CLOSE);
		if (end == begin)
			continue;
		*ret_at = i;
		*ret_end = end + 1;
		*ret_name = text_slice(masked, begin, end);
		return true;
	}
	return false;
}

struct text
notesign_restore(struct arena *arena, struct text masked)
{
	struct buffer plain = buffer_make(arena);
	size_t from = 0, at, end;
	struct text name;

	if (text_find(masked, CLOSE, 0) == masked.size)
		return masked;
	while (notesign_find(masked, from, &at, &end, &name)) {
		buffer_add(&plain, text_slice(masked, from, at));
		buffer_add(&plain, PLAIN);
		buffer_add(&plain, name);
		buffer_byte(&plain, ']');
		from = end;
	}
	buffer_add(&plain, text_slice(masked, from, masked.size));
	return buffer_text(&plain);
}
