#include "tag.h"

#include <string.h>

#include "model/names.h"

struct tags
tags_make(struct diag_list *diags, struct text file, struct text bytes)
{
	struct tags tags = { .diags = diags,
		.bytes = bytes,
		.at = { .file = file, .line = 1, .column = 1 } };

	if (text_starts(bytes, TEXT("\xef\xbb\xbf")))
		tags.from = tags.start = tags.seen = 3;
	return tags;
}

/* Places are mostly asked for in the order of the text. */
static struct place
place_at(struct tags *tags, size_t offset)
{
	struct text stretch;

	if (offset < tags->seen) {
		tags->at.line = tags->at.column = 1;
		tags->seen = tags->start;
	}
	stretch = text_slice(tags->bytes, tags->seen, offset);
	tags->at = names_place(stretch, tags->at, stretch.size);
	tags->seen = offset;
	return tags->at;
}

struct place
tags_place(struct tags *tags, const char *byte)
{
	return place_at(tags, (size_t)(byte - tags->bytes.at));
}

static struct place
tag_place(struct tags *tags, size_t start, size_t end)
{
	struct place at = place_at(tags, start);
	struct text tag = text_slice(tags->bytes, start, end);

	if (text_find(tag, '\n', 0) == tag.size)
		at.end = at.column + (uint32_t)text_length(tag);
	return at;
}

struct place
tag_inner_place(const struct tags *tags, const struct tag *tag, struct text piece)
{
	size_t offset = (size_t)(piece.at - tags->bytes.at);
	struct text before = text_slice(tags->bytes, tag->start, offset);

	return names_place(before, tag->at, before.size);
}

bool
tag_is_word(struct text inner, const char *word)
{
	size_t size = strlen(word);

	return text_starts(inner, text_of(word)) &&
	       (inner.size == size || strchr(" \t\r\n", inner.at[size]));
}

/* "/each", but not a path like "//item" or "/records/file". */
static bool
is_end_tag(struct text inner)
{
	if (inner.size < 2 || inner.at[0] != '/')
		return false;
	for (size_t i = 1; i < inner.size; i++)
		if (inner.at[i] < 'a' || inner.at[i] > 'z')
			return false;
	return true;
}

/* Tags that print nothing themselves. */
static bool
is_block_tag(struct text inner)
{
	return (inner.size && strchr("#!>", inner.at[0])) || is_end_tag(inner) ||
	       tag_is_word(inner, "else") || tag_is_word(inner, "elif") ||
	       tag_is_word(inner, "check");
}

static bool
holds_only(struct text text, const char *bytes)
{
	for (size_t i = 0; i < text.size; i++)
		if (!text.at[i] || !strchr(bytes, text.at[i]))
			return false;
	return true;
}

/* Where the text before a tag ends and the text after it begins: round the tag, or
 * round its whole line where it stands alone. */
static void
bounds_find(
	const struct tags *tags, struct tag *tag, size_t *ret_before, size_t *ret_after)
{
	struct text bytes = tags->bytes;
	size_t first = tag->start, last = text_find(bytes, '\n', tag->end);

	while (first > 0 && bytes.at[first - 1] != '\n')
		first--;
	*ret_before = tag->start;
	*ret_after = tag->end;
	if (!is_block_tag(tag->inner) ||
		!holds_only(text_slice(bytes, first, tag->start), " \t>") ||
		!holds_only(text_slice(bytes, tag->end, last), " \t\r"))
		return;
	tag->alone = last < bytes.size || !tags->runs_on;
	*ret_before = first;
	*ret_after = last < bytes.size ? last + 1 : last;
}

/* The offset of two equal bytes at or after `from`, or the size. */
static size_t
pair_find(struct text bytes, char byte, size_t from)
{
	for (size_t i = from; i + 1 < bytes.size; i++)
		if (bytes.at[i] == byte && bytes.at[i + 1] == byte)
			return i;
	return bytes.size;
}

static bool
tag_find(struct tags *tags, struct tag *ret_tag)
{
	struct text bytes = tags->bytes;
	size_t start = pair_find(bytes, '{', tags->from), end, again;

	while (start < bytes.size) {
		bool remark = start + 2 < bytes.size && bytes.at[start + 2] == '!';

		end = pair_find(bytes, '}', start + 2);
		again = pair_find(bytes, '{', start + 2);
		if (end < bytes.size && (remark || end < again))
			break;
		diag_add(tags->diags, DIAG_C102, tag_place(tags, start, start + 2),
			"this {{ is never closed");
		diag_help(tags->diags, "write }} after the field");
		start = again;
	}
	if (start >= bytes.size)
		return false;
	*ret_tag = (struct tag){ .start = start,
		.end = end + 2,
		.inner = text_trim(text_slice(bytes, start + 2, end)) };
	return true;
}

bool
tags_next(struct tags *tags, struct tag *ret_tag, struct text *ret_text)
{
	size_t from = tags->from, before;

	if (!tag_find(tags, ret_tag)) {
		*ret_text = text_slice(tags->bytes, from, tags->bytes.size);
		return false;
	}
	bounds_find(tags, ret_tag, &before, &tags->from);
	*ret_text = before > from ? text_slice(tags->bytes, from, before) : TEXT("");
	ret_tag->at = tag_place(tags, ret_tag->start, ret_tag->end);
	return true;
}
