#include "pattern.h"

void
pattern_fill(struct buffer *buffer, struct text pattern, struct text text)
{
	size_t at = 0;

	while (at < pattern.size &&
		!text_starts(text_slice(pattern, at, pattern.size), TEXT("{0}")))
		at++;
	if (at == pattern.size) {
		buffer_add(buffer, text);
		return;
	}
	buffer_add(buffer, text_slice(pattern, 0, at));
	buffer_add(buffer, text);
	buffer_add(buffer, text_slice(pattern, at + 3, pattern.size));
}
