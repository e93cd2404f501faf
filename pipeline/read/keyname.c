#include "keyname.h"

#include <inttypes.h>

#include "base/letters.h"
#include "read/bounds.h"

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '_';
}

static bool
is_name(struct text key)
{
	if (key.size == 0 || !is_letter(key.at[0]))
		return false;
	for (size_t i = 1; i < key.size; i++)
		if (!is_letter(key.at[i]) && !(key.at[i] >= '0' && key.at[i] <= '9') &&
			key.at[i] != '-' && key.at[i] != '.')
			return false;
	return true;
}

/* Names a letter of another script, or a character that nobody sees. */
static bool
stranger_help(struct diag_list *diags, struct text key)
{
	uint32_t rune;

	for (size_t i = 0; i < key.size;) {
		size_t size = text_rune(key, i, &rune);
		const char *unseen = letters_unseen(rune);
		char twin = letters_twin(rune);

		if (twin) {
			diag_label(diags,
				"the letter %.*s (U+%04" PRIX32 ") only looks like %c",
				(int)size, key.at + i, rune, twin);
			diag_help(diags, "type the key again, in Latin letters");
		} else if (unseen) {
			diag_label(diags, "there is %s in it (U+%04" PRIX32 ")", unseen,
				rune);
			diag_help(diags, "delete the key and type it again");
		}
		if (twin || unseen)
			return true;
		i += size;
	}
	return false;
}

/* {en: One went there, and so did I}: where a text has a comma its rest looks like a
 * key. */
#define TEXT_HELP                                                                      \
	"if this is text, put all of it in quotes: in braces a comma ends a text"

/* No key has so many words. */
static bool
is_text(struct text key)
{
	size_t blanks = 0;

	for (size_t i = 0; i < key.size; i++)
		blanks += key.at[i] == ' ';
	return blanks > 2;
}

/* "end date" may stand for end_date; "a:1" for a key without its space. */
static void
name_help(struct diag_list *diags, struct text key)
{
	size_t colon = text_find(key, ':', 0);
	struct buffer name = buffer_make(diags->arena);

	if (colon < key.size && is_name(text_slice(key, 0, colon))) {
		diag_help(diags, "put a space after the colon: \"%.*s: %.*s\"",
			(int)colon, key.at, (int)(key.size - colon - 1),
			key.at + colon + 1);
		return;
	}
	if (stranger_help(diags, key))
		return;
	if (is_text(key)) {
		diag_help(diags, TEXT_HELP);
		return;
	}
	for (size_t i = 0; i < key.size; i++)
		buffer_byte(&name, key.at[i] == ' ' ? '_' : key.at[i]);
	if (is_name(buffer_text(&name)))
		diag_help(diags, "write \"%.*s\"", TEXT_ARG(buffer_text(&name)));
	else
		diag_help(diags,
			"a key is made of the letters a to z, digits, - and _, and "
			"begins with a letter; text belongs in quotes");
}

bool
keyname_check(struct diag_list *diags, struct place at, struct text key)
{
	if (key.size > BOUND_KEY_BYTES) {
		diag_add(diags, DIAG_R308, at, "a key of %zu bytes stands here",
			key.size);
		diag_help(diags, "a key has at most %d bytes; " TEXT_HELP,
			BOUND_KEY_BYTES);
		return false;
	}
	if (!is_name(key)) {
		diag_add(diags, DIAG_R306, at, "the key \"%.*s\" is no name",
			TEXT_ARG(key));
		name_help(diags, key);
		return false;
	}
	return true;
}
