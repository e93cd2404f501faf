#include "segment.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/arena.h"

struct segmenter {
	struct arena *arena;
	UBreakIterator *iterator;
	UText *text;
	size_t size;
};

struct segmenter *
segmenter_open(struct arena *arena, struct text language)
{
	struct segmenter *segmenter = arena_make(arena, struct segmenter);
	UErrorCode status = U_ZERO_ERROR;

	segmenter->arena = arena;
	segmenter->iterator =
		ubrk_open(UBRK_LINE, text_string(arena, language), NULL, 0, &status);
	if (U_FAILURE(status))
		arena_exhaust(arena);
	return segmenter;
}

void
segmenter_close(struct segmenter *segmenter)
{
	if (!segmenter)
		return;
	ubrk_close(segmenter->iterator);
	utext_close(segmenter->text);
}

void
segmenter_begin(struct segmenter *segmenter, struct text text)
{
	UErrorCode status = U_ZERO_ERROR;

	segmenter->text =
		utext_openUTF8(segmenter->text, text.at, (int64_t)text.size, &status);
	ubrk_setUText(segmenter->iterator, segmenter->text, &status);
	if (U_FAILURE(status))
		arena_exhaust(segmenter->arena);
	segmenter->size = text.size;
	ubrk_first(segmenter->iterator);
}

bool
segmenter_next(struct segmenter *segmenter, size_t *ret_end, bool *ret_must)
{
	int32_t end = ubrk_next(segmenter->iterator);

	if (end == UBRK_DONE)
		return false;
	*ret_end = (size_t)end;
	*ret_must = ubrk_getRuleStatus(segmenter->iterator) >= UBRK_LINE_HARD &&
		    (size_t)end < segmenter->size;
	return true;
}
