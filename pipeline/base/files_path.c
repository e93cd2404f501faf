#include <string.h>

#include "base/files.h"

/* Takes the last part off a path that is being built. */
static bool
part_drop(struct buffer *buffer)
{
	struct text built = buffer_text(buffer);
	size_t start = built.size;

	if (built.size == 0 || text_is(built, "/"))
		return text_is(built, "/");
	while (start && built.at[start - 1] != '/')
		start--;
	if (text_is(text_slice(built, start, built.size), ".."))
		return false;
	buffer->size = start > 1 ? start - 1 : start;
	return true;
}

struct text
files_within(struct arena *arena, struct text folder, struct text path)
{
	struct buffer buffer = buffer_make(arena);
	struct text part;

	if (path.size && path.at[0] == '/')
		return path;
	buffer_add(&buffer, text_is(folder, ".") ? TEXT("") : folder);
	while (text_cut(&path, '/', &part)) {
		if (part.size == 0 || text_is(part, "."))
			continue;
		if (text_is(part, "..") && part_drop(&buffer))
			continue;
		if (buffer.size && buffer.at[buffer.size - 1] != '/')
			buffer_byte(&buffer, '/');
		buffer_add(&buffer, part);
	}
	return buffer.size ? buffer_text(&buffer) : TEXT(".");
}

struct text
files_beside(struct arena *arena, struct text from, struct text path)
{
	size_t slash = from.size;

	while (slash && from.at[slash - 1] != '/')
		slash--;
	if (slash == 0)
		return files_within(arena, TEXT("."), path);
	return files_within(
		arena, text_slice(from, 0, slash > 1 ? slash - 1 : 1), path);
}
