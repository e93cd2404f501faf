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
	for (size_t i = text_plain(text, 0); i < text.size; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		if ((byte < ' ' && byte != '\n' && byte != '\t') || byte == 0xef)
			return false;
	}
	return true;
}

bool
literal_escapes(struct text text, size_t offset)
{
	char next = offset + 1 < text.size ? text.at[offset + 1] : 0;

	return text.at[offset] == '\\' && next > ' ' && next < 0x7f &&
	       !((next | 0x20) >= 'a' && (next | 0x20) <= 'z') &&
	       !(next >= '0' && next <= '9');
}

size_t
literal_find(struct text text, char byte, size_t from)
{
	while (from < text.size && text.at[from] != byte)
		from += literal_escapes(text, from) ? 2 : 1;
	return from < text.size ? from : text.size;
}

struct text
literal_words(struct arena *arena, struct text words)
{
	struct buffer plain = buffer_make(arena);

	if (text_find(words, '\\', 0) == words.size)
		return literal_keep(arena, words);
	for (size_t i = 0; i < words.size; i++) {
		i += literal_escapes(words, i);
		buffer_byte(&plain, words.at[i]);
	}
	return literal_keep(arena, buffer_text(&plain));
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
