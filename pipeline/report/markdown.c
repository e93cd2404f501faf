#include "markdown.h"

#include <string.h>

#include "report/excerpt.h"
#include "report/voice.h"

static struct text
plain(struct buffer *out, struct text text)
{
	struct buffer plain = buffer_make(out->arena);

	excerpt_plain(&plain, text, SIZE_MAX);
	return buffer_text(&plain);
}

static bool
is_word(struct text text, size_t at)
{
	return at < text.size && ((text.at[at] >= 'a' && text.at[at] <= 'z') ||
					 (text.at[at] >= 'A' && text.at[at] <= 'Z') ||
					 (text.at[at] >= '0' && text.at[at] <= '9'));
}

/* Would this sign mean something where it stands?  Most do not: "not_reported: [date]"
 * has none that does, and people read it as it is. */
static bool
is_mark(struct text text, size_t at)
{
	char next = at + 1 < text.size ? text.at[at + 1] : ' ';

	switch (text.at[at]) {
	case '\\':
	case '`':
	case '*':
	case '~':
	case '|':
		return true;
	case '_':
		return !(at && is_word(text, at - 1) && is_word(text, at + 1));
	case ']':
		return next == '(' || next == '[' || next == ':';
	case '<':
		return is_word(text, at + 1) || strchr("/!?", next);
	case '&':
		return is_word(text, at + 1) || next == '#';
	}
	return false;
}

void
markdown_print(struct buffer *out, struct text text)
{
	text = plain(out, text);
	for (size_t i = 0; i < text.size; i++) {
		if (is_mark(text, i))
			buffer_byte(out, '\\');
		buffer_byte(out, text.at[i]);
	}
}

/* Backticks in a row, at most. */
static size_t
ticks_most(struct text text)
{
	size_t most = 0, run = 0;

	for (size_t i = 0; i < text.size; i++) {
		run = text.at[i] == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most;
}

/* Between fences and not indented, so that what is copied out of the letter as it
 * stands keeps its own indentation. */
static void
snippet(struct buffer *out, struct text code)
{
	size_t ticks = ticks_most(code) < 3 ? 3 : ticks_most(code) + 1;

	buffer_fill(out, '`', ticks);
	buffer_byte(out, '\n');
	buffer_add(out, plain(out, code));
	buffer_byte(out, '\n');
	buffer_fill(out, '`', ticks);
}

const struct voice voice_markdown = {
	.ending = "md",
	.words = markdown_print,
	.code = snippet,
	.parts = {
		[VOICE_HEADING_1] = { "\n", "# ", "\n" },
		[VOICE_HEADING_2] = { "\n", "## ", "\n" },
		[VOICE_HEADING_3] = { "\n", "### ", "\n" },
		[VOICE_HEADING_4] = { "\n", "#### ", "\n" },
		[VOICE_PARAGRAPH] = { "\n", "", "\n" },
		[VOICE_LEAD] = { NULL, "**", "** " },
		[VOICE_TYPED] = { "\n", "", "\n" },
		[VOICE_SNIPPET] = { "\n", "", "\n" },
	},
};
