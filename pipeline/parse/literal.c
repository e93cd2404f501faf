#include "literal.h"

#include "base/arena.h"
#include "parse/notesign.h"

static bool
xml_holds(uint32_t rune)
{
	return (rune >= ' ' || rune == '\t' || rune == '\n') && rune != 0xfffe &&
	       rune != 0xffff;
}

/* True when nothing below has to be looked at rune by rune. */
static bool
is_plain(struct text text)
{
	for (size_t i = 0; i < text.size; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0xef)
			return false;
	}
	return true;
}

struct text
literal_keep(struct arena *arena, struct text literal)
{
	struct text text = notesign_restore(arena, literal);
	struct buffer buffer = buffer_make(arena);
	size_t size;

	if (is_plain(text))
		return text_keep(arena, text);
	for (size_t i = 0; i < text.size; i += size) {
		uint32_t rune;

		size = text_rune(text, i, &rune);
		if (text_starts(text_slice(text, i, text.size), TEXT("\r\n")))
			continue;
		if (rune == '\r')
			buffer_byte(&buffer, '\n');
		else if (xml_holds(rune))
			buffer_add(&buffer, text_slice(text, i, i + size));
		else
			buffer_rune(&buffer, 0xfffd);
	}
	return buffer_text(&buffer);
}
