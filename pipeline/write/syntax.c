#include "syntax.h"

#include <string.h>

#include "base/length.h"

void
syntax_milli(struct buffer *buffer, int64_t milli)
{
	uint64_t magnitude = milli < 0 ? 0 - (uint64_t)milli : (uint64_t)milli;
	uint64_t fraction = magnitude % 1000;

	if (milli < 0)
		buffer_byte(buffer, '-');
	if (magnitude >= 1000 || fraction == 0)
		buffer_number(buffer, (int64_t)(magnitude / 1000));
	if (fraction == 0)
		return;
	buffer_byte(buffer, '.');
	for (uint64_t unit = 100; fraction; unit /= 10) {
		buffer_byte(buffer, (char)('0' + fraction / unit));
		fraction %= unit;
	}
}

void
syntax_length(struct buffer *buffer, int64_t value)
{
	syntax_milli(buffer, length_milli(value));
}

static void
channel_print(struct buffer *out, uint32_t channel)
{
	syntax_milli(out, (channel * 1000 + 127) / 255);
	buffer_byte(out, ' ');
}

void
syntax_colour(
	struct buffer *buffer, uint32_t colour, const char *grey, const char *other)
{
	uint32_t red = colour >> 16 & 255, green = colour >> 8 & 255,
		 blue = colour & 255;

	channel_print(buffer, red);
	if (red == green && green == blue) {
		buffer_string(buffer, grey);
		return;
	}
	channel_print(buffer, green);
	channel_print(buffer, blue);
	buffer_string(buffer, other);
}

void
syntax_reference(struct buffer *buffer, uint32_t number)
{
	buffer_number(buffer, number);
	buffer_add(buffer, TEXT(" 0 R"));
}

void
syntax_refer(struct buffer *buffer, const char *key, uint32_t number)
{
	buffer_string(buffer, key);
	buffer_byte(buffer, ' ');
	syntax_reference(buffer, number);
}

void
syntax_byte(struct buffer *buffer, unsigned char byte)
{
	switch (byte) {
	case '(':
	case ')':
	case '\\':
		buffer_byte(buffer, '\\');
		buffer_byte(buffer, (char)byte);
		break;
	case '\n':
		buffer_add(buffer, TEXT("\\n"));
		break;
	case '\r':
		buffer_add(buffer, TEXT("\\r"));
		break;
	default:
		buffer_byte(buffer, (char)byte);
	}
}

void
syntax_bytes(struct buffer *buffer, struct text bytes)
{
	buffer_byte(buffer, '(');
	for (size_t i = 0; i < bytes.size; i++)
		syntax_byte(buffer, (unsigned char)bytes.at[i]);
	buffer_byte(buffer, ')');
}

void
syntax_hex(struct buffer *buffer, uint32_t number, int digits)
{
	while (digits-- > 0)
		buffer_byte(buffer, "0123456789ABCDEF"[number >> (4 * digits) & 15]);
}

void
syntax_utf16(struct buffer *buffer, struct text text)
{
	uint32_t rune;

	for (size_t i = 0; i < text.size;) {
		i += text_rune(text, i, &rune);
		if (rune > 0xffff) {
			syntax_hex(buffer, 0xd800 + ((rune - 0x10000) >> 10), 4);
			syntax_hex(buffer, 0xdc00 + (rune & 0x3ff), 4);
		} else {
			syntax_hex(buffer, rune, 4);
		}
	}
}

/* What ASCII and PDFDocEncoding share. */
static bool
is_plain(struct text text)
{
	for (size_t i = 0; i < text.size; i++)
		if (text.at[i] < ' ' || text.at[i] > '~')
			return false;
	return true;
}

void
syntax_string(struct buffer *buffer, struct text text)
{
	if (is_plain(text)) {
		syntax_bytes(buffer, text);
		return;
	}
	buffer_add(buffer, TEXT("<FEFF"));
	syntax_utf16(buffer, text);
	buffer_byte(buffer, '>');
}

void
syntax_name(struct buffer *buffer, struct text name)
{
	buffer_byte(buffer, '/');
	for (size_t i = 0; i < name.size; i++) {
		char byte = name.at[i];

		if (byte > ' ' && byte <= '~' && !strchr("#()<>[]{}/%", byte)) {
			buffer_byte(buffer, byte);
		} else {
			buffer_byte(buffer, '#');
			syntax_hex(buffer, (unsigned char)byte, 2);
		}
	}
}

void
syntax_uri(struct buffer *buffer, struct text uri)
{
	buffer_byte(buffer, '(');
	for (size_t i = 0; i < uri.size; i++) {
		char byte = uri.at[i];

		if (byte > ' ' && byte <= '~' && !strchr("\"<>\\^`{|}", byte)) {
			syntax_byte(buffer, (unsigned char)byte);
		} else {
			buffer_byte(buffer, '%');
			syntax_hex(buffer, (unsigned char)byte, 2);
		}
	}
	buffer_byte(buffer, ')');
}
