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

void
markdown_print(struct buffer *out, struct text text)
{
	text = plain(out, text);
	for (size_t i = 0; i < text.size; i++) {
		if (text.at[i] && strchr("\\`*_[]<>|&~", text.at[i]))
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

void
markdown_code(struct buffer *out, struct text text)
{
	size_t ticks;

	text = plain(out, text);
	ticks = ticks_most(text) + 1;
	buffer_fill(out, '`', ticks);
	buffer_string(out, ticks > 1 ? " " : "");
	buffer_add(out, text);
	buffer_string(out, ticks > 1 ? " " : "");
	buffer_fill(out, '`', ticks);
}

static void
start(struct buffer *out, struct text title)
{
	(void)out;
	(void)title;
}

static void
end(struct buffer *out)
{
	(void)out;
}

static void
heading(struct buffer *out, size_t level, struct text text)
{
	buffer_string(out, out->size ? "\n" : "");
	buffer_fill(out, '#', level);
	buffer_byte(out, ' ');
	markdown_print(out, text);
	buffer_byte(out, '\n');
}

static void
paragraph(struct buffer *out, struct text text)
{
	buffer_byte(out, '\n');
	markdown_print(out, text);
	buffer_byte(out, '\n');
}

static void
item_open(struct buffer *out, size_t number, struct text where)
{
	buffer_format(out, "\n**%zu. ", number);
	markdown_print(out, where);
	buffer_string(out, "**\n\n");
}

static void
point(struct buffer *out, const char *name, struct text text)
{
	buffer_format(out, "- %s: ", name);
	markdown_print(out, text);
	buffer_byte(out, '\n');
}

static void
typed(struct buffer *out, const char *name, struct text code)
{
	buffer_format(out, "- %s: ", name);
	markdown_code(out, code);
	buffer_byte(out, '\n');
}

/* An indented block needs no fence that the text could hold. */
static void
paste(struct buffer *out, const char *name, struct text code)
{
	buffer_format(out, "- %s:\n\n      ", name);
	buffer_add(out, plain(out, code));
	buffer_byte(out, '\n');
}

static void
item_close(struct buffer *out)
{
	(void)out;
}

const struct voice voice_markdown = {
	.start = start,
	.end = end,
	.heading = heading,
	.paragraph = paragraph,
	.item_open = item_open,
	.point = point,
	.typed = typed,
	.paste = paste,
	.item_close = item_close,
};
