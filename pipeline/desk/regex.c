#include "regex.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

struct regex {
	struct text xsd;
	size_t at; /* the next byte of it */
	struct buffer out;
	bool in_class;
};

/* What follows a backslash; false where JavaScript has no like of it. */
static bool
escape_copy(struct regex *regex)
{
	struct text rest = text_slice(regex->xsd, regex->at + 1, regex->xsd.size);

	if (rest.size == 0 || strchr("iIcC", rest.at[0]) ||
		text_starts(rest, TEXT("p{Is")) || text_starts(rest, TEXT("P{Is")))
		return false;
	/* With the flag u a hyphen may be escaped in a class only. */
	if (regex->in_class || rest.at[0] != '-')
		buffer_byte(&regex->out, '\\');
	buffer_byte(&regex->out, rest.at[0]);
	regex->at += 2;
	return true;
}

static bool
byte_copy(struct regex *regex)
{
	char byte = regex->xsd.at[regex->at];

	if (byte == '\\')
		return escape_copy(regex);
	if (regex->in_class && byte == '[')
		return false;
	if (!regex->in_class && (byte == '^' || byte == '$'))
		buffer_byte(&regex->out, '\\');
	if (byte == '[' || byte == ']')
		regex->in_class = byte == '[';
	buffer_byte(&regex->out, byte);
	regex->at++;
	return true;
}

struct text
regex_translate(struct arena *arena, struct text xsd)
{
	struct regex regex = { .xsd = xsd, .out = buffer_make(arena) };

	buffer_string(&regex.out, "^(?:");
	while (regex.at < xsd.size)
		if (!byte_copy(&regex))
			return TEXT("");
	buffer_string(&regex.out, ")$");
	return buffer_text(&regex.out);
}
