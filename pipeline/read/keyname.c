#include "keyname.h"

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
	if (key.size > KEYNAME_BYTES) {
		diag_add(diags, DIAG_R308, at, "a key of %zu bytes stands here",
			key.size);
		diag_help(diags, "a key has at most %d bytes; text belongs in quotes",
			KEYNAME_BYTES);
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
