#include "mended.h"

#include "base/arena.h"

struct change {
	struct change *before;   /* the line's change before this one */
	struct text line;        /* after it */
	uint32_t column;         /* where it begins */
	uint32_t added, removed; /* columns */
};

struct mended {
	struct arena *arena;
	const struct lines *typed;
	struct change **changes; /* by line, the last one; NULL: as typed */
};

struct mended *
mended_make(struct arena *arena, const struct lines *typed)
{
	struct mended *mended = arena_make(arena, struct mended);

	mended->arena = arena;
	mended->typed = typed;
	mended->changes = arena_array(arena, struct change *, typed->count + 1);
	return mended;
}

size_t
mended_count(const struct mended *mended)
{
	return mended->typed->count;
}

struct text
mended_line(const struct mended *mended, size_t line)
{
	if (line <= mended->typed->count && mended->changes[line])
		return mended->changes[line]->line;
	return lines_at(mended->typed, line);
}

void
mended_replace(
	struct mended *mended, size_t line, size_t from, size_t to, struct text text)
{
	struct text old = mended_line(mended, line);
	struct change *change = arena_make(mended->arena, struct change);
	struct buffer made = buffer_make(mended->arena);

	buffer_add(&made, text_slice(old, 0, from));
	buffer_add(&made, text);
	buffer_add(&made, text_slice(old, to, old.size));
	*change = (struct change){ .before = mended->changes[line],
		.line = buffer_text(&made),
		.column = lines_column(old, from),
		.added = (uint32_t)text_length(text),
		.removed = (uint32_t)text_length(text_slice(old, from, to)) };
	mended->changes[line] = change;
}

void
mended_undo(struct mended *mended, size_t line)
{
	mended->changes[line] = mended->changes[line]->before;
}

void
mended_lose(struct mended *mended, size_t first, size_t last, const char *sign)
{
	struct text old = mended_line(mended, first);
	size_t indent = 0;

	while (indent < old.size && old.at[indent] == ' ')
		indent++;
	mended_replace(mended, first, indent, old.size, text_of(sign));
	for (size_t line = first + 1; line <= last; line++) {
		old = mended_line(mended, line);
		if (old.size)
			mended_replace(mended, line, 0, old.size, TEXT(""));
	}
}

bool
mended_is_lost(const struct mended *mended, size_t line)
{
	return line <= mended->typed->count && mended->changes[line] &&
	       text_ends(mended->changes[line]->line, TEXT("*lost"));
}

uint32_t
mended_column(const struct mended *mended, size_t line, uint32_t column)
{
	const struct change *change =
		line <= mended->typed->count ? mended->changes[line] : NULL;

	for (; change; change = change->before) {
		if (column >= change->column + change->added)
			column = column - change->added + change->removed;
		else if (column > change->column + change->removed)
			column = change->column + change->removed;
	}
	return column;
}

/* Lines that were not changed lie together. */
static struct text
typed_text(const struct lines *typed, size_t first, size_t last)
{
	size_t end = last < typed->count ? typed->starts[last] : typed->bytes.size;

	return text_slice(typed->bytes, typed->starts[first - 1], end);
}

struct text
mended_text(const struct mended *mended, struct arena *arena, size_t first, size_t last)
{
	struct buffer buffer = buffer_make(arena);
	size_t line = first;

	while (line <= last && !mended->changes[line])
		line++;
	if (line > last)
		return typed_text(mended->typed, first, last);
	for (line = first; line <= last; line++) {
		struct text whole = lines_whole(mended->typed, line);
		size_t end = lines_at(mended->typed, line).size;

		buffer_add(&buffer, mended_line(mended, line));
		buffer_add(&buffer, text_slice(whole, end, whole.size));
	}
	return buffer_text(&buffer);
}
