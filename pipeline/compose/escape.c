#include "escape.h"

#include <string.h>

static bool
is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

struct text
escape_fold(struct arena *arena, struct text text)
{
	struct buffer line = buffer_make(arena);

	for (size_t i = 0; i < text.size; i++) {
		if (!is_space(text.at[i]))
			buffer_byte(&line, text.at[i]);
		else if (line.size && line.at[line.size - 1] != ' ')
			buffer_byte(&line, ' ');
	}
	if (line.size && line.at[line.size - 1] == ' ')
		line.size--;
	return buffer_text(&line);
}

/* True where everything before `offset` is digits: "12." would begin a list. */
static bool
ends_number(struct text line, size_t offset)
{
	for (size_t i = 0; i < offset; i++)
		if (!is_digit(line.at[i]))
			return false;
	return true;
}

/* GitHub makes links of "www." in any case. */
static bool
follows_www(struct text line, size_t offset)
{
	if (offset < 3)
		return false;
	for (size_t i = offset - 3; i < offset; i++)
		if (line.at[i] != 'w' && line.at[i] != 'W')
			return false;
	return true;
}

/* A dash at the beginning is the sign of a speaker. */
static const char *
dash_reference(struct text rest, size_t offset)
{
	if (offset)
		return NULL;
	return text_starts(rest, TEXT("\u2014"))   ? "&#8212;"
	       : text_starts(rest, TEXT("\u2013")) ? "&#8211;"
						   : NULL;
}

/* What stands for a byte that would be markup where it is, or NULL. */
static const char *
reference_for(struct text line, size_t offset)
{
	switch (line.at[offset]) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '@':
		return "&#64;";
	case ':':
		return text_starts(text_slice(line, offset, line.size), TEXT("://"))
			       ? "&#58;"
			       : NULL;
	case '.':
		return follows_www(line, offset) ? "&#46;" : NULL;
	case '\xe2':
		return dash_reference(text_slice(line, offset, line.size), offset);
	default:
		return NULL;
	}
}

static bool
wants_backslash(struct text line, size_t offset)
{
	switch (line.at[offset]) {
	case '!':
		return offset + 1 == line.size || line.at[offset + 1] == '[';
	case '+':
	case '-':
	case '=':
	case ':':
	case '^':
		return offset == 0;
	case '.':
	case ')':
		return (offset + 1 == line.size || is_space(line.at[offset + 1])) &&
		       ends_number(line, offset);
	default:
		return strchr("\\`*_[]|~${}#", line.at[offset]) != NULL;
	}
}

void
escape_line(struct buffer *buffer, struct text line)
{
	for (size_t i = 0; i < line.size; i++) {
		const char *reference = reference_for(line, i);
		uint32_t rune;

		if (reference) {
			buffer_string(buffer, reference);
			i += text_rune(line, i, &rune) - 1;
			continue;
		}
		if (line.at[i] && wants_backslash(line, i))
			buffer_byte(buffer, '\\');
		buffer_byte(buffer, line.at[i]);
	}
}

void
escape_text(struct buffer *buffer, struct text text)
{
	escape_line(buffer, escape_fold(buffer->arena, text));
}

void
escape_fenced(struct buffer *buffer, struct text text)
{
	struct text line = escape_fold(buffer->arena, text);

	for (size_t i = 0; i < line.size; i++) {
		if (line.at[i] &&
			(strchr("<>&,;:\"^!", line.at[i]) || wants_backslash(line, i)))
			buffer_byte(buffer, '\\');
		buffer_byte(buffer, line.at[i]);
	}
}

void
escape_quoted(struct buffer *buffer, struct text text)
{
	struct text line = escape_fold(buffer->arena, text);

	for (size_t i = 0; i < line.size; i++) {
		if (line.at[i] == '\\')
			buffer_string(buffer, "\\\\");
		else if (line.at[i] && strchr("`*_[]|~${}#<>&@\"'()^!:", line.at[i]))
			buffer_format(buffer, "&#%d;", line.at[i]);
		else
			buffer_byte(buffer, line.at[i]);
	}
}

static bool
starts_folded(struct text text, const char *prefix)
{
	size_t size = strlen(prefix);

	if (text.size < size)
		return false;
	for (size_t i = 0; i < size; i++)
		if ((text.at[i] | 0x20) != (prefix[i] | 0x20))
			return false;
	return true;
}

static bool
is_hex(char byte)
{
	return is_digit(byte) || (byte >= 'a' && byte <= 'f') ||
	       (byte >= 'A' && byte <= 'F');
}

/* RFC 3986 less what Markdown could trip over. */
static bool
stays_in_url(struct text url, size_t offset)
{
	char byte = url.at[offset];

	if (byte == '%')
		return offset + 2 < url.size && is_hex(url.at[offset + 1]) &&
		       is_hex(url.at[offset + 2]);
	return is_digit(byte) || (byte >= 'a' && byte <= 'z') ||
	       (byte >= 'A' && byte <= 'Z') ||
	       (byte && strchr("-._~:/?#@!$+,;=", byte));
}

bool
escape_url(struct buffer *buffer, struct text text)
{
	struct text url = text_trim(text);

	if (!starts_folded(url, "https://") && !starts_folded(url, "http://"))
		return false;
	for (size_t i = 0; i < url.size; i++) {
		if (url.at[i] == '&')
			buffer_string(buffer, "&amp;");
		else if (stays_in_url(url, i))
			buffer_byte(buffer, url.at[i]);
		else
			buffer_format(
				buffer, "%%%02X", (unsigned)(unsigned char)url.at[i]);
	}
	return true;
}

void
escape_fact(struct buffer *buffer, struct text text)
{
	struct text line = escape_fold(buffer->arena, text);

	for (size_t i = 0; i < line.size; i++) {
		const char *reference = line.at[i] == '<'   ? "&lt;"
					: line.at[i] == '>' ? "&gt;"
					: line.at[i] == '&' ? "&amp;"
							    : NULL;

		if (reference)
			buffer_string(buffer, reference);
		else
			buffer_byte(buffer, line.at[i]);
	}
}
