#include "braces.h"

#include <string.h>

static bool
is_colon(struct text line, size_t at)
{
	return at + 1 < line.size && line.at[at] == ':' && line.at[at + 1] == ' ';
}

static size_t
blanks_skip(struct text line, size_t at)
{
	while (at < line.size && line.at[at] == ' ')
		at++;
	return at;
}

/* The offset behind "en: "; 0 where no key stands there. */
static size_t
key_skip(struct text line, size_t at)
{
	size_t start = blanks_skip(line, at), end = start;

	while (end < line.size &&
		((line.at[end] >= 'a' && line.at[end] <= 'z') || line.at[end] == '_' ||
			(line.at[end] >= '0' && line.at[end] <= '9')))
		end++;
	return end > start && is_colon(line, end) ? blanks_skip(line, end + 1) : 0;
}

/* Where the entry ends that begins at `at`: at the comma before the next key, or at the
 * closing brace. */
static size_t
entry_end(struct text line, size_t at, size_t close)
{
	while (at < close && !(line.at[at] == ',' && key_skip(line, at + 1)))
		at++;
	return at;
}

/* A second opening brace, a quote or a comment: whatever this is, it is not simple. */
static bool
is_plain(struct text text)
{
	for (size_t i = 0; i < text.size; i++)
		if (strchr("\"'\\{}[]#", text.at[i]))
			return false;
	return true;
}

bool
braces_find(struct text line, size_t *ret_start, size_t *ret_end)
{
	size_t open = text_find(line, '{', 0), close = line.size, at;

	while (close && line.at[close - 1] == ' ')
		close--;
	if (open + 1 >= close || line.at[--close] != '}' ||
		!is_plain(text_slice(line, 0, open)) ||
		!is_plain(text_slice(line, open + 1, close)))
		return false;
	for (at = key_skip(line, open + 1); at && at < close;) {
		size_t end = entry_end(line, at, close);

		for (size_t i = at; i < end; i++) {
			if (!is_colon(line, i))
				continue;
			*ret_start = at;
			*ret_end = end;
			return true;
		}
		at = end < close ? key_skip(line, end + 1) : 0;
	}
	return false;
}
