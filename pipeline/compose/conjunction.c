#include "conjunction.h"

#include <unicode/ulistformatter.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "locale.h"
#include "utf16.h"

enum { MARK = 0xe000, MOST = 4 }; /* a rune that no language uses */

/* The list of `count` things, each but the last a mark; ICU's own spaces stay. */
static struct text
list_format(struct arena *arena, const UListFormatter *format, int32_t count,
	const UChar *last, int32_t last_size)
{
	const UChar mark[] = { MARK };
	const UChar *items[MOST] = { mark, mark, mark, mark };
	int32_t sizes[MOST] = { 1, 1, 1, 1 }, size;
	UChar units[UTF16_LONGEST];
	UErrorCode status = U_ZERO_ERROR;
	struct buffer buffer = buffer_make(arena);

	items[count - 1] = last;
	sizes[count - 1] = last_size;
	size = ulistfmt_format(
		format, items, sizes, count, units, UTF16_LONGEST, &status);
	if (U_FAILURE(status) || !utf16_add(&buffer, units, size))
		arena_exhaust(arena);
	return buffer_text(&buffer);
}

/* The piece after the next mark. */
static struct text
piece_cut(struct text *list, struct text mark)
{
	size_t at = 0, end;
	struct text piece;

	while (at < list->size && !text_starts(text_slice(*list, at, list->size), mark))
		at++;
	at += at < list->size ? mark.size : 0;
	end = at;
	while (end < list->size &&
		!text_starts(text_slice(*list, end, list->size), mark))
		end++;
	piece = text_slice(*list, at, end);
	*list = text_slice(*list, end, list->size);
	return piece;
}

static struct text
tail_drop(struct text piece, struct text last)
{
	return text_ends(piece, last) ? text_slice(piece, 0, piece.size - last.size)
				      : piece;
}

struct conjunction
conjunction_make(
	struct arena *arena, struct text language, bool is_or, struct text last)
{
	UErrorCode status = U_ZERO_ERROR;
	UListFormatter *format = ulistfmt_openForType(locale_of(arena, language),
		is_or ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE,
		&status);
	const struct text mark = TEXT("\xee\x80\x80");
	struct conjunction made = { 0 };
	struct text list;
	UChar units[32];
	int32_t count = 0;

	if (U_FAILURE(status))
		arena_exhaust(arena);
	last = last.size ? text_slice(last, 0, last.size < 24 ? last.size : 24) : mark;
	u_strFromUTF8WithSub(
		units, 32, &count, last.at, (int32_t)last.size, 0xfffd, NULL, &status);
	if (U_FAILURE(status))
		count = 0;
	list = list_format(arena, format, 2, units, count);
	made.pair = tail_drop(piece_cut(&list, mark), last);
	list = list_format(arena, format, 4, units, count);
	made.start = piece_cut(&list, mark);
	made.middle = piece_cut(&list, mark);
	made.end = tail_drop(piece_cut(&list, mark), last);
	ulistfmt_close(format);
	return made;
}

bool
conjunction_wants_last(struct text language)
{
	struct text primary = text_slice(language, 0, text_find(language, '-', 0));

	return text_is(primary, "es") || text_is(primary, "he") ||
	       text_is(primary, "it");
}

struct text
conjunction_before(const struct conjunction *conjunction, size_t index, size_t count)
{
	if (index == 0)
		return TEXT("");
	if (count == 2)
		return conjunction->pair;
	if (index == count - 1)
		return conjunction->end;
	return index == 1 ? conjunction->start : conjunction->middle;
}
